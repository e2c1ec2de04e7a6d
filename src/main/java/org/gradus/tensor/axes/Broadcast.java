package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.linear.Columns;

/**
 * Walks an array of a large shape row by row, beside an array of a smaller shape that broadcasts to it. What is summed up is so in a fixed
 * order: down the columns row by row, and along a row as {@link RowSums} does.
 */
final class Broadcast {
    static final Columns COLUMNS = Columns.fastest();

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

    /** What to do with one or several rows, one right behind the other, that have the same counterpart in the small array. */
    interface Block {
        /**
         * Visits rows.
         *
         * @param block which rows, and where their counterpart starts in the small array
         * @param step how far the small array advances per element: 1, or 0 where it is repeated along a row, of which there is only one then
         */
        void visit(Columns.Block block, int step);
    }

    /** Visits all rows in order. */
    static void rows(Shape large, Shape small, Row row) {
        blocks(large, small, (block, step) -> {
            for (int i = 0; i < block.rows(); i++) {
                row.visit(block.from() + i * block.step(), block.at(), block.n(), step);
            }
        });
    }

    /** Visits all rows in order, as many at a time as have the same counterpart. */
    static void blocks(Shape large, Shape small, Block block) {
        if (large.size() == 0) {
            return;
        }
        int axes = Math.max(large.rank() - 1, 0); // the axes the odometer runs over
        int n = large.rank() == 0 ? 1 : large.size(-1);
        int[] steps = steps(large, small);
        int step = large.rank() == 0 ? 0 : steps[axes];
        int rows = 1;
        while (step == 1 && axes > 0 && steps[axes - 1] == 0) {
            axes--;
            rows *= large.size(axes);
        }
        int[] index = new int[axes];
        int from = 0;
        for (int start = 0; start < large.size(); start += rows * n) {
            block.visit(new Columns.Block(start, rows, n, n, from), step);
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

    /** Adds Σ x to the sums. */
    static void addUp(double[] x, Shape large, Shape small, double[] sums) {
        blocks(large, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.sum(block, x, sums);
            } else {
                sums[block.at()] += RowSums.sum(x, block.from(), block.n());
            }
        });
    }

    /** Adds Σ (x − c)² to the sums, with one number c for each. */
    static void addSquares(double[] x, double[] c, Shape large, Shape small, double[] sums) {
        blocks(large, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.squares(block, x, c, sums);
            } else {
                sums[block.at()] += RowSums.squares(x, block.from(), c[block.at()], block.n());
            }
        });
    }

    /** Adds Σ g (x − c) to the sums, with one number c for each. */
    static void addProducts(double[] g, double[] x, double[] c, Shape large, Shape small, double[] sums) {
        blocks(large, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.products(block, g, x, c, sums);
            } else {
                int from = block.from();
                sums[block.at()] += RowSums.products(g, from, x, from, c[block.at()], block.n());
            }
        });
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
