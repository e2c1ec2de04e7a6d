package org.gradus.chart;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of two variables, known on a grid of columns and rows over a rectangle, ends included.
 *
 * <p>Columns count from the left, rows from the bottom, as the axes do. Values may be NaN or infinite; there a chart shows nothing.
 */
public final class ScalarField {

    private static final int FINE = 301;

    private final double[] x;
    private final double[] y;
    private final double[] z; // row by row

    private ScalarField(double[] x, double[] y, double[] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /**
     * A field from its values.
     *
     * @param x where the first and the last column are
     * @param y where the first and the last row are
     * @param z the values, {@code z[row][column]}, the bottom row first; copied
     * @return the field
     * @throws IllegalArgumentException if there are less than two rows or columns, or the rows differ in length
     */
    public static ScalarField of(Limits x, Limits y, double[][] z) {
        int columns = z.length == 0 ? 0 : z[0].length;
        requireSize(columns, z.length);
        for (double[] row : z) {
            if (row.length != columns) {
                throw new IllegalArgumentException(
                        "field: the rows have " + columns + " and " + row.length + " values; all need the same number");
            }
        }
        double[] values = Arrays.stream(z).flatMapToDouble(Arrays::stream).toArray();
        return new ScalarField(places(x, columns), places(y, z.length), values);
    }

    /**
     * A field from a function, sampled finely enough for a picture of 800 × 500: 301 columns and rows.
     *
     * @param function the function of x and y
     * @param x where to sample, from left to right
     * @param y where to sample, from bottom to top
     * @return the field
     */
    public static ScalarField sample(DoubleBinaryOperator function, Limits x, Limits y) {
        return sample(function, x, y, FINE, FINE);
    }

    /**
     * A field from a function.
     *
     * @param function the function of x and y
     * @param x where to sample, from left to right
     * @param y where to sample, from bottom to top
     * @param columns how many places from left to right, at least 2
     * @param rows how many places from bottom to top, at least 2
     * @return the field
     * @throws IllegalArgumentException if there are less than two rows or columns
     */
    public static ScalarField sample(DoubleBinaryOperator function, Limits x, Limits y, int columns, int rows) {
        requireSize(columns, rows);
        double[] across = places(x, columns);
        double[] up = places(y, rows);
        double[] values = new double[columns * rows];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(across[i % columns], up[i / columns]);
        }
        return new ScalarField(across, up, values);
    }

    private static void requireSize(int columns, int rows) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException(
                    "field: found " + columns + " columns and " + rows + " rows; a field needs at least 2 of each");
        }
    }

    /** Evenly spaced places; a weighted mean of the ends meets both of them exactly. */
    private static double[] places(Limits limits, int count) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            double part = (double) i / (count - 1);
            places[i] = limits.lower() * (1 - part) + limits.upper() * part;
        }
        return places;
    }

    /** {@return the number of columns} */
    public int columns() {
        return x.length;
    }

    /** {@return the number of rows} */
    public int rows() {
        return y.length;
    }

    /**
     * {@return where a column is}
     *
     * @param column the column, from 0 at the left
     */
    public double x(int column) {
        return x[column];
    }

    /**
     * {@return where a row is}
     *
     * @param row the row, from 0 at the bottom
     */
    public double y(int row) {
        return y[row];
    }

    /**
     * {@return the value at a place of the grid}
     *
     * @param column the column, from 0 at the left
     * @param row the row, from 0 at the bottom
     */
    public double z(int column, int row) {
        return z[row * x.length + column];
    }

    /** {@return where the first and the last column are} */
    public Limits xLimits() {
        return new Limits(x[0], x[x.length - 1]);
    }

    /** {@return where the first and the last row are} */
    public Limits yLimits() {
        return new Limits(y[0], y[y.length - 1]);
    }

    /**
     * The field of other values at the same places.
     *
     * @param function the new value for each value
     * @return the field
     */
    public ScalarField map(DoubleUnaryOperator function) {
        return new ScalarField(x, y, Arrays.stream(z).map(function).toArray());
    }

    /** {@return the finite values, the smallest first} */
    double[] sorted() {
        return Arrays.stream(z).filter(Double::isFinite).sorted().toArray();
    }

    /**
     * The same field in a frame of one more row and column on each side, at the same places as the outermost ones and higher than every level;
     * as high is what is not finite. In it each region below a level is bounded by closed lines.
     *
     * @return the field in its frame
     */
    public ScalarField framed() {
        int columns = columns() + 2;
        int rows = rows() + 2;
        double[] framed = new double[columns * rows];
        Arrays.fill(framed, Double.MAX_VALUE);
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                double value = z(column, row);
                if (Double.isFinite(value)) {
                    framed[(row + 1) * columns + column + 1] = value;
                }
            }
        }
        return new ScalarField(endsTwice(x), endsTwice(y), framed);
    }

    private static double[] endsTwice(double[] places) {
        double[] result = new double[places.length + 2];
        System.arraycopy(places, 0, result, 1, places.length);
        result[0] = places[0];
        result[result.length - 1] = places[places.length - 1];
        return result;
    }

    /** Whether the other is a field with the same values at the same places. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ScalarField that
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y)
                && Arrays.equals(z, that.z);
    }

    /** A number that depends on all values. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(z);
    }

    /** The size and the place, as in {@code 201 × 201 over -2.0 to 2.0, -1.0 to 3.0}. */
    @Override
    public String toString() {
        return columns() + " × " + rows() + " over " + x[0] + " to " + x[x.length - 1] + ", " + y[0] + " to "
                + y[y.length - 1];
    }
}
