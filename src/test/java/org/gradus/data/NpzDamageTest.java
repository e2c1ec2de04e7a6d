package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.gradus.tensor.Tensor;

class NpzDamageTest implements DamageContract {
    private static final List<byte[]> SAMPLES = List.of(
            ReferenceFiles.bytes("numpy.npz"),
            ReferenceFiles.bytes("numpy-compressed.npz"),
            ReferenceFiles.bytes("numpy-versions.npz"),
            ReferenceFiles.bytes("numpy-types.npz"),
            ReferenceFiles.bytes("keras.npz"),
            Npz.encode(Map.of("a", Tensor.of(1, 2))),
            Npz.encode(Map.of()));

    @Override
    public List<byte[]> samples() {
        return SAMPLES;
    }

    /** Changes a field of the directory, or damages some arrays and names and packs them into a sound archive. */
    @Override
    public byte[] damaged(byte[] file, Damage damage) {
        if (damage.chance(3)) {
            int end = Archives.last(file, 5, 6);
            int directory = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
            return damage.number(file, damage.between(directory, file.length));
        }
        ZipArchive archive = new ZipArchive("x", file);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (ZipArchive.Entry entry : archive.entries()) {
            ByteBuffer content = archive.content(entry);
            byte[] array = new byte[content.remaining()];
            content.get(array);
            String name = damage.chance(32) ? damage.text(entry.name()) : entry.name();
            contents.put(name, damage.chance(4) ? array(array, damage) : array);
        }
        return Archives.zip(damage.chance(2) ? ZipEntry.STORED : ZipEntry.DEFLATED, contents);
    }

    /** Damages the array anywhere, or only the length of its header, or the text of that, whose length is then right. */
    private static byte[] array(byte[] array, Damage damage) {
        int start = array[6] == 1 ? 10 : 12;
        int end = start + (array[8] & 0xFF) + 256 * (array[9] & 0xFF);
        if (damage.chance(4)) {
            return damage.bytes(array, array);
        }
        if (damage.chance(4)) {
            return damage.number(array, 8);
        }
        String header = damage.text(new String(array, start, end - start, StandardCharsets.ISO_8859_1));
        byte[] edited = Archives.npy(array[6], header, array.length - end);
        System.arraycopy(array, end, edited, edited.length - (array.length - end), array.length - end);
        return edited;
    }

    @Override
    public Map<String, Tensor> decode(String name, byte[] file) {
        return Npz.decode(name, file);
    }

    @Override
    public byte[] encode(Map<String, Tensor> tensors) {
        return Npz.encode(tensors);
    }
}
