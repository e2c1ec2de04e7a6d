package org.gradus.tensor.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loop: a tile of y, four rows by two or three vectors, in registers while k runs. The vectors are local variables, written
 * out: in an array they would become objects in memory, and so would more than 16 of them.
 */
final class VectorTile {
    /** Rows of a tile. */
    static final int ROWS = 4;

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** Numbers in a vector. */
    private static final int LANES = SPECIES.length();

    /** Numbers in a row of the widest tile. Its 12 sums, 3 vectors of b and one number of a fill the 16 registers of most processors. */
    static final int WIDEST = 3 * LANES;

    private VectorTile() {}

    /** The width of the next tile where so many columns are left: three vectors, or two if that leaves fewer lanes without a column. */
    static int width(int columns) {
        boolean pair = columns <= 2 * LANES;
        boolean twoPairs = columns > 3 * LANES && columns <= 4 * LANES;
        return pair || twoPairs ? 2 * LANES : WIDEST;
    }

    /**
     * Carries the chains of a tile down a panel.
     *
     * @param a the left matrix
     * @param i its first row for this tile; if it has fewer than four from there, the last is taken again in place of the missing ones
     * @param b the panel of the right matrix
     * @param y where the chains are
     * @param at where in y the tile starts
     * @param step how far in y the tile's next row is
     */
    static void add(Matrix a, int i, Panel b, double[] y, int at, int step) {
        int last = a.rows() - 1;
        int a0 = a.index(i, b.k());
        int a1 = a.index(Math.min(i + 1, last), b.k());
        int a2 = a.index(Math.min(i + 2, last), b.k());
        int a3 = a.index(Math.min(i + 3, last), b.k());
        if (b.width() == WIDEST) {
            addThree(a.data(), a0, a1, a2, a3, a.columnStep(), b, y, at, step);
        } else {
            addTwo(a.data(), a0, a1, a2, a3, a.columnStep(), b, y, at, step);
        }
    }

    private static void addThree(
            double[] a, int a0, int a1, int a2, int a3, int aStep, Panel panel, double[] y, int y0, int step) {
        double[] b = panel.numbers();
        int end = panel.depth() * panel.width();
        int y1 = y0 + step, y2 = y1 + step, y3 = y2 + step;
        DoubleVector y00 = load(y, y0), y01 = load(y, y0 + LANES), y02 = load(y, y0 + 2 * LANES);
        DoubleVector y10 = load(y, y1), y11 = load(y, y1 + LANES), y12 = load(y, y1 + 2 * LANES);
        DoubleVector y20 = load(y, y2), y21 = load(y, y2 + LANES), y22 = load(y, y2 + 2 * LANES);
        DoubleVector y30 = load(y, y3), y31 = load(y, y3 + LANES), y32 = load(y, y3 + 2 * LANES);
        for (int p = 0, k = 0; p < end; p += 3 * LANES, k += aStep) {
            DoubleVector b0 = load(b, p), b1 = load(b, p + LANES), b2 = load(b, p + 2 * LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            y00 = x.fma(b0, y00);
            y01 = x.fma(b1, y01);
            y02 = x.fma(b2, y02);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            y10 = x.fma(b0, y10);
            y11 = x.fma(b1, y11);
            y12 = x.fma(b2, y12);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            y20 = x.fma(b0, y20);
            y21 = x.fma(b1, y21);
            y22 = x.fma(b2, y22);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            y30 = x.fma(b0, y30);
            y31 = x.fma(b1, y31);
            y32 = x.fma(b2, y32);
        }
        store(y00, y01, y02, y, y0);
        store(y10, y11, y12, y, y1);
        store(y20, y21, y22, y, y2);
        store(y30, y31, y32, y, y3);
    }

    private static void addTwo(
            double[] a, int a0, int a1, int a2, int a3, int aStep, Panel panel, double[] y, int y0, int step) {
        double[] b = panel.numbers();
        int end = panel.depth() * panel.width();
        int y1 = y0 + step, y2 = y1 + step, y3 = y2 + step;
        DoubleVector y00 = load(y, y0), y01 = load(y, y0 + LANES);
        DoubleVector y10 = load(y, y1), y11 = load(y, y1 + LANES);
        DoubleVector y20 = load(y, y2), y21 = load(y, y2 + LANES);
        DoubleVector y30 = load(y, y3), y31 = load(y, y3 + LANES);
        for (int p = 0, k = 0; p < end; p += 2 * LANES, k += aStep) {
            DoubleVector b0 = load(b, p), b1 = load(b, p + LANES);
            DoubleVector x = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            y00 = x.fma(b0, y00);
            y01 = x.fma(b1, y01);
            x = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            y10 = x.fma(b0, y10);
            y11 = x.fma(b1, y11);
            x = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            y20 = x.fma(b0, y20);
            y21 = x.fma(b1, y21);
            x = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            y30 = x.fma(b0, y30);
            y31 = x.fma(b1, y31);
        }
        store(y00, y01, y, y0);
        store(y10, y11, y, y1);
        store(y20, y21, y, y2);
        store(y30, y31, y, y3);
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(SPECIES, from, at);
    }

    private static void store(DoubleVector v0, DoubleVector v1, DoubleVector v2, double[] to, int at) {
        store(v0, v1, to, at);
        v2.intoArray(to, at + 2 * LANES);
    }

    private static void store(DoubleVector v0, DoubleVector v1, double[] to, int at) {
        v0.intoArray(to, at);
        v1.intoArray(to, at + LANES);
    }
}
