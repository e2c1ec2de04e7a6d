package org.gradus.optim.gradient;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.Treatment;

/**
 * Gradient noise as in its paper: normal numbers added to the gradient, whose variance falls with the updates.
 *
 * <pre>
 * σ_{t−1} = √(c / t^γ)
 * g̃_{t−1} = g_{t−1} + σ_{t−1} ξ_{t−1}
 * </pre>
 *
 * <p>ξ are independent normal numbers of mean 0 and variance 1, one for each parameter of the optimizer, whatever group it is in.
 * The paper's σ_t² = c / (1 + t)^γ counts from t = 0 at the first update: so does the σ_{t−1} here. The numbers of an update depend on the seed and
 * the update alone: a run that is resumed, and one that is forked, sees the same, and σ goes on falling.
 *
 * <p><b>Defaults:</b> c = 0.01 and γ = 0.55, the paper's, which also tries c = 0.3 and 1.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Adam(), 0.001, model.trainable()).with(new PaperGradientNoise(1))}
 *
 * <p><b>Reference:</b> Neelakantan et al. 2015, Adding Gradient Noise Improves Learning for Very Deep Networks,
 * <a href="https://arxiv.org/abs/1511.06807">arXiv 1511.06807</a>, equation 1. <b>Differs from the paper in</b> a letter: its η is c here.
 * The lecture's is {@link GradientNoise}. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param c the variance of the first update's noise, at least 0
 * @param gamma how fast it falls, the exponent γ, at least 0
 * @param seed the seed of the noise
 */
public record PaperGradientNoise(double c, double gamma, long seed) implements Treatment {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PaperGradientNoise {
        Domain.of("paper-gradient-noise").nonNegative("c", c).nonNegative("gamma", gamma);
    }

    /**
     * The paper's c and γ.
     *
     * @param seed the seed of the noise
     */
    public PaperGradientNoise(long seed) {
        this(0.01, 0.55, seed);
    }

    @Override
    public String name() {
        return "paper-gradient-noise";
    }

    @Override
    public Equations equations() {
        return Equations.of("σ_{t−1} = √(c / t^γ)", "g̃_{t−1} = g_{t−1} + σ_{t−1} ξ_{t−1}")
                .with("c", c)
                .with("γ", gamma)
                .given("ξ", new Noise(seed)::before);
    }

    @Override
    public void apply(double[] g, long t) {
        double sigma = Math.sqrt(c / FastMath.pow((double) t, gamma));
        double[] xi = new Noise(seed).of(t, g.length);
        for (int i = 0; i < g.length; i++) {
            g[i] = g[i] + sigma * xi[i];
        }
    }
}
