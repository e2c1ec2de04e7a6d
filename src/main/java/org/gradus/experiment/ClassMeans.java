package org.gradus.experiment;

import org.gradus.data.Dataset;

/** How far examples are from the mean of their class: a measure of how hard they are that needs no teacher. */
final class ClassMeans {
    private ClassMeans() {}

    /** The distance of every example from the mean of its class, in the order of the data. */
    static double[] distances(Dataset data) {
        double[] x = data.features().toArray();
        int[] labels = data.labels();
        int width = data.width();
        double[] means = new double[data.classes() * width];
        int[] counts = new int[data.classes()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int j = 0; j < width; j++) {
                means[labels[i] * width + j] += x[i * width + j];
            }
        }
        double[] distances = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            double squares = 0;
            for (int j = 0; j < width; j++) {
                double difference = x[i * width + j] - means[labels[i] * width + j] / counts[labels[i]];
                squares += difference * difference;
            }
            distances[i] = Math.sqrt(squares);
        }
        return distances;
    }
}
