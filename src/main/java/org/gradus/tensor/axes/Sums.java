package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.linear.Columns;

/**
 * Sums over the axes that are 1 in a smaller shape, in a fixed order: down the columns row by row, and along a row as {@link RowSums} does.
 * All add to what the sums are already.
 */
final class Sums {
    private static final Columns COLUMNS = Columns.fastest();

    private Sums() {}

    /** Adds Σ x. */
    static void add(double[] x, Shape shape, Shape small, double[] sums) {
        Broadcast.blocks(shape, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.sum(block, x, sums);
            } else {
                sums[block.at()] += RowSums.sum(x, block.from(), block.n());
            }
        });
    }

    /** Adds Σ (x − c)² with one number c per sum. */
    static void addSquares(double[] x, double[] c, Shape shape, Shape small, double[] sums) {
        Broadcast.blocks(shape, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.squares(block, x, c, sums);
            } else {
                sums[block.at()] += RowSums.squares(x, block.from(), c[block.at()], block.n());
            }
        });
    }

    /** Adds Σ g (x − c) with one number c per sum. */
    static void addProducts(double[] g, double[] x, double[] c, Shape shape, Shape small, double[] sums) {
        Broadcast.blocks(shape, small, (block, step) -> {
            if (step == 1) {
                COLUMNS.products(block, g, x, c, sums);
            } else {
                int from = block.from();
                sums[block.at()] += RowSums.products(g, from, x, from, c[block.at()], block.n());
            }
        });
    }
}
