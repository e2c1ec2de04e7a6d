package org.gradus.data;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The header of a {@code .safetensors} file: which tensors there are and where their numbers lie.
 *
 * @param entries type, shape and place of each tensor, by name
 * @param metadata the notes by key
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";
    static final String DTYPE = "dtype";
    static final String SHAPE = "shape";
    static final String OFFSETS = "data_offsets";

    private static final int ALIGNMENT = 8;

    /** The name of a tensor's type, its shape, and where its numbers begin and end behind the header. */
    record Entry(String dtype, Shape shape, long begin, long end) {
        /** The type, if it is one that is read. */
        Optional<ElementType> type() {
            return ElementType.named(dtype);
        }

        long length() {
            return end - begin;
        }
    }

    /** The header, in JSON, of tensors that are written one behind the other. */
    static byte[] encode(Map<String, Tensor> tensors, Map<String, String> metadata) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                encodeMetadata(json, metadata);
            }
            long begin = 0;
            for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
                Shape shape = TensorFile.writable(tensor.getValue().shape());
                long end = begin + (long) ElementType.F64.bytes * shape.size();
                json.name(tensorName(tensor.getKey())).beginObject();
                json.name(DTYPE).value(ElementType.F64.name());
                encodeArray(json.name(SHAPE), Arrays.stream(shape.toArray()).asLongStream());
                encodeArray(json.name(OFFSETS), LongStream.of(begin, end));
                json.endObject();
                begin = end;
            }
            json.endObject();
        } catch (IOException e) { // which a StringWriter never throws
            throw new UncheckedIOException(e);
        }
        return padded(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void encodeMetadata(JsonWriter json, Map<String, String> metadata) throws IOException {
        json.name(METADATA).beginObject();
        for (Map.Entry<String, String> note : metadata.entrySet()) {
            json.name(sound(note.getKey())).value(sound(note.getValue()));
        }
        json.endObject();
    }

    private static void encodeArray(JsonWriter json, LongStream numbers) throws IOException {
        json.beginArray();
        for (long number : numbers.toArray()) {
            json.value(number);
        }
        json.endArray();
    }

    /** Spaces behind the JSON, so that the numbers start at a multiple of their size. */
    private static byte[] padded(byte[] json) {
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static String tensorName(String name) {
        if (name.equals(METADATA)) {
            throw new IllegalArgumentException(
                    "safetensors: a tensor cannot be named %s, the key of the metadata; choose another name"
                            .formatted(METADATA));
        }
        return sound(name);
    }

    private static String sound(String words) {
        if (!TensorFile.isText(words)) {
            throw new IllegalArgumentException(
                    "safetensors: %s has half a surrogate pair, which is no text; choose other words"
                            .formatted(TensorFile.quoted(words)));
        }
        return words;
    }

    /**
     * Refuses places that lie: each tensor has as many bytes as it needs, where its type is known, and each byte behind the header belongs to one tensor.
     *
     * @param file the file's name, for messages
     * @param available how many bytes there are behind the header
     */
    void checkLayout(String file, long available) {
        entries.forEach((name, entry) -> checkPlace(place(file, name), entry, available));
        List<Map.Entry<String, Entry>> byPlace = entries.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end)))
                .toList();
        long end = 0;
        for (Map.Entry<String, Entry> next : byPlace) {
            if (next.getValue().begin() != end) {
                throw new DataException(
                        "%s, data_offsets: expected to begin at %s, where the tensor before ends, found %s"
                                .formatted(
                                        place(file, next.getKey()),
                                        end,
                                        next.getValue().begin()));
            }
            end = next.getValue().end();
        }
        if (end != available) {
            throw new DataException(
                    "%s: expected %s bytes of tensors behind the header, found %s".formatted(file, end, available));
        }
    }

    private static void checkPlace(String place, Entry entry, long available) {
        if (entry.end() < entry.begin() || entry.end() > available) {
            throw new DataException("%s, data_offsets: expected a begin and an end within %s bytes, found %s and %s"
                    .formatted(place, available, entry.begin(), entry.end()));
        }
        entry.type().ifPresent(type -> {
            long needed = (long) type.bytes * entry.shape().size();
            if (entry.length() != needed) {
                throw new DataException("%s, data_offsets: expected %s bytes for %s of shape %s, found %s"
                        .formatted(place, needed, type, TensorFile.text(entry.shape()), entry.length()));
            }
        });
    }

    /** A tensor as messages name it. */
    static String place(String file, String tensor) {
        return file + ", tensor " + TensorFile.quoted(tensor);
    }
}
