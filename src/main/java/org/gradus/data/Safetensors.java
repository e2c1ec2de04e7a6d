package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * Tensors by name, as a {@code .safetensors} file holds them, and notes about them.
 *
 * <p>The format is the length of a JSON header as 8 bytes, the header with each tensor's type, shape and place, and the raw numbers, all
 * little-endian: nothing in it can run, and PyTorch, JAX and NumPy users read it too. Hugging Face 2022,
 * <a href="https://github.com/huggingface/safetensors#format">safetensors</a>.
 *
 * <p>Written are doubles (F64), bit for bit, in the order of the map: equal tensors give equal files. Where the reference implementation
 * sorts by name, the order given is kept; the format allows any. Read are F64, F32, F16, BF16, I64 (within ±2⁵³) and I32, all exact as
 * doubles. The header may have up to 100 MB, as in the reference implementation, the file up to 2 GB.
 *
 * @param tensors the tensors by name, in the file's order, constants
 * @param metadata notes by key, such as how many epochs the model was trained
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final long LONGEST_HEADER = 100_000_000;

    /** Keeps copies of the maps, which nobody can change. */
    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Writes a file, replacing an older one in one step.
     *
     * @param file where to
     * @param tensors the tensors by name; {@code __metadata__} is no name
     * @param metadata notes by key; none if empty
     * @throws IllegalArgumentException if a name or a note cannot be written, or all is too much for one file
     * @throws DataException if the file cannot be written; an older one is then as it was
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        TensorFile.write(file, encode(tensors, metadata));
    }

    /**
     * {@return what a file holds}
     *
     * @param file where from
     * @throws DataException if it cannot be read, is not sound in every byte, or holds a type that is not read
     */
    public static Safetensors read(Path file) {
        return decode(file.toString(), TensorFile.read(file));
    }

    static byte[] encode(Map<String, Tensor> tensors, Map<String, String> metadata) {
        byte[] header = SafetensorsHeader.encode(tensors, metadata);
        if (header.length > LONGEST_HEADER) {
            throw new IllegalArgumentException("safetensors: names and metadata take %d bytes; the format allows %d"
                    .formatted(header.length, LONGEST_HEADER));
        }
        ByteBuffer file = TensorFile.allocate(Long.BYTES + header.length + TensorFile.dataLength(tensors));
        file.putLong(header.length).put(header);
        tensors.values().forEach(tensor -> TensorFile.put(file, tensor));
        return file.array();
    }

    static Safetensors decode(String file, byte[] bytes) {
        int start = Long.BYTES + headerLength(file, bytes);
        SafetensorsHeader header = SafetensorsHeaderReader.read(file, text(file, bytes, start));
        header.checkLayout(file, bytes.length - start);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> {
            ByteBuffer data = ByteBuffer.wrap(bytes, start + (int) entry.begin(), (int) entry.length())
                    .slice();
            double[] values = entry.type().decode(SafetensorsHeader.place(file, name), TensorFile.littleEndian(data));
            tensors.put(name, Tensor.of(entry.shape(), values));
        });
        return new Safetensors(tensors, header.metadata());
    }

    private static int headerLength(String file, byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new DataException("%s: expected 8 bytes with the length of the header, found %d bytes in all"
                    .formatted(file, bytes.length));
        }
        long length = TensorFile.littleEndian(ByteBuffer.wrap(bytes)).getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new DataException("%s, byte 0: expected a header of at most %d bytes, found the length %s"
                    .formatted(file, LONGEST_HEADER, Long.toUnsignedString(length)));
        }
        if (length > bytes.length - Long.BYTES) {
            throw new DataException("%s, byte 0: expected a header of %d bytes, found only %d bytes after its length"
                    .formatted(file, length, bytes.length - Long.BYTES));
        }
        return (int) length;
    }

    private static String text(String file, byte[] bytes, int end) {
        ByteBuffer header = ByteBuffer.wrap(bytes, Long.BYTES, end - Long.BYTES);
        if (!header.hasRemaining() || bytes[Long.BYTES] != '{') {
            throw new DataException("%s, byte 8: expected a header that starts with '{', found %s"
                    .formatted(file, header.hasRemaining() ? "byte " + (bytes[Long.BYTES] & 0xFF) : "none"));
        }
        try {
            // A decoder reports what is no UTF-8; new String(…) would replace it.
            return StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        } catch (CharacterCodingException e) {
            throw new DataException(
                    "%s, byte %d: expected a header in UTF-8, found byte %d"
                            .formatted(file, header.position(), bytes[header.position()] & 0xFF),
                    e);
        }
    }
}
