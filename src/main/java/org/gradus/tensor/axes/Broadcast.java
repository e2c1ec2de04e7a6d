package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;

/** Walks an array of a large shape row by row, beside an array of a smaller shape that broadcasts to it. */
final class Broadcast {
    private Broadcast() {}

    /** What to do with one row, that is one stretch along the last axis of the large shape. */
    interface Row {
        /**
         * Visits a row.
         *
         * @param large where the row starts in the large array
         * @param small where its counterpart starts in the small array
         * @param n the length of the row
         * @param step how far the small array advances per element: 1, or 0 where it is repeated along the row
         */
        void visit(int large, int small, int n, int step);
    }

    /** Refuses two shapes of which the first does not broadcast to the second. */
    static void check(Op op, Shape small, Shape large) {
        boolean fits = small.rank() <= large.rank();
        for (int axis = 1; fits && axis <= small.rank(); axis++) {
            fits = small.size(-axis) == large.size(-axis) || small.size(-axis) == 1;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    ("%s: shape %s does not broadcast to %s; aligned at the last axis, each of its sizes must be equal or 1")
                            .formatted(op.name(), small, large));
        }
    }

    /** Returns the shape of two equal ones; refuses others. */
    static Shape checkEqual(Op op, Shape left, Shape right) {
        if (!left.equals(right)) {
            throw new IllegalArgumentException("%s: shapes %s and %s differ; expand them to a common shape first"
                    .formatted(op.name(), left, right));
        }
        return left;
    }

    /** Visits all rows in order. */
    static void rows(Shape large, Shape small, Row row) {
        if (large.size() == 0) {
            return;
        }
        int axes = Math.max(large.rank() - 1, 0); // the axes the odometer runs over
        int n = large.rank() == 0 ? 1 : large.size(-1);
        int[] steps = steps(large, small);
        int step = large.rank() == 0 ? 0 : steps[axes];
        int[] index = new int[axes];
        int from = 0;
        for (int start = 0; start < large.size(); start += n) {
            row.visit(start, from, n, step);
            for (int axis = axes - 1; axis >= 0; axis--) {
                from += steps[axis];
                if (++index[axis] < large.size(axis)) {
                    break;
                }
                from -= index[axis] * steps[axis];
                index[axis] = 0;
            }
        }
    }

    /** Adds a row to the sums beside it, in order; where all go into one sum, that is kept at hand. */
    static void addRow(double[] row, int large, int n, double[] sums, int small, int step) {
        if (step == 0) {
            double sum = sums[small];
            for (int i = 0; i < n; i++) {
                sum += row[large + i];
            }
            sums[small] = sum;
        } else {
            for (int i = 0; i < n; i++) {
                sums[small + i] += row[large + i];
            }
        }
    }

    /** Adds the products of two rows to the sums beside them, in order; where all go into one sum, as {@link RowSums} does. */
    static void addProducts(double[] a, double[] b, int large, int n, double[] sums, int small, int step) {
        if (step == 0) {
            sums[small] += RowSums.products(a, large, b, large, 0, n);
        } else {
            for (int i = 0; i < n; i++) {
                sums[small + i] += a[large + i] * b[large + i];
            }
        }
    }

    /** For each axis of the large shape, how far the small array advances: 0 where it is repeated. */
    private static int[] steps(Shape large, Shape small) {
        int[] steps = new int[large.rank()];
        int[] strides = small.strides();
        for (int axis = 1; axis <= small.rank(); axis++) {
            steps[large.rank() - axis] = small.size(-axis) == 1 ? 0 : strides[small.rank() - axis];
        }
        return steps;
    }
}
