package org.gradus.optim.gradient;

import org.gradus.tensor.RandomStream;

/**
 * Normal numbers of mean 0 and variance 1, determined by the seed and the step alone.
 *
 * @param seed the seed
 */
record Noise(long seed) {

    /** The numbers for a step, the first of which is 1. */
    double[] of(long step, int size) {
        RandomStream random = new RandomStream(seed).split("noise " + step);
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = random.gaussian();
        }
        return numbers;
    }

    /** The same by the index of the gradients they belong to, which is one less. */
    double[] before(long index, int size) {
        return of(index + 1, size);
    }
}
