package org.gradus.tensor.linear;

/**
 * Part of the right matrix, copied into the order in which tiles read it: row by row, each as wide as the tile. After the last column of the
 * matrix there may be lanes without a column; what stands there does not matter, for no other lane sees it.
 *
 * @param numbers the copy; row r starts at r · width
 * @param k the first row
 * @param depth the number of rows
 * @param columns the number of columns, at most the width
 * @param width the number of lanes
 */
record Panel(double[] numbers, int k, int depth, int columns, int width) {
    /** The most rows a panel has; the widest one then takes 24 kB, less than the level-1 cache of most machines. */
    static final int DEPTH = 3072 / VectorTile.WIDEST;

    /** Room for any panel of a matrix, whose first one is the widest. */
    static double[] space(Matrix b) {
        return new double[Math.min(b.rows(), DEPTH) * VectorTile.width(b.columns())];
    }

    /** The panel whose first number is element (k, j). */
    static Panel of(Matrix b, int k, int j, double[] space) {
        int depth = Math.min(b.rows() - k, DEPTH);
        int width = VectorTile.width(b.columns() - j);
        int columns = Math.min(b.columns() - j, width);
        if (b.columnStep() == 1) {
            for (int row = 0; row < depth; row++) {
                System.arraycopy(b.data(), b.index(k + row, j), space, row * width, columns);
            }
        } else {
            for (int column = 0; column < columns; column++) {
                copyColumn(b, k, j + column, depth, space, column, width);
            }
        }
        return new Panel(space, k, depth, columns, width);
    }

    private static void copyColumn(Matrix b, int k, int j, int depth, double[] space, int at, int width) {
        double[] data = b.data();
        int from = b.index(k, j);
        for (int row = 0; row < depth; row++) {
            space[at + row * width] = data[from + row * b.rowStep()];
        }
    }
}
