package org.gradus.optim.after;

import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * ASAM, adaptive sharpness-aware minimization: {@link Sam} whose climb is the farther along an axis the larger the parameter is, so that it does
 * not depend on the scale that a network's weights happen to have.
 *
 * <pre>
 * e_{t−1} = ρ / (‖|θ_{t−1}| g_{t−1}‖ + 1e-12) θ_{t−1}² g_{t−1}
 * q_{t−1} = ∇L(θ_{t−1} + e_{t−1})
 * θ_t = θ_{t−1} + Optim_t
 * </pre>
 *
 * <p><b>State:</b> none but the inner rule's. <b>Defaults:</b> ρ = 0.5; the paper's are 0.5 and 1.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Asam(new Sgdm()), 0.1, model.trainable()).step(() -> loss)}
 *
 * <p><b>Reference:</b> Kwon, Kim, Park and Choi 2021, ASAM: Adaptive Sharpness-Aware Minimization for Scale-Invariant Learning of Deep Neural
 * Networks, <a href="https://arxiv.org/abs/2102.11600">arXiv 2102.11600</a>. <b>Differs from the paper in</b> 10⁻¹² in the divisor, as public
 * code has it. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param inner the rule that steps
 * @param rho how far ρ to climb, a positive number
 */
public record Asam(UpdateRule inner, double rho) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("e", "q", "ρ");

    /**
     * Checks the hyper-parameter and the inner rule.
     *
     * @throws IllegalArgumentException if ρ lies outside its domain, or the inner rule sees shapes or takes its gradient elsewhere itself
     */
    public Asam {
        Domain.of("asam").positive("rho", rho);
        Sam.requireInner("asam", inner);
    }

    /**
     * The usual ρ.
     *
     * @param inner the rule that steps
     */
    public Asam(UpdateRule inner) {
        this(inner, 0.5);
    }

    @Override
    public String name() {
        return "asam(" + inner.name() + ")";
    }

    /** {@return ASAM's own lines, with the step of any rule as Optim} */
    public static Equations overOptim() {
        return climb("θ").then(Equations.of("θ_t = θ_{t−1} + Optim_t"));
    }

    private static Equations climb(String theta) {
        return Equations.of(
                "e_{t−1} = ρ / (‖|%s_{t−1}| g_{t−1}‖ + 1e-12) %s_{t−1}² g_{t−1}".formatted(theta, theta),
                "q_{t−1} = ∇L(%s_{t−1} + e_{t−1})".formatted(theta));
    }

    @Override
    public Equations equations() {
        Equations step = inner.equations().primed(SYMBOLS);
        return climb(step.moved()).then(step.renamed("g", "q")).with("ρ", rho);
    }

    @Override
    public String judged() {
        return inner.judged();
    }

    @Override
    public void check(Step step) {
        Sam.requireLoss("asam", step);
        inner.check(step);
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double squares = 0;
        for (int i = 0; i < g.length; i++) {
            double product = Math.abs(theta[i]) * g[i];
            squares += product * product;
        }
        double[] there = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double e = rho / (Math.sqrt(squares) + 1e-12) * (theta[i] * theta[i]) * g[i];
            there[i] = theta[i] + e;
        }
        inner.update(theta, next, step.gradientAt(there), state.inner(), step);
    }
}
