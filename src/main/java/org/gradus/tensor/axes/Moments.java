package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/**
 * Means and biased variances over the axes that are 1 in a smaller shape, in two passes: the mean first, then the squared distances.
 *
 * @param shape the shape of the numbers
 * @param statistics the smaller shape
 * @param n over how many numbers each is taken
 * @param mean the means
 * @param variance the variances
 */
record Moments(Shape shape, Shape statistics, double n, double[] mean, double[] variance) {
    static Moments of(double[] x, Shape shape, Shape statistics) {
        double n = (double) shape.size() / statistics.size();
        double[] mean = new double[statistics.size()];
        Broadcast.addUp(x, shape, statistics, mean);
        divide(mean, n);
        double[] variance = new double[mean.length];
        Broadcast.addSquares(x, mean, shape, statistics, variance);
        divide(variance, n);
        return new Moments(shape, statistics, n, mean, variance);
    }

    /** Fills y with the means and, behind them, the variances. */
    void copyTo(double[] y) {
        System.arraycopy(mean, 0, y, 0, mean.length);
        System.arraycopy(variance, 0, y, mean.length, variance.length);
    }

    /** Fills y with (x − mean) / √(variance + ε). */
    void standardize(double[] x, double epsilon, double[] y) {
        affine(x, mean, scale(epsilon), new double[mean.length], shape, statistics, y);
    }

    /** Fills y with (x − mean) / √(variance + ε) · w + b; w and b have one number per mean. */
    void normalize(double[] x, double epsilon, double[] w, double[] b, double[] y) {
        double[] factor = scale(epsilon);
        for (int s = 0; s < factor.length; s++) {
            factor[s] *= w[s];
        }
        affine(x, mean, factor, b, shape, statistics, y);
    }

    /** Fills y with w (g − mean g − x̂ · mean(g x̂)) / √(variance + ε), where x̂ is x standardized; w has one number per mean. */
    void slope(double[] g, double[] x, double epsilon, double[] w, double[] y) {
        double[] factor = scale(epsilon);
        double[] shift = new double[mean.length];
        Broadcast.addUp(g, shape, statistics, shift);
        double[] slope = new double[mean.length]; // of the line that is taken away from g
        Broadcast.addProducts(g, x, mean, shape, statistics, slope);
        for (int s = 0; s < slope.length; s++) {
            double scale = factor[s];
            factor[s] *= w[s];
            shift[s] *= factor[s] / n;
            slope[s] *= factor[s] * scale * scale / n;
        }
        Broadcast.blocks(shape, statistics, (block, step) -> {
            if (step == 1) {
                Broadcast.COLUMNS.line(block, g, factor, shift, x, mean, slope, y);
            } else {
                int at = block.at();
                lineRow(g, factor[at], shift[at], x, mean[at], slope[at], block.from(), block.n(), y);
            }
        });
    }

    /** Fills y with (x − c) · w + b, where c, w and b have a smaller shape. */
    static void affine(double[] x, double[] c, double[] w, double[] b, Shape shape, Shape small, double[] y) {
        Broadcast.blocks(shape, small, (block, step) -> {
            if (step == 1) {
                Broadcast.COLUMNS.affine(block, x, c, w, b, y);
            } else {
                int at = block.at();
                affineRow(x, block.from(), c[at], w[at], b[at], block.n(), y);
            }
        });
    }

    private static void affineRow(double[] x, int from, double mean, double factor, double b, int n, double[] y) {
        for (int i = 0; i < n; i++) {
            y[from + i] = (x[from + i] - mean) * factor + b;
        }
    }

    private static void lineRow(
            double[] g,
            double factor,
            double shift,
            double[] x,
            double mean,
            double slope,
            int from,
            int n,
            double[] y) {
        for (int i = 0; i < n; i++) {
            y[from + i] = g[from + i] * factor - shift - (x[from + i] - mean) * slope;
        }
    }

    /** 1 / √(variance + ε), one root per statistic. */
    private double[] scale(double epsilon) {
        double[] scale = new double[variance.length];
        for (int s = 0; s < scale.length; s++) {
            scale[s] = 1 / Math.sqrt(variance[s] + epsilon);
        }
        return scale;
    }

    private static void divide(double[] sums, double n) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= n;
        }
    }
}
