package org.gradus.nn;

import java.util.Map;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Inverted dropout: in training each number is set to 0 with probability p, and the others are divided by 1 − p, so that the expectation
 * stays; in evaluation nothing happens. Any shape.
 *
 * <p>Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, <a href="https://jmlr.org/papers/v15/srivastava14a.html">JMLR 15</a>.
 */
public final class Dropout implements Layer {
    private final double p;
    private final RandomStream random;

    /**
     * A layer with a random stream of its own.
     *
     * @param p the probability that a number is dropped, at least 0 and less than 1
     * @param random where the masks come from; best split off for this layer alone
     * @throws IllegalArgumentException if p lies outside its domain
     */
    public Dropout(double p, RandomStream random) {
        if (!(p >= 0 && p < 1)) {
            throw new IllegalArgumentException("dropout: p must be at least 0 and less than 1, found " + p);
        }
        this.p = p;
        this.random = random;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return mode == Mode.TRAINING && p > 0 ? x.mul(mask(x.shape())) : x;
    }

    @Override
    public Map<String, RandomStream> streams() {
        return Map.of("masks", random);
    }

    /** The probability, as in {@code Dropout(0.5)}. */
    @Override
    public String toString() {
        return "Dropout(" + p + ")";
    }

    private Tensor mask(Shape shape) {
        double[] mask = new double[shape.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.uniform() < p ? 0 : 1 / (1 - p);
        }
        return Tensor.of(shape, mask);
    }
}
