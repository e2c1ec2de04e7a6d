package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A damaged file is read or refused: nothing but a {@link DataException} of one line is thrown, and memory is taken in proportion to the
 * file, whatever it claims. What is read can be written, and read again to the last bit.
 */
interface DamageContract {
    int OFTEN = 2_000;
    int VERY_OFTEN = 100_000;

    /** What an exception and its message take, whatever the file. */
    long MEMORY_OF_A_MESSAGE = 100_000;

    /** Bytes of memory for a byte of a file. */
    long MEMORY_PER_BYTE = 64;

    /** How much memory may be asked for to read a file. */
    default long memory(byte[] file) {
        return MEMORY_OF_A_MESSAGE + MEMORY_PER_BYTE * file.length;
    }

    /** Sound files. */
    List<byte[]> samples();

    /** A sound file damaged by someone who knows its format: lengths and checksums around the damage are right. */
    byte[] damaged(byte[] file, Damage damage);

    /** Reads a file. */
    Map<String, Tensor> decode(String name, byte[] file);

    /** Writes a file. */
    byte[] encode(Map<String, Tensor> tensors);

    @Test
    default void aDamagedFileIsReadOrRefused() {
        readDamaged(OFTEN);
    }

    @Test
    @Tag("heavy")
    default void aFileDamagedInManyWaysIsReadOrRefused() {
        readDamaged(VERY_OFTEN);
    }

    private void readDamaged(int times) {
        int sound = 0;
        for (int seed = 0; seed < times; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Damage damage = new Damage(random);
            byte[] sample = damage.oneOf(samples());
            byte[] file = damage.chance(2) ? damaged(sample, damage) : damage.bytes(sample, damage.oneOf(samples()));
            try {
                sound += isRead(file) ? 1 : 0;
            } catch (Throwable e) {
                fail("seed %s, a file of %s bytes: %s".formatted(seed, file.length, e), e);
            }
        }
        assertThat(sound).as("files read in spite of the damage").isBetween(times / 200, times / 2);
    }

    private boolean isRead(byte[] file) {
        boolean isRead = isReadOrRefused(file); // once before it is measured, because it may load classes
        long allocated = Memory.allocatedBy(() -> isReadOrRefused(file));
        assertThat(allocated).as("allocated bytes").isLessThan(memory(file));
        if (isRead) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(decode("x", file));
            assertThat(Bits.of(decode("x", encode(tensors)))).isEqualTo(Bits.of(tensors));
        }
        return isRead;
    }

    private boolean isReadOrRefused(byte[] file) {
        try {
            return !new LinkedHashMap<>(decode("x", file)).containsKey(null); // all tensors are asked for
        } catch (DataException e) {
            assertThat(e.getMessage().startsWith("x")
                            && e.getMessage().length() < 500
                            && e.getMessage().indexOf('\n') < 0)
                    .as(e.getMessage())
                    .isTrue();
            return false;
        }
    }
}
