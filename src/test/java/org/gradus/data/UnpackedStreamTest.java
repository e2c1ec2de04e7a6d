package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class UnpackedStreamTest {
    private static final int MEGABYTES_20 = 20 << 20;
    private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void countsTheBytesThatItGives() {
        for (byte[] file : new byte[][] {TEN, DataFiles.gzip(TEN)}) {
            String read = DataFiles.read(file, in -> {
                byte[] three = in.next(3, "digits");
                assertThat(in.position()).isEqualTo(3);
                char fourth = (char) in.read();
                assertThat(in.position()).isEqualTo(4);
                byte[] rest = in.next(6, "digits");
                in.checkEnd();
                assertThat(in.read()).isEqualTo(-1);
                assertThat(in.position()).isEqualTo(10);
                return new String(three, StandardCharsets.US_ASCII)
                        + fourth
                        + new String(rest, StandardCharsets.US_ASCII);
            });
            assertThat(read).isEqualTo("0123456789");
        }
    }

    @Test
    void offsetsOfAPackedFileAreThoseOfItsContent() {
        byte[] packed = DataFiles.gzip(TEN);
        assertThatThrownBy(() -> DataFiles.read(packed, in -> {
                    in.next(4, "digits");
                    return in.next(7, "digits");
                }))
                .hasMessage("x, unpacked byte 4: expected 7 bytes of digits, found only 6");
        assertThatThrownBy(() -> DataFiles.read(packed, in -> {
                    in.next(9, "digits");
                    in.checkEnd();
                    return in;
                }))
                .hasMessage("x, unpacked byte 9: expected the end of the file, found more");
    }

    @Test
    void bytesAreGivenFrom0To255() {
        assertThat(DataFiles.<Integer>read(new byte[] {-1}, UnpackedStream::read))
                .isEqualTo(255);
    }

    @Test
    void aFileOfOneByteIsNotPacked() {
        assertThat(DataFiles.<byte[]>read(new byte[] {0x1F}, in -> in.next(1, "x")))
                .containsExactly(0x1F);
    }

    @Test
    void aPackedFileThatIsCutOffOrDamagedIsReported() {
        byte[] packed = DataFiles.gzip(TEN);
        for (int length = 2; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> DataFiles.read(cut, in -> in.readAllBytes()))
                    .isInstanceOf(DataException.class)
                    .hasMessageMatching("x, (unpacked )?byte \\d+: expected .*");
        }
        packed[packed.length - 5] ^= 1; // in the checksum
        assertThatThrownBy(() -> DataFiles.read(packed, in -> in.readAllBytes()))
                .hasMessage("x, unpacked byte 10: expected more to unpack, found damage: Corrupt GZIP trailer");
    }

    @Test
    void aBombIsRefusedBeforeItUnpacks() {
        byte[] bomb = DataFiles.gzip(new byte[MEGABYTES_20]);
        String message =
                "x, unpacked byte %s: expected a file of %s bytes to unpack to at most 100 times as many; if it is no gzip bomb, unpack it yourself";
        assertThatThrownBy(() -> DataFiles.read(bomb, in -> in.next(MEGABYTES_20, "zeros")))
                .hasMessage(message.formatted(0, bomb.length));
        long allocated = Memory.allocatedBy(() ->
                assertThatThrownBy(() -> DataFiles.read(bomb, in -> in.next(MEGABYTES_20, "zeros"))));
        assertThat(allocated).isLessThan(1_000_000);

        assertThatThrownBy(() -> DataFiles.read(bomb, UnpackedStreamTest::countInPieces))
                .hasMessageMatching("x, unpacked byte 167\\d{5}: expected a file of .*"); // soon after 16 MiB
    }

    private static long countInPieces(UnpackedStream in) throws IOException {
        byte[] piece = new byte[8192];
        long count = 0;
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            count += n;
        }
        return count;
    }

    /** 20 MiB of noise: what unpacks to no more than it was is read, however long. */
    @Test
    void aLongFileIsNoBomb() {
        byte[] noise = new byte[MEGABYTES_20];
        new SplittableRandom(1).nextBytes(noise);
        assertThat(DataFiles.<Long>read(DataFiles.gzip(noise), UnpackedStreamTest::countInPieces))
                .isEqualTo(MEGABYTES_20);
        assertThat(DataFiles.<Long>read(new byte[MEGABYTES_20], UnpackedStreamTest::countInPieces))
                .isEqualTo(MEGABYTES_20);
    }

    /** An IDX file of 20 MiB that says it has ten bytes. */
    @Test
    void aBombIsCutOffAtTheSizeThatTheFileClaims() {
        byte[] start = DataFiles.idx(DataFiles.UNSIGNED_BYTES, new int[] {10});
        byte[] bomb = DataFiles.gzip(Arrays.copyOf(start, MEGABYTES_20));
        long allocated = Memory.allocatedBy(() -> assertThatThrownBy(() -> DataFiles.read(bomb, Idx::tensor))
                .hasMessage("x, unpacked byte 18: expected the end of the file, found more"));
        assertThat(allocated).isLessThan(1_000_000);
    }
}
