package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;

class SafetensorsDamageTest implements DamageContract {
    private static final List<byte[]> SAMPLES = List.of(
            ReferenceFiles.bytes("doubles.safetensors"),
            ReferenceFiles.bytes("types.safetensors"),
            ReferenceFiles.bytes("more-types.safetensors"),
            Safetensors.encode(Map.of("a", Tensor.of(1, 2)), Map.of()),
            Safetensors.encode(Map.of(), Map.of()));

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Edits the JSON, and writes its new length in front. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        int end = 8 + (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String json = new String(file, 8, end - 8, StandardCharsets.UTF_8);
        byte[] header = damage.text(json).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + file.length - end)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(Arrays.copyOfRange(file, end, file.length))
                .array();
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        return Safetensors.decode(name, file).tensors();
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        return Safetensors.encode(tensors, Map.of());
    }
}
