package org.gradus.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Named values in a fixed order, the form in which layers show their parameters and buffers. */
public final class Named {
    private Named() {}

    /**
     * {@return two values by name, in this order}
     *
     * @param <T> what the values are
     * @param name1 the first name
     * @param value1 its value
     * @param name2 the second name
     * @param value2 its value
     */
    public static <T> Map<String, T> of(String name1, T value1, String name2, T value2) {
        Map<String, T> named = new LinkedHashMap<>();
        named.put(name1, value1);
        named.put(name2, value2);
        return Collections.unmodifiableMap(named);
    }

    /** What several layers name, by the layer's number and its own name, as in {@code 0.weight}. */
    static <T> Map<String, T> numbered(List<Layer> layers, Function<Layer, Map<String, T>> part) {
        Map<String, T> named = new LinkedHashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            String prefix = i + ".";
            part.apply(layers.get(i)).forEach((name, value) -> named.put(prefix + name, value));
        }
        return Collections.unmodifiableMap(named);
    }
}
