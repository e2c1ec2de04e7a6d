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

    /** Its rows as arrays of their own. */
    double[][] toRows() {
        double[][] result = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            int start = index(i, 0);
            if (columnStep == 1) {
                System.arraycopy(data, start, result[i], 0, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    result[i][j] = data[start + j * columnStep];
                }
            }
        }
        return result;
    }
}
