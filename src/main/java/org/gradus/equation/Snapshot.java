package org.gradus.equation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of all symbols at one step.
 *
 * @param t the step
 * @param values the values by symbol, such as {@code m̂_t}, in the order of computation
 * @param lines for each symbol that a line defined, the line
 * @param largestTerms for each symbol that a line defined, the magnitude of the line's largest term, element by element
 */
public record Snapshot(
        long t, Map<String, double[]> values, Map<String, Line> lines, Map<String, double[]> largestTerms) {
    /** Keeps copies of the maps, which nobody can change. */
    public Snapshot {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        largestTerms = Collections.unmodifiableMap(new LinkedHashMap<>(largestTerms));
    }

    /**
     * {@return the value of a symbol: one number for a scalar, else one for each parameter}
     *
     * @param symbol its text, such as {@code m̂_t}
     * @throws IllegalArgumentException if it is no symbol, or there is no such symbol at this step
     */
    public double[] value(String symbol) {
        double[] value = values.get(Symbol.parse(symbol).text());
        if (value == null) {
            throw new IllegalArgumentException(
                    "step %d: there is no symbol %s; the symbols are %s".formatted(t, symbol, values.keySet()));
        }
        return value.clone();
    }
}
