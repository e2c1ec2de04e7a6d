package org.gradus.optim.after;

import java.util.Optional;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.linear.MatmulLeftTransposed;
import org.gradus.tensor.linear.MatmulRightTransposed;

/**
 * SOAP: Adam in the coordinates in which Shampoo's matrices L and R are diagonal.
 *
 * <pre>
 * M_0 = 0
 * V_0 = 0
 * L_0 = 0
 * R_0 = 0
 * Q_0 = 1
 * S_0 = 1
 * P_t = Q_{t−1}ᵀ × g_{t−1} × S_{t−1}, if t &gt; 1
 * M̃_t = β1 M_{t−1} + (1 − β1) P_t, if t &gt; 1
 * Ṽ_t = β2 V_{t−1} + (1 − β2) P_t², if t &gt; 1
 * N_t = Q_{t−1} × (M̃_t / (√Ṽ_t + ε)) × S_{t−1}ᵀ, if t &gt; 1
 * L_t = s L_{t−1} + (1 − s) (g_{t−1} × g_{t−1}ᵀ), if columns &gt; 0 and rows ≤ d
 * R_t = s R_{t−1} + (1 − s) (g_{t−1}ᵀ × g_{t−1}), if columns &gt; 0 and columns ≤ d
 * L_t = L_{t−1}
 * R_t = R_{t−1}
 * Q_1 = eigenvectors(L_1), if columns &gt; 0 and rows ≤ d
 * S_1 = eigenvectors(R_1), if columns &gt; 0 and columns ≤ d
 * D_t = Q_{t−1}ᵀ × L_t × Q_{t−1}, if f | t − 1
 * E_t = S_{t−1}ᵀ × R_t × S_{t−1}, if f | t − 1
 * Q_t = orthonormal(L_t × columnsBy(Q_{t−1}, D_t)), if f | t − 1 and columns &gt; 0 and rows ≤ d
 * S_t = orthonormal(R_t × columnsBy(S_{t−1}, E_t)), if f | t − 1 and columns &gt; 0 and columns ≤ d
 * Q_t = Q_{t−1}
 * S_t = S_{t−1}
 * M_t = Q_tᵀ × (Q_{t−1} × M̃_t × S_{t−1}ᵀ) × S_t, if f | t − 1 and t &gt; 1
 * M_t = M̃_t, if t &gt; 1
 * V_t = rowsBy(columnsBy(Ṽ_t, E_t), D_t), if f | t − 1 and t &gt; 1
 * V_t = Ṽ_t, if t &gt; 1
 * θ_t = (1 − η γ) (θ_{t−1} − η √(1 − β2^{t − 1}) / (1 − β1^{t − 1}) N_t), if t &gt; 1
 * θ_t = θ_{t−1}
 * </pre>
 *
 * <p>L and R are averages of G Gᵀ and Gᵀ G, Q and S their eigenvectors. Adam's m and v live in that basis, where the axes depend on one another
 * as little as a product of two bases allows; there ÷√v is worth more than in the basis the parameters happen to have. Every f steps the
 * basis takes one step of orthogonal iteration towards the present eigenvectors; the diagonals of D and E say how much of L and R lies along each
 * axis, and put the axes in order, and V's rows and columns with them. M is turned along, V is not.
 *
 * <p>The first gradient only makes the basis: nothing moves. A side longer than d keeps its own axes, and so does a vector, for which SOAP is Adam
 * with decay. With a null space of more than one dimension, as on the longer side of a rectangular matrix at first, the basis there is
 * arbitrary, and so are the steps, a little.
 *
 * <p><b>State:</b> M and V, two numbers per parameter; L, Q of rows², R, S of columns² numbers. <b>Defaults:</b> β1 = β2 = s = 0.95, ε = 10⁻⁸,
 * γ = 0.01, f = 10, d = 10000, from the authors' code, whose η is 0.003.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Soap(), 0.003, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Vyas et al. 2024, SOAP: Improving and Stabilizing Shampoo using Adam, <a
 * href="https://arxiv.org/abs/2409.11321">arXiv 2409.11321</a>; the authors' soap.py. <b>Differs from the authors' code in</b> computing the
 * bases in double, not in float. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param beta1 the decay β1 of M, at least 0 and less than 1
 * @param beta2 the decay β2 of V, at least 0 and less than 1
 * @param s the decay s of L and R, at least 0 and less than 1
 * @param epsilon ε, added to √V, a positive number
 * @param gamma the decay γ after the step, at least 0
 * @param f how many steps f from one change of the basis to the next, at least 1
 * @param d the longest side d that gets a basis of its own, at least 1
 */
public record Soap(double beta1, double beta2, double s, double epsilon, double gamma, int f, int d)
        implements TensorRule {
    /**
     * Checks the hyper-parameters.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Soap {
        Domain domain = Domain.of("soap").decay("beta1, beta2, s", beta1, beta2, s);
        domain.positive("epsilon", epsilon).nonNegative("gamma", gamma).count("f, d", f, d);
    }

    /** The values of the authors' code. */
    public Soap() {
        this(0.95, 0.95, 0.95, 1e-8, 0.01, 10, 10_000);
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "M_0 = 0",
                        "V_0 = 0",
                        "L_0 = 0",
                        "R_0 = 0",
                        "Q_0 = 1",
                        "S_0 = 1",
                        "P_t = Q_{t−1}ᵀ × g_{t−1} × S_{t−1}, if t > 1",
                        "M̃_t = β1 M_{t−1} + (1 − β1) P_t, if t > 1",
                        "Ṽ_t = β2 V_{t−1} + (1 − β2) P_t², if t > 1",
                        "N_t = Q_{t−1} × (M̃_t / (√Ṽ_t + ε)) × S_{t−1}ᵀ, if t > 1",
                        "L_t = s L_{t−1} + (1 − s) (g_{t−1} × g_{t−1}ᵀ), if columns > 0 and rows ≤ d",
                        "R_t = s R_{t−1} + (1 − s) (g_{t−1}ᵀ × g_{t−1}), if columns > 0 and columns ≤ d",
                        "L_t = L_{t−1}",
                        "R_t = R_{t−1}",
                        "Q_1 = eigenvectors(L_1), if columns > 0 and rows ≤ d",
                        "S_1 = eigenvectors(R_1), if columns > 0 and columns ≤ d",
                        "D_t = Q_{t−1}ᵀ × L_t × Q_{t−1}, if f | t − 1",
                        "E_t = S_{t−1}ᵀ × R_t × S_{t−1}, if f | t − 1",
                        "Q_t = orthonormal(L_t × columnsBy(Q_{t−1}, D_t)), if f | t − 1 and columns > 0 and rows ≤ d",
                        "S_t = orthonormal(R_t × columnsBy(S_{t−1}, E_t)), if f | t − 1 and columns > 0 and columns ≤ d",
                        "Q_t = Q_{t−1}",
                        "S_t = S_{t−1}",
                        "M_t = Q_tᵀ × (Q_{t−1} × M̃_t × S_{t−1}ᵀ) × S_t, if f | t − 1 and t > 1",
                        "M_t = M̃_t, if t > 1",
                        "V_t = rowsBy(columnsBy(Ṽ_t, E_t), D_t), if f | t − 1 and t > 1",
                        "V_t = Ṽ_t, if t > 1",
                        "θ_t = (1 − η γ) (θ_{t−1} − η √(1 − β2^{t−1}) / (1 − β1^{t−1}) N_t), if t > 1",
                        "θ_t = θ_{t−1}")
                .with("β1, β2, s, ε", beta1, beta2, s, epsilon)
                .with("γ, f, d", gamma, f, d);
    }

    @Override
    public boolean moves(Shape shape) {
        return shape.rank() == 1 || shape.rank() == 2;
    }

    @Override
    public State init(Shape shape) {
        if (!moves(shape)) {
            throw new IllegalArgumentException(
                    "soap: it moves matrices and vectors, and this has the shape %s; give it to another rule: Group.split"
                            .formatted(shape));
        }
        State state = State.of(this, shape, "M", "V");
        if (shape.rank() == 2 && shape.size(0) <= d) {
            state.withVector("L", square(shape.size(0))).withVector("Q", square(shape.size(0)));
        }
        if (shape.rank() == 2 && shape.size(1) <= d) {
            state.withVector("R", square(shape.size(1))).withVector("S", square(shape.size(1)));
        }
        return state;
    }

    private static double[] square(int side) {
        return new double[Shape.of(side, side).size()];
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        Shape shape = state.shape().rank() == 2 ? state.shape() : Shape.of(g.length, 1);
        Tensor gradient = Tensor.of(shape, g);
        Eigenbasis left = Eigenbasis.of(state, "L", "Q");
        Eigenbasis right = Eigenbasis.of(state, "R", "S");
        System.arraycopy(theta, 0, next, 0, theta.length);
        if (step.t() > 1) {
            double[] p = into(gradient, left.basis(), right.basis()).toArray();
            double[] direction = adam(p, state);
            double[] n = out(Tensor.of(shape, direction), left.basis(), right.basis())
                    .toArray();
            move(next, n, step);
        }
        left.follow(() -> Tensor.apply(new MatmulRightTransposed(), gradient, gradient), s);
        right.follow(() -> Tensor.apply(new MatmulLeftTransposed(), gradient, gradient), s);
        if (step.t() == 1) {
            left.begin();
            right.begin();
        } else if ((step.t() - 1) % f == 0) {
            turn(shape, left, right, state);
        }
    }

    /** M / (√V + ε) in the present basis, after both took in the gradient P. */
    private double[] adam(double[] p, State state) {
        double[] m = state.vector("M");
        double[] v = state.vector("V");
        double[] direction = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * p[i];
            v[i] = beta2 * v[i] + (1 - beta2) * (p[i] * p[i]);
            direction[i] = m[i] / (Math.sqrt(v[i]) + epsilon);
        }
        return direction;
    }

    private void move(double[] theta, double[] n, Step step) {
        double eta = step.eta();
        double correction2 = Math.sqrt(1 - FastMath.pow(beta2, (double) (step.t() - 1)));
        double correction1 = 1 - FastMath.pow(beta1, (double) (step.t() - 1));
        for (int i = 0; i < theta.length; i++) {
            theta[i] = (1 - eta * gamma) * (theta[i] - eta * correction2 / correction1 * n[i]);
        }
    }

    /** A step of both bases; M turns along, V only keeps its rows and columns beside the axes they belong to. */
    private static void turn(Shape shape, Eigenbasis left, Eigenbasis right, State state) {
        double[] m = state.vector("M");
        double[] v = state.vector("V");
        Tensor turned = out(Tensor.of(shape, m), left.basis(), right.basis());
        Tensor ordered = left.rows(right.columns(Tensor.of(shape, v)));
        left.refine();
        right.refine();
        into(turned, left.basis(), right.basis()).copyTo(m, 0);
        ordered.copyTo(v, 0);
    }

    /** Qᵀ X S: a matrix in the coordinates of the bases; a side without one has its own. */
    private static Tensor into(Tensor x, Optional<Tensor> q, Optional<Tensor> s) {
        Tensor left = q.map(basis -> Tensor.apply(new MatmulLeftTransposed(), basis, x))
                .orElse(x);
        return s.map(left::matmul).orElse(left);
    }

    /** Q X Sᵀ: back in the coordinates of the parameters. */
    private static Tensor out(Tensor x, Optional<Tensor> q, Optional<Tensor> s) {
        Tensor left = q.map(basis -> basis.matmul(x)).orElse(x);
        return s.map(basis -> Tensor.apply(new MatmulRightTransposed(), left, basis))
                .orElse(left);
    }
}
