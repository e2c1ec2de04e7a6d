package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;

/** Means and biased variances over the axes that are 1 in a smaller shape, in two passes: the mean first, then the squared distances. */
record Moments(Shape statistics, double[] mean, double[] variance) {

    static Moments of(double[] x, Shape shape, Shape statistics) {
        double[] mean = new double[statistics.size()];
        double[] variance = new double[statistics.size()];
        double n = (double) shape.size() / statistics.size();
        Broadcast.rows(
                shape,
                statistics,
                (large, small, length, step) -> Broadcast.addRow(x, large, length, mean, small, step));
        divide(mean, n);
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            for (int i = 0; i < length; i++) {
                double distance = x[large + i] - mean[small + i * step];
                variance[small + i * step] += distance * distance;
            }
        });
        divide(variance, n);
        return new Moments(statistics, mean, variance);
    }

    /** Fills y with (x − mean) / √(variance + ε). */
    void standardize(double[] x, Shape shape, double epsilon, double[] y) {
        Broadcast.rows(shape, statistics, (large, small, length, step) -> {
            for (int i = 0; i < length; i++) {
                int s = small + i * step;
                y[large + i] = (x[large + i] - mean[s]) / Math.sqrt(variance[s] + epsilon);
            }
        });
    }

    private static void divide(double[] sums, double n) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= n;
        }
    }
}
