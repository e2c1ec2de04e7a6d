package org.gradus.data;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.gradus.data.SafetensorsHeader.Entry;
import org.gradus.tensor.Shape;

/**
 * Reads the JSON of a header token by token against the format: what does not belong there is refused where it starts, however deep it is
 * nested, and a key that comes twice is refused, where most readers of JSON would let the last one win.
 */
final class SafetensorsHeaderReader {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,18}"); // fits into a long
    private static final String KEYS = "dtype, shape and data_offsets";

    private final String file;
    private final JsonReader json;

    private SafetensorsHeaderReader(String file, String text) {
        this.file = file;
        this.json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT); // also refuses halves of surrogate pairs
    }

    /** The header that a text says; the file's name is for messages. */
    static SafetensorsHeader read(String file, String text) {
        SafetensorsHeaderReader reader = new SafetensorsHeaderReader(file, text);
        try {
            return reader.header();
        } catch (IOException e) {
            String path = reader.json.getPath();
            throw new DataException(
                    "%s, header: expected JSON, found damage near %s".formatted(file, TensorFile.quoted(path)), e);
        }
    }

    private SafetensorsHeader header() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, String> metadata = null;
        String place = file + ", header";
        expect(JsonToken.BEGIN_OBJECT, place);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            boolean isMetadata = name.equals(SafetensorsHeader.METADATA);
            refuseSecond(name, isMetadata ? metadata != null : entries.containsKey(name), place);
            if (isMetadata) {
                metadata = metadata();
            } else {
                entries.put(name, entry(SafetensorsHeader.place(file, name)));
            }
        }
        json.endObject();
        json.peek(); // at the end of the text; otherwise throws
        return new SafetensorsHeader(entries, metadata == null ? Map.of() : metadata);
    }

    private Map<String, String> metadata() throws IOException {
        Map<String, String> notes = new LinkedHashMap<>();
        String place = file + ", " + SafetensorsHeader.METADATA;
        expect(JsonToken.BEGIN_OBJECT, place);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            refuseSecond(key, notes.containsKey(key), place);
            notes.put(key, string(place));
        }
        json.endObject();
        return notes;
    }

    private Entry entry(String place) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        expect(JsonToken.BEGIN_OBJECT, place);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            refuseSecond(key, found.containsKey(key), place);
            found.put(key, value(key, place));
        }
        json.endObject();
        if (found.get(SafetensorsHeader.DTYPE) instanceof String dtype
                && found.get(SafetensorsHeader.SHAPE) instanceof Shape shape
                && found.get(SafetensorsHeader.OFFSETS) instanceof long[] offsets) {
            if (offsets.length == 2) {
                return new Entry(dtype, shape, offsets[0], offsets[1]);
            }
            throw new DataException("%s, data_offsets: expected 2 numbers, found %s".formatted(place, offsets.length));
        }
        throw new DataException("%s: expected the keys %s, found only %s".formatted(place, KEYS, found.keySet()));
    }

    private Object value(String key, String place) throws IOException {
        return switch (key) {
            case SafetensorsHeader.DTYPE -> string(place + ", dtype");
            case SafetensorsHeader.SHAPE ->
                TensorFile.shape(place, wholeNumbers(TensorFile.MOST_AXES, place + ", shape"));
            case SafetensorsHeader.OFFSETS -> wholeNumbers(2, place + ", data_offsets");
            default ->
                throw new DataException(
                        "%s: expected the keys %s, found %s".formatted(place, KEYS, TensorFile.quoted(key)));
        };
    }

    private long[] wholeNumbers(int most, String place) throws IOException {
        LongStream.Builder numbers = LongStream.builder();
        expect(JsonToken.BEGIN_ARRAY, place);
        json.beginArray();
        for (int count = 0; json.hasNext(); count++) {
            expect(JsonToken.NUMBER, place);
            String number = json.nextString(); // nextLong would also take 1.0 and 1e3
            if (count == most) {
                throw new DataException("%s: expected at most %s numbers, found more".formatted(place, most));
            }
            if (!WHOLE_NUMBER.matcher(number).matches()) {
                throw new DataException("%s: expected whole numbers from 0 to 10^18 - 1, found %s"
                        .formatted(place, TensorFile.quoted(number)));
            }
            numbers.add(Long.parseLong(number));
        }
        json.endArray();
        return numbers.build().toArray();
    }

    private String string(String place) throws IOException {
        expect(JsonToken.STRING, place);
        return json.nextString();
    }

    private static void refuseSecond(String key, boolean isSecond, String place) {
        if (isSecond) {
            throw new DataException(
                    "%s: expected each key once, found a second %s".formatted(place, TensorFile.quoted(key)));
        }
    }

    private void expect(JsonToken token, String place) throws IOException {
        JsonToken found = json.peek();
        if (found != token) {
            throw new DataException("%s: expected %s, found %s".formatted(place, inWords(token), inWords(found)));
        }
    }

    private static String inWords(JsonToken token) {
        return switch (token) {
            case BEGIN_OBJECT -> "an object";
            case BEGIN_ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NAME -> "a name";
            case END_OBJECT, END_ARRAY, END_DOCUMENT -> "an end";
        };
    }
}
