package org.gradus.landscape;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * fₜ(x) = 1010x with probability 0.01, else −10x, for −1 ≤ x ≤ 1: {@link Reddi} with the large gradient at random times.
 *
 * <p>The rare gradient is the informative one, as in the lecture's table of gradients: on average the loss is 0.2x, least at x = −1, and Adam
 * goes to +1 all the same. AMSGrad goes to −1, but takes millions of updates.
 *
 * <p>Whether update t has the large gradient depends on the seed and on t alone, however often it is asked. The mean's minimum −0.2 lies at the
 * edge, at −1. Every update is to be followed by the {@linkplain #project projection} onto [−1, 1]. Starts at 0; the choice is ours.
 *
 * <p>Reddi, Kale and Kumar 2018, section 5, <a href="https://arxiv.org/abs/1904.09237">arXiv 1904.09237</a>.
 *
 * @param seed any number
 */
public record ReddiStochastic(long seed) implements Landscape {

    @Override
    public String name() {
        return "reddi-stochastic";
    }

    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Domain.of(name()).require(t >= 1, "the number of the update", t, "a whole number, at least 1");
        boolean rare = new RandomStream(seed).split(Long.toString(t)).uniform() < 0.01;
        return Coordinates.x(this, theta).mul(rare ? 1010 : -10);
    }

    @Override
    public double[] project(double[] theta) {
        return Coordinates.clamp(theta, -1, 1);
    }

    @Override
    public double[] start() {
        return new double[1];
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(-0.2, -1));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(1, -1, 1);
    }

    @Override
    public String formula() {
        return "1010x with probability 0.01, else −10x";
    }

    @Override
    public String citation() {
        return new Reddi().citation();
    }
}
