package org.gradus.equation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A value of a formula seen as a matrix, row by row. The parameters are one of rows × columns; beside it the notation knows the two squares, of
 * rows × rows and of columns × columns, and the number, so that a value's size tells its shape.
 *
 * @param elements the elements, row by row
 * @param rows how many rows
 * @param columns how many columns
 */
record Matrix(double[] elements, int rows, int columns) {

    /** The value of a formula; of a transposed one too, which as a value of its own might be no shape that the notation knows. */
    static Matrix of(Expression formula, Values values) {
        return formula instanceof Transposed transposed
                ? of(transposed.matrix(), values).transposed()
                : of(formula.value(values), values);
    }

    static Matrix of(double[] value, Values values) {
        int rows = values.rows();
        int columns = values.columns();
        if (value.length == 1) {
            return new Matrix(value, 1, 1);
        }
        if (value.length == rows * columns) {
            return new Matrix(value, rows, columns);
        }
        int side = value.length == rows * rows ? rows : columns;
        if (value.length != side * side) {
            throw new IllegalStateException("equation: a value of %s numbers is no matrix beside parameters of %s × %s"
                    .formatted(value.length, rows, columns));
        }
        return new Matrix(value, side, side);
    }

    /** The elements as a value of their own; refuses a matrix that would be taken for another. */
    double[] numbers(Values values) {
        boolean known = rows == columns || rows == values.rows() && columns == values.columns();
        if (!known) {
            throw new IllegalStateException(
                    "equation: a matrix of %s × %s stands beside parameters of %s × %s; write it transposed within a product"
                            .formatted(rows, columns, values.rows(), values.columns()));
        }
        return elements;
    }

    Matrix transposed() {
        double[] all = new double[elements.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                all[j * rows + i] = elements[i * columns + j];
            }
        }
        return new Matrix(all, columns, rows);
    }

    Matrix magnitudes() {
        return new Matrix(Elementwise.map(elements, Math::abs), rows, columns);
    }

    /** This matrix times another; a number is that multiple of the identity. */
    Matrix times(Matrix other) {
        if (elements.length == 1 && other.rows != 1) {
            return new Matrix(Elementwise.map(elements, other.elements, (a, b) -> a * b), other.rows, other.columns);
        }
        if (other.elements.length == 1 && columns != 1) {
            return new Matrix(Elementwise.map(elements, other.elements, (a, b) -> a * b), rows, columns);
        }
        if (columns != other.rows) {
            throw new IllegalStateException("equation: a matrix of %s × %s cannot be multiplied by one of %s × %s"
                    .formatted(rows, columns, other.rows, other.columns));
        }
        double[] product = new double[rows * other.columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                double sum = 0;
                for (int k = 0; k < columns; k++) {
                    sum = Math.fma(elements[i * columns + k], other.elements[k * other.columns + j], sum);
                }
                product[i * other.columns + j] = sum;
            }
        }
        return new Matrix(product, rows, other.columns);
    }

    /** X ← a X + (b A + c A²) X with A = X Xᵀ, or, of more rows than columns, X ← a X + X (b A + c A²) with A = Xᵀ X, some times. */
    Matrix newtonSchulz(int times, double a, double b, double c) {
        Matrix x = this;
        for (int i = 0; i < times; i++) {
            boolean tall = rows > columns;
            Matrix square = tall ? x.transposed().times(x) : x.times(x.transposed());
            double[] fourth = square.times(square).elements;
            double[] both = Elementwise.map(square.elements, fourth, (s, f) -> b * s + c * f);
            Matrix factor = new Matrix(both, square.rows, square.columns);
            Matrix moved = tall ? x.times(factor) : factor.times(x);
            x = new Matrix(Elementwise.map(x.elements, moved.elements, (old, by) -> a * old + by), rows, columns);
        }
        return x;
    }

    /** The eigenvectors of a symmetric matrix without negative eigenvalues as columns, that of the largest first: its left singular vectors. */
    Matrix eigenvectors() {
        return of(new SingularValueDecomposition(real()).getU());
    }

    /** The orthogonal Q of the matrix = Q R, by Householder's reflections. */
    Matrix orthonormal() {
        return of(new QRDecomposition(real()).getQ());
    }

    /** The columns, that with the largest element on a square matrix's diagonal first; a number leaves them as they are. */
    Matrix columnsBy(Matrix square) {
        if (square.elements.length == 1) {
            return this;
        }
        int[] order = square.descending();
        double[] ordered = new double[elements.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                ordered[i * columns + j] = elements[i * columns + order[j]];
            }
        }
        return new Matrix(ordered, rows, columns);
    }

    private int[] descending() {
        return IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -elements[i * columns + i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Divided by the largest element, which changes neither eigenvectors nor Q: squares of very large ones would be infinite. */
    private RealMatrix real() {
        double largest = 0;
        for (double element : elements) {
            largest = Math.max(largest, Math.abs(element));
        }
        double scale = largest == 0 ? 1 : largest;
        double[][] array = new double[rows][columns];
        for (int i = 0; i < elements.length; i++) {
            array[i / columns][i % columns] = elements[i] / scale;
        }
        return new Array2DRowRealMatrix(array, false);
    }

    private static Matrix of(RealMatrix matrix) {
        int columns = matrix.getColumnDimension();
        double[] all = new double[matrix.getRowDimension() * columns];
        Arrays.setAll(all, i -> matrix.getEntry(i / columns, i % columns));
        return new Matrix(all, matrix.getRowDimension(), columns);
    }
}
