package org.gradus.optim.after;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.optim.dialect.Dialect;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Muon as PyTorch's {@code torch.optim.Muon} computes it: another ε, decay by default, and a choice of how a step's length follows the shape.
 *
 * <pre>
 * M_0 = 0
 * M_t = μ M_{t−1} + (1 − μ) g_{t−1}
 * U_t = μ M_t + (1 − μ) g_{t−1}
 * O_t = NewtonSchulz(U_t / max(‖U_t‖, ε), n, a, b, c)
 * κ = 0.2 √max(rows, columns)
 * θ_t = (1 − η γ) θ_{t−1} − η κ O_t
 * </pre>
 *
 * <p><b>State:</b> M, one number per parameter. <b>Defaults:</b> μ = 0.95, γ = 0.1, ε = 10⁻⁷, Nesterov's momentum and the original length, as in
 * PyTorch, whose η is 0.001.
 *
 * <p><b>Example:</b> {@code new Optimizer(new PyTorchMuon(), 0.001, matrices).step(loss.backward())}
 *
 * <p><b>Reference:</b> <a href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Muon.html">torch.optim.Muon</a>, version 2.13; the
 * other length from Liu et al. 2025, Muon is Scalable for LLM Training, <a href="https://arxiv.org/abs/2502.16982">arXiv 2502.16982</a>.
 * <b>Differs from PyTorch in</b> computing in double, not in bfloat16, and in rows and columns, which are in and out of our weights. PyTorch's page
 * says B = μ B + g; its code averages, and only ε sees the difference.
 *
 * @param mu the momentum μ, at least 0 and less than 1
 * @param gamma the decay γ, at least 0
 * @param epsilon the least norm ε to divide by, a positive number
 * @param iteration the Newton–Schulz steps
 * @param nesterov whether the gradient counts once more, ahead of M
 * @param length how long a step is
 */
public record PyTorchMuon(
        double mu, double gamma, double epsilon, NewtonSchulz iteration, boolean nesterov, StepLength length)
        implements Dialect, TensorRule {
    private static final String PYTORCH = "pytorch-muon";
    private static final String MOONSHOT = "moonshot-muon";

    /** How the length of a step follows the matrix's shape: PyTorch's {@code adjust_lr_fn}. */
    public enum StepLength {
        /** √max(1, rows / columns), Jordan's. */
        ORIGINAL("√max(1, rows / columns)"),
        /** 0.2 √max(rows, columns), which gives elements the usual size of AdamW's steps, so that its η serves. */
        MATCH_RMS_ADAMW("0.2 √max(rows, columns)");

        private final String formula;

        StepLength(String formula) {
            this.formula = formula;
        }

        double of(double rows, double columns) {
            return this == ORIGINAL ? Math.sqrt(Math.max(1, rows / columns)) : 0.2 * Math.sqrt(Math.max(rows, columns));
        }
    }

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public PyTorchMuon {
        Domain domain = Domain.of(length == StepLength.ORIGINAL ? PYTORCH : MOONSHOT);
        domain.decay("mu", mu).nonNegative("gamma", gamma).positive("epsilon", epsilon);
    }

    /**
     * PyTorch's values.
     *
     * @param length how long a step is
     */
    public PyTorchMuon(StepLength length) {
        this(0.95, 0.1, 1e-7, NewtonSchulz.KELLER, true, length);
    }

    /** PyTorch's values, with its usual length of a step. */
    public PyTorchMuon() {
        this(StepLength.ORIGINAL);
    }

    @Override
    public Origin origin() {
        return length == StepLength.ORIGINAL
                ? new Origin(
                        PYTORCH,
                        "muon",
                        "PyTorch divides by the norm if that is above ε, while Jordan adds ε; the difference is below 1e-6, but decay is on.")
                : new Origin(
                        MOONSHOT,
                        "muon",
                        "The step is 0.2 √max(rows, columns) long in place of √max(1, rows / columns), so that learning rates of AdamW fit.");
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "M_0 = 0",
                        "M_t = μ M_{t−1} + (1 − μ) g_{t−1}",
                        nesterov ? "U_t = μ M_t + (1 − μ) g_{t−1}" : "U_t = M_t",
                        "O_t = NewtonSchulz(U_t / max(‖U_t‖, ε), n, a, b, c)",
                        "κ = " + length.formula,
                        "θ_t = (1 − η γ) θ_{t−1} − η κ O_t")
                .with("μ, γ, ε", mu, gamma, epsilon)
                .with("n, a, b, c", iteration.steps(), iteration.a(), iteration.b(), iteration.c());
    }

    @Override
    public boolean moves(Shape shape) {
        return shape.rank() == 2;
    }

    @Override
    public State init(Shape shape) {
        Muon.requireMatrix(name(), shape);
        return State.of(this, shape, "M");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("M");
        double[] u = new double[m.length];
        double squares = 0;
        for (int i = 0; i < m.length; i++) {
            m[i] = mu * m[i] + (1 - mu) * g[i];
            u[i] = nesterov ? mu * m[i] + (1 - mu) * g[i] : m[i];
            squares += u[i] * u[i];
        }
        Shape shape = state.shape();
        double norm = Math.max(Math.sqrt(squares), epsilon);
        double[] o = iteration.of(Tensor.of(shape, u).div(norm)).toArray();
        double eta = step.eta();
        double kappa = length.of(shape.size(0), shape.size(1));
        for (int i = 0; i < theta.length; i++) {
            next[i] = (1 - eta * gamma) * theta[i] - eta * kappa * o[i];
        }
    }
}
