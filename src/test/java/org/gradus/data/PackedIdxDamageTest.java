package org.gradus.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gradus.tensor.Tensor;

/** Labels as MNIST has them, packed by gzip. */
class PackedIdxDamageTest implements DamageContract {
    private static final List<byte[]> SAMPLES = List.of(
            DataFiles.gzip(DataFiles.labels(1, 2, 3, 4, 5, 6, 7, 8, 9, 0)),
            DataFiles.gzip(DataFiles.labels(new int[5000])),
            DataFiles.gzip(DataFiles.labels()));

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Unpacks the file, damages what is in it, and packs that soundly. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        byte[] content = DataFiles.gunzip(file);
        return DataFiles.gzip(damage.chance(2) ? damage.bytes(content, content) : withAnotherLabel(content, damage));
    }

    private static byte[] withAnotherLabel(byte[] content, Damage damage) {
        if (content.length > 8) {
            content[damage.between(8, content.length)] = (byte) damage.between(0, 20);
        }
        return content;
    }

    /** In proportion to what is in the file. */
    @Override
    public long memory(byte[] file) {
        long length = file.length;
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(file))) {
            while (content.read() >= 0) {
                length++;
            }
        } catch (IOException e) {
            return MEMORY_OF_A_MESSAGE + MEMORY_PER_BYTE * length; // what is in front of the damage
        }
        return MEMORY_OF_A_MESSAGE + MEMORY_PER_BYTE * length;
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        int[] labels = DataFiles.read(name, file, in -> Mnist.labels(in, 10));
        return Map.of("labels", Tensor.of(Arrays.stream(labels).asDoubleStream().toArray()));
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        return DataFiles.gzip(
                DataFiles.labels(Arrays.stream(tensors.get("labels").toArray())
                        .mapToInt(label -> (int) label)
                        .toArray()));
    }
}
