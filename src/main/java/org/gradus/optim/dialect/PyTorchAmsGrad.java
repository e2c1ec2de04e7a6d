package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * AMSGrad as PyTorch's {@code Adam(amsgrad=True)} computes it: the largest v so far, and Adam's corrections for starting at 0.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * v̂_0 = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * v̂_t = max(v̂_{t−1}, v_t)
 * η_t = η / (1 − β1^t)
 * θ_t = θ_{t−1} − η_t m_t / (√v̂_t / √(1 − β2^t) + ε)
 * </pre>
 *
 * <p><b>State:</b> m, v and v̂, three numbers per parameter. <b>Defaults:</b> β1 = 0.9, β2 = 0.999 and ε = 10⁻⁸, PyTorch's; its η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchAmsGrad(), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html">torch.optim.Adam</a>, read in versions
 * 1.13 and 2.13. <b>Differs from the paper in</b> the corrections and in ε: Reddi, Kale and Kumar 2018 have neither, see
 * {@link PaperAmsGrad}. The max is taken of the uncorrected v, so the early v̂, divided by a small 1 − β2^t, weighs less and less: steps can
 * grow, which the max was to prevent. <b>Differs from PyTorch in</b> rounding only.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to the root, a positive number
 */
public record PyTorchAmsGrad(double beta1, double beta2, double epsilon) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchAmsGrad {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2).positive("epsilon", epsilon);
    }

    /** PyTorch's β1, β2 and ε. */
    public PyTorchAmsGrad() {
        this(0.9, 0.999, 1e-8);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "pytorch-amsgrad",
                "amsgrad",
                "PyTorch corrects m and the largest v for starting at 0, as Adam does, which the lecture "
                        + "leaves out because of the max; the two come together as 1 − β2^t nears 1.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "v̂_0 = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "v̂_t = max(v̂_{t−1}, v_t)",
                        "η_t = η / (1 − β1^t)",
                        "θ_t = θ_{t−1} − η_t m_t / (√v̂_t / √(1 − β2^t) + ε)")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v", "v̂");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double[] vHat = state.vector("v̂");
        double etaT = step.eta() / (1 - FastMath.pow(beta1, (double) step.t()));
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            vHat[i] = Math.max(vHat[i], v[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            next[i] = theta[i] - etaT * m[i] / (Math.sqrt(vHat[i]) / Math.sqrt(1 - beta2T) + epsilon);
        }
    }
}
