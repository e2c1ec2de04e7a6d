package org.gradus.optim.after;

import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Muon: momentum, made nearly orthogonal. A weight matrix moves about equally far along all its singular directions, however the gradient weighs
 * them.
 *
 * <pre>
 * M_0 = 0
 * M_t = μ M_{t−1} + (1 − μ) g_{t−1}
 * U_t = μ M_t + (1 − μ) g_{t−1}
 * O_t = NewtonSchulz(U_t / (‖U_t‖ + ε), n, a, b, c)
 * θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t
 * </pre>
 *
 * <p>NewtonSchulz(X, n, a, b, c) is {@link NewtonSchulz}. What it gives is not the orthogonal U Vᵀ: its singular values lie between about 0.68 and
 * 1.14. With a constant η it never comes to rest, and near a minimum a difference of rounding grows to the size of a step.
 *
 * <p>Muon sees each matrix by itself; a vector it refuses. Biases, scales, embeddings and, as a rule, the output layer go to another rule: {@link
 * org.gradus.optim.Group#split}.
 *
 * <p><b>State:</b> M, one number per parameter. <b>Defaults:</b> μ = 0.95 and γ = 0, from the authors' code, whose η is 0.02.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Muon(), 0.02, matrices).step(loss.backward())}
 *
 * <p><b>Reference:</b> Jordan et al. 2024, Muon: An optimizer for hidden layers in neural networks, <a
 * href="https://kellerjordan.github.io/posts/muon/">kellerjordan.github.io/posts/muon</a>. <b>Differs from the authors' code in</b> computing in
 * double, not in bfloat16, which is off by 0.015 after 200 steps. rows / columns is that of the matrix as it is stored: with our weights, which are
 * (in, out), the factor is in/out, in PyTorch out/in. <b>Differs from PyTorch in</b> the norm's ε and the defaults ({@code pytorch-muon}).
 *
 * @param mu the momentum μ, at least 0 and less than 1
 * @param gamma the decay γ, at least 0
 */
public record Muon(double mu, double gamma) implements TensorRule {
    private static final NewtonSchulz ITERATION = NewtonSchulz.KELLER;
    static final double EPSILON = 1e-7;

    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Muon {
        Domain.of("muon").decay("mu", mu).nonNegative("gamma", gamma);
    }

    /** The authors' μ without decay. */
    public Muon() {
        this(0.95, 0);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "M_0 = 0",
                        "M_t = μ M_{t−1} + (1 − μ) g_{t−1}",
                        "U_t = μ M_t + (1 − μ) g_{t−1}",
                        "O_t = NewtonSchulz(U_t / (‖U_t‖ + ε), n, a, b, c)",
                        "θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t")
                .with("μ, γ, ε", mu, gamma, EPSILON)
                .with("n, a, b, c", ITERATION.steps(), ITERATION.a(), ITERATION.b(), ITERATION.c());
    }

    @Override
    public boolean moves(Shape shape) {
        return shape.rank() == 2;
    }

    @Override
    public State init(Shape shape) {
        requireMatrix("muon", shape);
        return State.of(this, shape, "M");
    }

    /** Refuses what is no matrix. */
    static void requireMatrix(String name, Shape shape) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "%s: it moves matrices, and this has the shape %s; give vectors to another rule, such as adamw (Group.split), or take muon-aux-adam, which has one for them"
                            .formatted(name, shape));
        }
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("M");
        double[] u = new double[m.length];
        double squares = 0;
        for (int i = 0; i < m.length; i++) {
            m[i] = mu * m[i] + (1 - mu) * g[i];
            u[i] = mu * m[i] + (1 - mu) * g[i];
            squares += u[i] * u[i];
        }
        Shape shape = state.shape();
        double norm = Math.sqrt(squares) + EPSILON;
        double[] o = ITERATION.of(Tensor.of(shape, u).div(norm)).toArray();
        double eta = step.eta();
        double scale = Math.sqrt(Math.max(1, (double) shape.size(0) / shape.size(1)));
        for (int i = 0; i < theta.length; i++) {
            next[i] = (1 - eta * gamma) * theta[i] - eta * scale * o[i];
        }
    }
}
