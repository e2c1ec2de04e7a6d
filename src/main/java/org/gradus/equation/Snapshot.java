package org.gradus.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The values of all symbols at one step, and the lines that defined them. Whoever is given one cannot change the next step with it. */
public final class Snapshot {
    private final long t;
    private final Map<String, double[]> values;
    private final Map<String, Definition> definitions;

    Snapshot(long t, Map<String, double[]> values, Map<String, Definition> definitions) {
        this.t = t;
        this.values = copy(values);
        this.definitions = new LinkedHashMap<>(definitions);
    }

    private static Map<String, double[]> copy(Map<String, double[]> values) {
        Map<String, double[]> copies = new LinkedHashMap<>(values);
        copies.replaceAll((symbol, value) -> value.clone());
        return copies;
    }

    /** {@return the step} */
    public long t() {
        return t;
    }

    /** {@return copies of the values by symbol, such as m̂_t, in the order of computation} */
    public Map<String, double[]> values() {
        return Collections.unmodifiableMap(copy(values));
    }

    /**
     * {@return the value of a symbol: one number for a scalar, else one for each parameter}
     *
     * @param symbol its text, such as m̂_t, {@code mHat_t} or {@code mHat}; without a step it is that of this one
     * @throws IllegalArgumentException if it is no symbol, or there is no such symbol at this step
     */
    public double[] value(String symbol) {
        return values.get(Spelling.find(symbol, values.keySet(), "step " + t)).clone();
    }

    /**
     * {@return for each symbol that lines defined, these lines in their order: the one whose condition held, or several where each has elements
     * of its own}
     */
    public Map<String, List<Line>> lines() {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        definitions.forEach((symbol, definition) -> {
            if (!definition.applied.isEmpty()) {
                lines.put(symbol, List.copyOf(definition.applied));
            }
        });
        return Collections.unmodifiableMap(lines);
    }

    /**
     * {@return the line that defined an element of a symbol; empty if it stayed as it was}
     *
     * @param symbol its text, as for {@link #value}
     * @param element the number of the element, 0 for the first; of a scalar every number is its own
     * @throws IllegalArgumentException if it is no symbol, or there is no such symbol or element at this step
     */
    public Optional<Line> line(String symbol, int element) {
        String found = Spelling.find(symbol, values.keySet(), "step " + t);
        int size = values.get(found).length;
        if (element < 0 || element >= size && size > 1) {
            throw new IllegalArgumentException("step %s: %s has the elements 0 to %s, there is no element %s"
                    .formatted(t, found, size - 1, element));
        }
        return Optional.ofNullable(definitions.get(found)).map(definition -> definition.line(element));
    }

    /** {@return copies of the magnitudes of the largest terms of the lines that defined a symbol, element by element} */
    public Map<String, double[]> largestTerms() {
        Map<String, double[]> terms = new LinkedHashMap<>();
        definitions.forEach((symbol, definition) -> terms.put(symbol, definition.largestTerm.clone()));
        return Collections.unmodifiableMap(terms);
    }

    /** {@return the step and its symbols} */
    @Override
    public String toString() {
        return "step " + t + " with the values of " + String.join(", ", values.keySet());
    }

    /** How lines define a symbol at a step: each element by the first line that applies to it. */
    static final class Definition {
        private final List<Line> applied = new ArrayList<>();
        private double[] value = new double[1];
        private double[] largestTerm = new double[1];
        private Line[] lines = new Line[1];

        /** Takes from a line the elements that it applies to and no line before it has defined. */
        void add(Line line, Values values) {
            boolean[] where = line.where().elements(values);
            double[] right = line.right().value(values);
            double[] terms = line.right().largestTerm(values);
            grow(Elementwise.size(where.length, right.length));
            boolean applies = false;
            for (int i = 0; i < lines.length; i++) {
                if (lines[i] == null && where[where.length == 1 ? 0 : i]) {
                    lines[i] = line;
                    value[i] = right[right.length == 1 ? 0 : i];
                    largestTerm[i] = terms[terms.length == 1 ? 0 : i];
                    applies = true;
                }
            }
            if (applies) {
                applied.add(line);
            }
        }

        private void grow(int size) {
            if (Elementwise.size(lines.length, size) > lines.length) {
                lines = Collections.nCopies(size, lines[0]).toArray(Line[]::new);
                value = filled(value[0], size);
                largestTerm = filled(largestTerm[0], size);
            }
        }

        private static double[] filled(double number, int size) {
            double[] all = new double[size];
            Arrays.fill(all, number);
            return all;
        }

        /** The elements that no line has defined stay as they were. */
        void keep(double[] before) {
            grow(before.length);
            for (int i = 0; i < lines.length; i++) {
                if (lines[i] == null) {
                    value[i] = before[before.length == 1 ? 0 : i];
                    largestTerm[i] = Math.abs(value[i]);
                }
            }
        }

        /** Whether lines have defined every element. */
        boolean isComplete() {
            return Stream.of(lines).allMatch(Objects::nonNull);
        }

        double[] value() {
            return value.clone();
        }

        private Line line(int element) {
            return lines[lines.length == 1 ? 0 : element];
        }
    }
}
