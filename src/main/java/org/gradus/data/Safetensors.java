package org.gradus.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.gradus.tensor.Tensor;

/**
 * Tensors by name, as a {@code .safetensors} file holds them, and notes about them.
 *
 * <p>The format is the length of a JSON header as 8 bytes, the header with each tensor's type, shape and place, and the raw numbers, all
 * little-endian: nothing in it can run, and PyTorch, JAX and NumPy users read it too. Hugging Face 2022,
 * <a href="https://github.com/huggingface/safetensors#format">safetensors</a>.
 *
 * <p>Written are doubles (F64), bit for bit, in the order of the map: equal tensors give equal files. Where the reference implementation
 * sorts by name, the order given is kept; the format allows any. Read are floats (F64, F32, F16, BF16), whole numbers with and without sign
 * (I64, U64 within ±2⁵³, and shorter ones) and truth values (BOOL, which become 0 and 1), all exact as doubles. The header may have up to
 * 100 MB, as in the reference implementation, the file up to 2 GB.
 *
 * @param tensors the tensors by name, in the file's order, constants
 * @param metadata notes by key, such as how many epochs the model was trained
 */
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final long LONGEST_HEADER = 100_000_000;

    /** Keeps copies of the maps, which nobody can change. */
    public Safetensors {
        tensors = tensors instanceof TensorsOnDemand
                ? tensors
                : Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
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
     * <p>The map of tensors decodes one when it is first asked for: it then throws a {@link DataException} if that one has numbers that are no
     * doubles or a type that is not read, whatever the others have.
     *
     * @param file where from
     * @throws DataException if it cannot be read, or its header is not sound in every byte
     */
    public static Safetensors read(Path file) {
        return decode(file.toString(), TensorFile.read(file));
    }

    static byte[] encode(Map<String, Tensor> tensors, Map<String, String> metadata) {
        byte[] header = SafetensorsHeader.encode(tensors, metadata);
        if (header.length > LONGEST_HEADER) {
            throw new IllegalArgumentException("safetensors: names and metadata take %s bytes; the format allows %s"
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
        Map<String, Supplier<Tensor>> tensors = new LinkedHashMap<>();
        header.entries().forEach((name, entry) -> {
            ByteBuffer data = ByteBuffer.wrap(bytes, start + (int) entry.begin(), (int) entry.length())
                    .slice();
            tensors.put(name, () -> tensor(SafetensorsHeader.place(file, name), entry, data));
        });
        return new Safetensors(new TensorsOnDemand(tensors), header.metadata());
    }

    private static Tensor tensor(String place, SafetensorsHeader.Entry entry, ByteBuffer data) {
        ElementType type = entry.type()
                .orElseThrow(() -> new DataException("%s, dtype: expected one of %s, found %s"
                        .formatted(place, Arrays.toString(ElementType.values()), TensorFile.quoted(entry.dtype()))));
        return Tensor.of(entry.shape(), type.decode(place, TensorFile.littleEndian(data.duplicate())));
    }

    private static int headerLength(String file, byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new DataException("%s: expected 8 bytes with the length of the header, found %s bytes in all"
                    .formatted(file, bytes.length));
        }
        long length = TensorFile.littleEndian(ByteBuffer.wrap(bytes)).getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new DataException("%s, byte 0: expected a header of at most %s bytes, found the length %s"
                    .formatted(file, LONGEST_HEADER, Long.toUnsignedString(length)));
        }
        if (length > bytes.length - Long.BYTES) {
            throw new DataException("%s, byte 0: expected a header of %s bytes, found only %s bytes after its length"
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
                    "%s, byte %s: expected a header in UTF-8, found byte %s"
                            .formatted(file, header.position(), bytes[header.position()] & 0xFF),
                    e);
        }
    }

    /** What it holds, without the numbers, as in {@code 3 tensors [0.weight, 0.bias, 2.weight] and 1 notes [epochs]}. */
    @Override
    public String toString() {
        return "%s tensors %s and %s notes %s"
                .formatted(
                        tensors.size(),
                        TensorFile.shortened(tensors.keySet().toString()),
                        metadata.size(),
                        TensorFile.shortened(metadata.keySet().toString()));
    }
}
