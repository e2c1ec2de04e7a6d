package org.gradus.tensor.linear;

/** The loops for any Java: row by row, as the numbers lie in memory. */
record PlainColumns() implements Columns {
    @Override
    public void sum(Block block, double[] x, double[] sums) {
        int n = block.n(), at = block.at();
        for (int row = 0, p = block.from(); row < block.rows(); row++, p += block.step()) {
            for (int j = 0; j < n; j++) {
                sums[at + j] += x[p + j];
            }
        }
    }

    @Override
    public void squares(Block block, double[] x, double[] c, double[] sums) {
        int n = block.n(), at = block.at();
        for (int row = 0, p = block.from(); row < block.rows(); row++, p += block.step()) {
            for (int j = 0; j < n; j++) {
                double distance = x[p + j] - c[at + j];
                sums[at + j] += distance * distance;
            }
        }
    }

    @Override
    public void products(Block block, double[] g, double[] x, double[] c, double[] sums) {
        int n = block.n(), at = block.at();
        for (int row = 0, p = block.from(); row < block.rows(); row++, p += block.step()) {
            for (int j = 0; j < n; j++) {
                sums[at + j] += g[p + j] * (x[p + j] - c[at + j]);
            }
        }
    }

    @Override
    public void affine(Block block, double[] x, double[] c, double[] w, double[] b, double[] y) {
        int n = block.n(), at = block.at();
        for (int row = 0, p = block.from(); row < block.rows(); row++, p += block.step()) {
            for (int j = 0; j < n; j++) {
                y[p + j] = (x[p + j] - c[at + j]) * w[at + j] + b[at + j];
            }
        }
    }

    @Override
    public void line(Block block, double[] g, double[] w, double[] b, double[] x, double[] c, double[] k, double[] y) {
        int n = block.n(), at = block.at();
        for (int row = 0, p = block.from(); row < block.rows(); row++, p += block.step()) {
            for (int j = 0; j < n; j++) {
                y[p + j] = g[p + j] * w[at + j] - b[at + j] - (x[p + j] - c[at + j]) * k[at + j];
            }
        }
    }
}
