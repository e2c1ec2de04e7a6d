package org.gradus.train;

import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.data.Dataset;

/** Adds up predictions, part by part, to the metrics of a data set. */
sealed interface Tally {
    void add(Predictions part);

    Map<Metric, Double> metrics();

    /** How many classes were predicted right. */
    final class Hits implements Tally {
        private int right;
        private int all;

        @Override
        public void add(Predictions part) {
            int[] predicted = part.predicted();
            int[] labels = part.examples().labels();
            for (int i = 0; i < labels.length; i++) {
                right += predicted[i] == labels[i] ? 1 : 0;
            }
            all += labels.length;
        }

        @Override
        public Map<Metric, Double> metrics() {
            return Map.of(Metric.ACCURACY, (double) right / all);
        }
    }

    /** How far numbers were from those predicted, and are from their means. */
    final class Errors implements Tally {
        private final double[] means; // of each output
        private double residual; // Σ (x − y)²
        private double total; // Σ (y − ȳ)²
        private int count;

        private Errors(double... means) {
            this.means = means;
        }

        static Errors around(Dataset data) {
            return new Errors(data.values().mean(0).toArray());
        }

        @Override
        public void add(Predictions part) {
            double[] x = part.outputs().toArray();
            double[] y = part.examples().values().toArray();
            for (int i = 0; i < y.length; i++) {
                double error = x[i] - y[i];
                double deviation = y[i] - means[i % means.length];
                residual += error * error;
                total += deviation * deviation;
            }
            count += y.length;
        }

        @Override
        public Map<Metric, Double> metrics() {
            return Map.of(Metric.RMSE, FastMath.sqrt(residual / count), Metric.R_SQUARED, 1 - residual / total);
        }
    }
}
