package org.gradus.landscape;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * fₜ(x) = 1010x if t mod 101 = 1, else −10x, for −1 ≤ x ≤ 1: the problem on which Adam goes the wrong way.
 *
 * <p>One large gradient in 101 outweighs the hundred small ones that oppose it: over each 101 updates the losses add up to 10x, least at
 * x = −1. But Adam divides by the size of recent gradients, so the large one counts for little more than a small one, and is soon
 * forgotten: x goes to +1, the worst point. AMSGrad does not forget the size, and goes to −1.
 *
 * <p>The mean loss is 10x/101; its minimum −10/101 lies at the edge, at −1, where the gradient is not 0. Every update is to be followed by the
 * {@linkplain #project projection} onto [−1, 1]. Starts at 0; the choice is ours.
 *
 * <p>Reddi, Kale and Kumar 2018, section 5, <a href="https://arxiv.org/abs/1904.09237">arXiv 1904.09237</a>.
 */
public record Reddi() implements Landscape {

    @Override
    public String name() {
        return "reddi";
    }

    @Override
    public int dimensions() {
        return 1;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Domain.of(name()).require(t >= 1, "the number of the update", t, "a whole number, at least 1");
        return Coordinates.x(this, theta).mul(t % 101 == 1 ? 1010 : -10);
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
        return List.of(Minimum.of(-10.0 / 101, -1));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(1, -1, 1);
    }

    @Override
    public String formula() {
        return "1010x if t mod 101 = 1, else −10x";
    }

    @Override
    public String citation() {
        return "Reddi, S. J., Kale, S. and Kumar, S. (2018). On the convergence of Adam and beyond. ICLR 2018."
                + " https://arxiv.org/abs/1904.09237";
    }
}
