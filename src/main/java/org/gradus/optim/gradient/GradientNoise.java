package org.gradus.optim.gradient;

import java.util.Set;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * Gradient noise: normal numbers added to the gradient, whose standard deviation falls with the steps. Around SGD:
 *
 * <pre>
 * σ_{t−1} = c / t^γ
 * g̃_{t−1} = g_{t−1} + σ_{t−1} ξ_{t−1}
 * θ_t = θ_{t−1} − η g̃_{t−1}
 * </pre>
 *
 * <p>ξ are independent normal numbers of mean 0 and variance 1. The lecture's σ_t = c / (1 + t)^γ counts from t = 0 at the first update: so
 * does the σ_{t−1} here. The numbers of a step depend on the seed and the step alone: a run that is resumed sees the same.
 *
 * <p><b>State:</b> none but the inner rule's. <b>Defaults:</b> c = 0.01 and γ = 0.55, the paper's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new GradientNoise(new Adam(0.001), 1), model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Neelakantan et al. 2015, Adding Gradient Noise Improves Learning for Very Deep Networks,
 * <a href="https://arxiv.org/abs/1511.06807">arXiv 1511.06807</a>, equation 1. <b>Differs from the paper in</b> what falls as c / (1 + t)^γ:
 * there the variance, see {@link PaperGradientNoise}. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param inner the rule that is given g̃
 * @param c the standard deviation of the first step's noise, at least 0
 * @param gamma how fast it falls, the exponent γ, at least 0
 * @param seed the seed of the noise
 */
public record GradientNoise(UpdateRule inner, double c, double gamma, long seed) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("g̃", "σ", "ξ", "c", "γ");

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public GradientNoise {
        Domain.of("gradient-noise").nonNegative("c", c).nonNegative("gamma", gamma);
    }

    /**
     * The paper's c and γ.
     *
     * @param inner the rule that is given g̃
     * @param seed the seed of the noise
     */
    public GradientNoise(UpdateRule inner, long seed) {
        this(inner, 0.01, 0.55, seed);
    }

    @Override
    public String name() {
        return "gradient-noise(" + inner.name() + ")";
    }

    @Override
    public Schedule eta() {
        return inner.eta();
    }

    @Override
    public Equations equations() {
        Equations noisy = Equations.of("σ_{t−1} = c / t^γ", "g̃_{t−1} = g_{t−1} + σ_{t−1} ξ_{t−1}")
                .with("c", c)
                .with("γ", gamma)
                .given("ξ", new Noise(seed)::before);
        return new Treatment("g̃", noisy).before(inner.equations().primed(SYMBOLS));
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double sigma = c / FastMath.pow((double) step.t(), gamma);
        double[] noisy = new Noise(seed).of(step.t(), g.length);
        for (int i = 0; i < g.length; i++) {
            noisy[i] = g[i] + sigma * noisy[i];
        }
        inner.update(theta, noisy, state.inner(), step);
    }
}
