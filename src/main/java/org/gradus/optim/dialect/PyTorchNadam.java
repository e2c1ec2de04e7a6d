package org.gradus.optim.dialect;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;

/**
 * Nadam as PyTorch computes it: the momentum μ_t of the look-ahead grows from about β1/2 to β1, and Π_t is the pi of all μ so far.
 *
 * <pre>
 * m_0 = 0
 * v_0 = 0
 * Π_0 = 1
 * μ_t = β1 (1 − 0.5·0.96^{t ψ})
 * μ_{t+1} = β1 (1 − 0.5·0.96^{(t + 1) ψ})
 * Π_t = Π_{t−1} μ_t
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²
 * m̂_t = μ_{t+1} m_t / (1 − Π_t μ_{t+1}) + (1 − μ_t) g_{t−1} / (1 − Π_t)
 * v̂_t = v_t / (1 − β2^t)
 * θ_t = θ_{t−1} − η m̂_t / (√v̂_t + ε)
 * </pre>
 *
 * <p><b>State:</b> m and v, two numbers per parameter, and the number Π. <b>Defaults:</b> β1 = 0.9, β2 = 0.999, ε = 10⁻⁸, ψ = 0.004, PyTorch's.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchNadam(), 0.002, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html">torch.optim.NAdam</a>. <b>Differs from the
 * paper in</b> v̂, where Dozat 2016 has a further β2. <b>Differs from PyTorch in</b> rounding; 1.13.1 had μ_t twice in Π_t μ_{t+1}.
 *
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 * @param psi how fast μ grows, ψ, at least 0
 */
public record PyTorchNadam(double beta1, double beta2, double epsilon, double psi) implements Dialect {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchNadam {
        Domain.of(name()).decay("beta1", beta1).decay("beta2", beta2);
        Domain.of(name()).positive("epsilon", epsilon).nonNegative("psi", psi);
    }

    /** PyTorch's β1, β2, ε and ψ. */
    public PyTorchNadam() {
        this(0.9, 0.999, 1e-8, 4e-3);
    }

    @Override
    public Origin origin() {
        return new Origin("pytorch-nadam", "nadam", "PyTorch looks ahead with a momentum μ_t that only grows to β1.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "m_0 = 0",
                        "v_0 = 0",
                        "Π_0 = 1",
                        "μ_t = β1 (1 − 0.5·0.96^{t ψ})",
                        "μ_{t+1} = β1 (1 − 0.5·0.96^{(t + 1) ψ})",
                        "Π_t = Π_{t−1} μ_t",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}²",
                        "m̂_t = μ_{t+1} m_t / (1 − Π_t μ_{t+1}) + (1 − μ_t) g_{t−1} / (1 − Π_t)",
                        "v̂_t = v_t / (1 − β2^t)",
                        "θ_t = θ_{t−1} − η m̂_t / (√v̂_t + ε)")
                .with("β1", beta1)
                .with("β2", beta2)
                .with("ε", epsilon)
                .with("ψ", psi);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m", "v").withScalar("Π", 1);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta = step.eta();
        double mu = beta1 * (1 - 0.5 * FastMath.pow(0.96, step.t() * psi));
        double muNext = beta1 * (1 - 0.5 * FastMath.pow(0.96, (step.t() + 1) * psi));
        double pi = state.scalar("Π") * mu;
        state.set("Π", pi);
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
        }
        for (int i = 0; i < theta.length; i++) { // two loops: JDK 17 does not vectorize a longer one
            double mHat = muNext * m[i] / (1 - pi * muNext) + (1 - mu) * g[i] / (1 - pi);
            double vHat = v[i] / (1 - beta2T);
            next[i] = theta[i] - eta * mHat / (Math.sqrt(vHat) + epsilon);
        }
    }
}
