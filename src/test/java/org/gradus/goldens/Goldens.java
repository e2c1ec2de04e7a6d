package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Reads the files of reference numbers. */
public final class Goldens {
    private Goldens() {}

    /** {@return a file} */
    public static JsonObject read(String file) {
        try (Reader in = new InputStreamReader(Goldens.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return an entry of a file}
     *
     * @param file such as {@code demos.json}
     * @param id which entry
     */
    public static JsonObject entry(String file, String id) {
        return entries(read(file)).stream()
                .filter(entry -> entry.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * {@return a row of numbers of an entry}
     *
     * @param entry the entry
     * @param name what the row is called there
     */
    public static double[] numbers(JsonObject entry, String name) {
        return numbers(entry.getAsJsonArray(name));
    }

    static List<JsonObject> entries(JsonObject file) {
        return StreamSupport.stream(file.getAsJsonArray("entries").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** Gson reads the strings "NaN" and "Infinity", which may stand for numbers, by Double.parseDouble. */
    static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    static int[] ints(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    static Tensor tensor(JsonElement json) {
        JsonObject object = json.getAsJsonObject();
        return Tensor.of(Shape.of(ints(object.getAsJsonArray("shape"))), numbers(object.getAsJsonArray("data")));
    }

    /** Fails unless every number is within abs + rel · |expected| of the expected one. */
    public static void assertClose(String what, double[] actual, double[] expected, double abs, double rel) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            if (Double.isFinite(expected[i])) {
                assertThat(Math.abs(actual[i] - expected[i]))
                        .as("%s, element %d: found %s, expected %s", what, i, actual[i], expected[i])
                        .isLessThanOrEqualTo(abs + rel * Math.abs(expected[i]));
            } else {
                assertThat(actual[i]).as("%s, element %d", what, i).isEqualTo(expected[i]);
            }
        }
    }

    /** The ε of a rule: where the reference has none it is 10⁻³⁰⁰, which √v̂ swallows, because a rule that has an ε needs a positive one. */
    static double epsilon(JsonObject hyper) {
        double epsilon = hyper.get("eps").getAsDouble();
        return epsilon == 0 ? 1e-300 : epsilon;
    }
}
