package org.gradus.optim.after;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.optim.dialect.Dialect;
import org.gradus.tensor.Shape;

/**
 * Muon for the matrices and AdamW for the vectors of a network, as the authors' {@code MuonWithAuxAdam} has it, with one learning rate: that of
 * AdamW is the share α of it.
 *
 * <pre>
 * M_0 = 0, if columns &gt; 0
 * M_t = μ M_{t−1} + (1 − μ) g_{t−1}, if columns &gt; 0
 * U_t = μ M_t + (1 − μ) g_{t−1}, if columns &gt; 0
 * O_t = NewtonSchulz(U_t / (‖U_t‖ + ε_O), n, a, b, c), if columns &gt; 0
 * θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t, if columns &gt; 0
 * m_0 = 0, if columns = 0
 * v_0 = 0, if columns = 0
 * m_t = β1 m_{t−1} + (1 − β1) g_{t−1}, if columns = 0
 * v_t = β2 v_{t−1} + (1 − β2) g_{t−1}², if columns = 0
 * m̂_t = m_t / (1 − β1^t), if columns = 0
 * v̂_t = v_t / (1 − β2^t), if columns = 0
 * θ_t = (1 − α η γ) θ_{t−1} − α η m̂_t / (√v̂_t + ε)
 * </pre>
 *
 * <p>rows and columns are those of the parameter; a vector has 0 columns.
 *
 * <p><b>State:</b> M of a matrix, one number per parameter; m and v of a vector, two. <b>Defaults:</b> μ = 0.95, γ = 0, β1 = 0.9, β2 = 0.95, ε =
 * 10⁻¹⁰, from the authors' code, and α = 0.015, the quotient of its two rates, 0.0003 and 0.02.
 *
 * <p><b>Example:</b> {@code new Optimizer(new MuonAuxAdam(), 0.02, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Jordan et al. 2024, Muon, <a href="https://kellerjordan.github.io/posts/muon/">kellerjordan.github.io/posts/muon</a>.
 * <b>Differs from the authors' code in</b> which parameters are whose: there the user says so, and the embedding and the output layer are AdamW's too;
 * here all matrices are Muon's. <b>Differs from PyTorch in</b> everything: its Muon takes matrices alone.
 *
 * @param mu the momentum μ of matrices, at least 0 and less than 1
 * @param gamma the decay γ of all, at least 0
 * @param alpha the share α of the learning rate for vectors, a positive number
 * @param beta1 the decay β1 of m, at least 0 and less than 1
 * @param beta2 the decay β2 of v, at least 0 and less than 1
 * @param epsilon ε, added to √v̂, a positive number
 */
public record MuonAuxAdam(double mu, double gamma, double alpha, double beta1, double beta2, double epsilon)
        implements Dialect, TensorRule {
    private static final NewtonSchulz KELLER = NewtonSchulz.KELLER;

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public MuonAuxAdam {
        Domain domain = Domain.of("muon-aux-adam").decay("mu, beta1, beta2", mu, beta1, beta2);
        domain.nonNegative("gamma", gamma).positive("alpha, epsilon", alpha, epsilon);
    }

    /** The authors' values. */
    public MuonAuxAdam() {
        this(0.95, 0, 0.015, 0.9, 0.95, 1e-10);
    }

    @Override
    public Origin origin() {
        return new Origin(
                "muon-aux-adam",
                "muon",
                "Vectors, such as biases, are moved by AdamW at a share of the learning rate, so that one rule does for a whole network.");
    }

    private Muon ofMatrices() {
        return new Muon(mu, gamma);
    }

    @Override
    public Equations equations() {
        Equations ofMatrices = Equations.of(
                "M_0 = 0, if columns > 0",
                "M_t = μ M_{t−1} + (1 − μ) g_{t−1}, if columns > 0",
                "U_t = μ M_t + (1 − μ) g_{t−1}, if columns > 0",
                "O_t = NewtonSchulz(U_t / (‖U_t‖ + ε_O), n, a, b, c), if columns > 0",
                "θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t, if columns > 0");
        return ofMatrices
                .then(Equations.of(
                        "m_0 = 0, if columns = 0",
                        "v_0 = 0, if columns = 0",
                        "m_t = β1 m_{t−1} + (1 − β1) g_{t−1}, if columns = 0",
                        "v_t = β2 v_{t−1} + (1 − β2) g_{t−1}², if columns = 0",
                        "m̂_t = m_t / (1 − β1^t), if columns = 0",
                        "v̂_t = v_t / (1 − β2^t), if columns = 0",
                        "θ_t = (1 − α η γ) θ_{t−1} − α η m̂_t / (√v̂_t + ε)"))
                .with("μ, γ, α, β1, β2, ε", mu, gamma, alpha, beta1, beta2, epsilon)
                .with("ε_O", Muon.EPSILON)
                .with("n, a, b, c", KELLER.steps(), KELLER.a(), KELLER.b(), KELLER.c());
    }

    @Override
    public boolean moves(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 2;
    }

    @Override
    public State init(Shape shape) {
        if (shape.rank() == 1) {
            return State.of(this, shape, "m", "v");
        }
        Muon.requireMatrix(name(), shape);
        return State.of(this, shape, "M");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        if (state.shape().rank() == 2) {
            ofMatrices().update(theta, next, g, state, step);
            return;
        }
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        double eta = step.eta();
        double beta1T = FastMath.pow(beta1, (double) step.t());
        double beta2T = FastMath.pow(beta2, (double) step.t());
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (g[i] * g[i]);
            double mHat = m[i] / (1 - beta1T);
            double vHat = v[i] / (1 - beta2T);
            next[i] = (1 - alpha * eta * gamma) * theta[i] - alpha * eta * mHat / (Math.sqrt(vHat) + epsilon);
        }
    }
}
