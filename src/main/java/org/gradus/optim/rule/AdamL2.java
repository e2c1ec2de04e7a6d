package org.gradus.optim.rule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * Adam with L2 regularization: the gradient of ½ γ ‖θ‖² is in both m and v.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) (g_{t−1} + γ θ_{t−1})
 * v_t = β2 v_{t−1} + (1 − β2) (g_{t−1} + γ θ_{t−1})²
 * m̂_t = m_t / (1 − β1^t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t
 * </pre>
 *
 * <p>Parameters with large gradients hardly decay, since v divides γ θ as well; compare {@link AdamW}, where all decay alike.
 *
 * <p><b>State:</b> m and v, two numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, as in Adam; γ =
 * 0.0005, as in {@link SgdmL2}.
 *
 * <p><b>Example:</b> {@code new Optimizer(new AdamL2(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Loshchilov and Hutter 2019, Decoupled Weight Decay Regularization, <a href="https://arxiv.org/abs/1711.05101">arXiv
 * 1711.05101</a>, Algorithm 2, the other variant. <b>Differs from the paper in</b> nothing. <b>Differs from PyTorch in</b> rounding only:
 * it is {@code Adam(lr, weight_decay=γ)}.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param gamma the decay γ, at least 0
 */
public record AdamL2(double beta1, double beta2, double epsilon, double gamma) implements UpdateRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public AdamL2 {
        Domain.of("adam-l2").decay("beta1", beta1).decay("beta2", beta2);
        Domain.of("adam-l2").positive("epsilon", epsilon).nonNegative("gamma", gamma);
    }

    /** Adam's β1, β2 and ε and γ = 0.0005. */
    public AdamL2() {
        this(0.9, 0.999, 1e-8, 5e-4);
    }

    @Override
    public String name() {
        return "adam-l2";
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) (g_{t−1} + γ θ_{t−1})",
                        "v_t = β2 v_{t−1} + (1 − β2) (g_{t−1} + γ θ_{t−1})²",
                        "m̂_t = m_t / (1 − β1^t)",
                        "v̂_t = v_t / (1 − β2^t)",
                        "θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("γ", gamma);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * (g[i] + gamma * theta[i]);
            v[i] = beta2 * v[i] + (1 - beta2) * ((g[i] + gamma * theta[i]) * (g[i] + gamma * theta[i]));
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = theta[i] - eta / (Math.sqrt(vHat) + epsilon) * mHat;
        }
    }
}
