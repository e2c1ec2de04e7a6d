package org.gradus.tensor.linear;

import org.gradus.tensor.Shape;

/**
 * A matrix somewhere in an array: element (i, j) lies at offset + i · rowStep + j · columnStep. Transposing it moves no number.
 *
 * @param data the array
 * @param offset where element (0, 0) lies
 * @param rows the number of rows
 * @param columns the number of columns
 * @param rowStep how far the next row is
 * @param columnStep how far the next column is
 */
record Matrix(double[] data, int offset, int rows, int columns, int rowStep, int columnStep) {

    /** One of the matrices in a stack of them, whose last two axes are rows and columns. */
    static Matrix of(double[] data, Shape shape, int number) {
        int rows = shape.size(-2);
        int columns = shape.size(-1);
        return new Matrix(data, number * rows * columns, rows, columns, columns, 1);
    }

    Matrix transposed() {
        return new Matrix(data, offset, columns, rows, columnStep, rowStep);
    }

    /** Where element (i, j) lies. */
    int index(int i, int j) {
        return offset + i * rowStep + j * columnStep;
    }

    double at(int i, int j) {
        return data[index(i, j)];
    }

    /** Its rows from one to before another. */
    Matrix rows(int from, int to) {
        return new Matrix(data, index(from, 0), to - from, columns, rowStep, columnStep);
    }

    /** Copies the block of the given size whose first element is (i, j), one array per row. */
    void copyTo(double[][] block, int i, int height, int j, int width) {
        for (int r = 0; r < height; r++) {
            double[] row = block[r];
            int start = index(i + r, j);
            if (columnStep == 1) {
                System.arraycopy(data, start, row, 0, width);
            } else {
                for (int c = 0; c < width; c++) {
                    row[c] = data[start + c * columnStep];
                }
            }
        }
    }
}
