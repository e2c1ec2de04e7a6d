package org.gradus.optim.after;

import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.optim.UpdateRule;

/**
 * SAM, sharpness-aware minimization: climb by ρ along the gradient, take the gradient q there, on the same batch, and step from where you were
 * with any rule, "Optim", that gets q for g.
 *
 * <pre>
 * e_{t−1} = ρ / (‖g_{t−1}‖ + 1e-12) g_{t−1}
 * q_{t−1} = ∇L(θ_{t−1} + e_{t−1})
 * θ_t = θ_{t−1} + Optim_t
 * </pre>
 *
 * <p>The norm is that of the whole gradient, over all parameters. Each step costs two gradients, so the optimizer has to be given the loss, not
 * its gradient alone. A decay within Optim is that at θ, not at θ + e.
 *
 * <p><b>State:</b> none but the inner rule's. <b>Defaults:</b> ρ = 0.05, from the paper.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Sam(new Sgdm()), 0.1, model.trainable()).step(() -> loss)}
 *
 * <p><b>Reference:</b> Foret, Kleiner, Mobahi and Neyshabur 2020, Sharpness-Aware Minimization for Efficiently Improving Generalization, <a
 * href="https://arxiv.org/abs/2010.01412">arXiv 2010.01412</a>, Algorithm 1. <b>Differs from the paper in</b> 10⁻¹² in the divisor, from
 * public code. <b>Differs from PyTorch in</b> everything: PyTorch has none.
 *
 * @param inner the rule that steps
 * @param rho how far ρ to climb, a positive number
 */
public record Sam(UpdateRule inner, double rho) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("e", "q", "ρ");

    /**
     * Checks the hyper-parameter and the inner rule.
     *
     * @throws IllegalArgumentException if ρ lies outside its domain, or the inner rule sees shapes or takes its gradient elsewhere itself
     */
    public Sam {
        Domain.of("sam").positive("rho", rho);
        requireInner("sam", inner);
    }

    /**
     * The paper's ρ.
     *
     * @param inner the rule that steps
     */
    public Sam(UpdateRule inner) {
        this(inner, 0.05);
    }

    /** Refuses an inner rule whose g is not the gradient where the model stands, as that of every other one is. */
    static void requireInner(String name, UpdateRule inner) {
        if (TensorRule.vectorRule(inner, name).equations().takeGradientElsewhere()) {
            throw new IllegalArgumentException(
                    "%s: %s takes its gradient elsewhere itself; use another rule inside, such as sgdm"
                            .formatted(name, inner.name()));
        }
    }

    @Override
    public String name() {
        return "sam(" + inner.name() + ")";
    }

    /** {@return SAM's own lines, with the step of any rule as Optim} */
    public static Equations overOptim() {
        return climb("θ").then(Equations.of("θ_t = θ_{t−1} + Optim_t"));
    }

    private static Equations climb(String theta) {
        return Equations.of(
                "e_{t−1} = ρ / (‖g_{t−1}‖ + 1e-12) g_{t−1}", "q_{t−1} = ∇L(%s_{t−1} + e_{t−1})".formatted(theta));
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
        requireLoss("sam", step);
        inner.check(step);
    }

    /** Refuses a step that has no loss to be asked for a second gradient. */
    static void requireLoss(String name, Step step) {
        if (step.elsewhere().isEmpty()) {
            throw new IllegalArgumentException(
                    ("%s: it needs a second gradient of the same batch; give the optimizer the loss, as in step(() -> loss), "
                                    + "with one group of parameters and without accumulation")
                            .formatted(name));
        }
    }

    @Override
    public State init(int size) {
        return State.of(this, size).around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double squares = 0;
        for (double element : g) {
            squares += element * element;
        }
        double[] there = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double e = rho / (Math.sqrt(squares) + 1e-12) * g[i];
            there[i] = theta[i] + e;
        }
        inner.update(theta, next, step.gradientAt(there), state.inner(), step);
    }
}
