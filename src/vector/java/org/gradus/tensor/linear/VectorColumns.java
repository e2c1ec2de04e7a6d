package org.gradus.tensor.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops on the Vector API: a vector of columns at a time, down all rows, with what stays the same in registers. The last columns, which
 * do not fill a vector, are left to the plain loops.
 */
record VectorColumns() implements Columns {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final PlainColumns PLAIN = new PlainColumns();

    @Override
    public void sum(Block block, double[] x, double[] sums) {
        int full = SPECIES.loopBound(block.n());
        for (int j = 0; j < full; j += LANES) {
            DoubleVector sum = load(sums, block.at() + j);
            for (int row = 0, p = block.from() + j; row < block.rows(); row++, p += block.step()) {
                sum = sum.add(load(x, p));
            }
            sum.intoArray(sums, block.at() + j);
        }
        PLAIN.sum(block.after(full), x, sums);
    }

    @Override
    public void squares(Block block, double[] x, double[] c, double[] sums) {
        int full = SPECIES.loopBound(block.n());
        for (int j = 0; j < full; j += LANES) {
            DoubleVector center = load(c, block.at() + j), sum = load(sums, block.at() + j);
            for (int row = 0, p = block.from() + j; row < block.rows(); row++, p += block.step()) {
                DoubleVector distance = load(x, p).sub(center);
                sum = sum.add(distance.mul(distance));
            }
            sum.intoArray(sums, block.at() + j);
        }
        PLAIN.squares(block.after(full), x, c, sums);
    }

    @Override
    public void products(Block block, double[] g, double[] x, double[] c, double[] sums) {
        int full = SPECIES.loopBound(block.n());
        for (int j = 0; j < full; j += LANES) {
            DoubleVector center = load(c, block.at() + j), sum = load(sums, block.at() + j);
            for (int row = 0, p = block.from() + j; row < block.rows(); row++, p += block.step()) {
                sum = sum.add(load(g, p).mul(load(x, p).sub(center)));
            }
            sum.intoArray(sums, block.at() + j);
        }
        PLAIN.products(block.after(full), g, x, c, sums);
    }

    @Override
    public void affine(Block block, double[] x, double[] c, double[] w, double[] b, double[] y) {
        int full = SPECIES.loopBound(block.n());
        for (int j = 0; j < full; j += LANES) {
            int at = block.at() + j;
            DoubleVector center = load(c, at), factor = load(w, at), shift = load(b, at);
            for (int row = 0, p = block.from() + j; row < block.rows(); row++, p += block.step()) {
                load(x, p).sub(center).mul(factor).add(shift).intoArray(y, p);
            }
        }
        PLAIN.affine(block.after(full), x, c, w, b, y);
    }

    @Override
    public void line(Block block, double[] g, double[] w, double[] b, double[] x, double[] c, double[] k, double[] y) {
        int full = SPECIES.loopBound(block.n());
        for (int j = 0; j < full; j += LANES) {
            int at = block.at() + j;
            DoubleVector factor = load(w, at), shift = load(b, at), center = load(c, at), slope = load(k, at);
            for (int row = 0, p = block.from() + j; row < block.rows(); row++, p += block.step()) {
                DoubleVector line = load(x, p).sub(center).mul(slope);
                load(g, p).mul(factor).sub(shift).sub(line).intoArray(y, p);
            }
        }
        PLAIN.line(block.after(full), g, w, b, x, c, k, y);
    }

    private static DoubleVector load(double[] from, int at) {
        return DoubleVector.fromArray(SPECIES, from, at);
    }
}
