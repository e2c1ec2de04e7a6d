package org.gradus.tensor.linear;

/**
 * The kernel on the Vector API, whose vectors hold as many numbers as the machine computes at once.
 *
 * <p>It cuts b into panels, a few vectors wide, and lets all rows of a pass by each panel, four at a time. So a tile of y, four rows by the
 * width of the panel, stays in registers while its chains run down the panel, and every number in hand is used several times. A panel ends
 * after some rows, so that it stays in the cache; the chains then wait in y for the next panel below.
 */
public final class VectorKernel implements Kernel {
    /** For the service loader. */
    public VectorKernel() {}

    @Override
    public void multiply(Matrix a, Matrix b, double[] y, int offset) {
        int n = b.columns();
        double[] panelSpace = Panel.space(b);
        double[] tileSpace = new double[VectorTile.ROWS * VectorTile.WIDEST];
        for (int j = 0; j < n; j += VectorTile.width(n - j)) {
            for (int k = 0; k < b.rows(); k += Panel.DEPTH) {
                Panel panel = Panel.of(b, k, j, panelSpace);
                for (int i = 0; i < a.rows(); i += VectorTile.ROWS) {
                    add(a, i, panel, y, offset + i * n + j, n, tileSpace);
                }
            }
        }
    }

    @Override
    public Columns columns() {
        return new VectorColumns();
    }

    /** Adds to the tile of y that starts at a place, one row every n numbers; space is for a tile that reaches beyond the edge of y. */
    private static void add(Matrix a, int i, Panel panel, double[] y, int at, int n, double[] space) {
        int rows = Math.min(a.rows() - i, VectorTile.ROWS);
        int width = panel.width();
        if (rows == VectorTile.ROWS && panel.columns() == width) {
            VectorTile.add(a, i, panel, y, at, n);
            return;
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(y, at + r * n, space, r * width, panel.columns());
        }
        VectorTile.add(a, i, panel, space, 0, width);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(space, r * width, y, at + r * n, panel.columns());
        }
    }
}
