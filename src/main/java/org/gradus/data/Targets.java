package org.gradus.data;

import java.util.Arrays;
import java.util.List;

/** What is asked about the examples of a {@link Dataset}: the class of each, or numbers. Immutable; the arrays are the library's own. */
sealed interface Targets {

    /** How many examples it is about. */
    int size();

    /** Those of some of the examples, in the order wanted. */
    Targets select(int... rows);

    /** What it is, after "… examples of … features". */
    String text();

    /** One class per example, from 0, and what the classes are called. */
    record Classes(int[] labels, List<String> names) implements Targets {
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return labels.length;
        }

        @Override
        public Classes select(int... rows) {
            return new Classes(Arrays.stream(rows).map(row -> labels[row]).toArray(), names);
        }

        @Override
        public String text() {
            return "in %s classes".formatted(names.size());
        }
    }

    /** Some numbers per example, row by row. */
    record Values(Features rows, int size) implements Targets {
        @Override
        public Values select(int... chosen) {
            return new Values(rows.select(chosen), chosen.length);
        }

        @Override
        public String text() {
            return "and %s targets".formatted(rows.width());
        }
    }
}
