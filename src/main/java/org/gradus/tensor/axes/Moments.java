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
        double[] mean = means(x, shape, statistics);
        double[] variance = new double[statistics.size()];
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            if (step == 0) {
                variance[small] += RowSums.squares(x, large, mean[small], length);
                return;
            }
            for (int i = 0; i < length; i++) {
                double distance = x[large + i] - mean[small + i];
                variance[small + i] += distance * distance;
            }
        });
        divide(variance, n);
        return new Moments(shape, statistics, n, mean, variance);
    }

    private static double[] means(double[] x, Shape shape, Shape statistics) {
        double[] mean = new double[statistics.size()];
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            if (step == 0) {
                mean[small] += RowSums.sum(x, large, length);
                return;
            }
            for (int i = 0; i < length; i++) {
                mean[small + i] += x[large + i];
            }
        });
        divide(mean, (double) shape.size() / statistics.size());
        return mean;
    }

    /** Fills y with the means and, behind them, the variances. */
    void copyTo(double[] y) {
        System.arraycopy(mean, 0, y, 0, mean.length);
        System.arraycopy(variance, 0, y, mean.length, variance.length);
    }

    /** Fills y with (x − mean) / √(variance + ε). */
    void standardize(double[] x, double epsilon, double[] y) {
        double[] scale = scale(epsilon);
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            if (step == 0) {
                scaleRow(x, large, mean[small], scale[small], length, y);
                return;
            }
            for (int i = 0; i < length; i++) {
                y[large + i] = (x[large + i] - mean[small + i]) * scale[small + i];
            }
        });
    }

    /** Fills y with (g − mean g − x̂ · mean(g x̂)) / √(variance + ε), where x̂ is x standardized. */
    void slope(double[] g, double[] x, double epsilon, double[] y) {
        double[] scale = scale(epsilon);
        double[] meanOfG = means(g, shape, statistics);
        double[] slope = products(g, x); // of the line that is taken away from g
        for (int s = 0; s < slope.length; s++) {
            slope[s] *= scale[s] * scale[s] / n;
        }
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            if (step == 0) {
                slopeRow(g, x, large, meanOfG[small], mean[small], slope[small], scale[small], length, y);
                return;
            }
            for (int i = 0; i < length; i++) {
                double line = (x[large + i] - mean[small + i]) * slope[small + i];
                y[large + i] = (g[large + i] - meanOfG[small + i] - line) * scale[small + i];
            }
        });
    }

    /** The sums of g (x − mean). */
    private double[] products(double[] g, double[] x) {
        double[] sums = new double[statistics.size()];
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            if (step == 0) {
                sums[small] += RowSums.products(g, large, x, large, mean[small], length);
                return;
            }
            for (int i = 0; i < length; i++) {
                sums[small + i] += g[large + i] * (x[large + i] - mean[small + i]);
            }
        });
        return sums;
    }

    private static void scaleRow(double[] x, int from, double mean, double scale, int n, double[] y) {
        for (int i = 0; i < n; i++) {
            y[from + i] = (x[from + i] - mean) * scale;
        }
    }

    private static void slopeRow(
            double[] g,
            double[] x,
            int from,
            double meanOfG,
            double mean,
            double slope,
            double scale,
            int n,
            double[] y) {
        for (int i = 0; i < n; i++) {
            y[from + i] = (g[from + i] - meanOfG - (x[from + i] - mean) * slope) * scale;
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
