package org.gradus.optim.rule;

import java.util.Arrays;
import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.TensorRule;
import org.gradus.optim.UpdateRule;

/**
 * Lookahead: k steps forward with any rule, "Optim", then one step back, to a point between the start φ of the k steps and their end θ̃.
 *
 * <pre>
 * θ̃_t = θ_{t−1} + Optim_t
 * φ_0 = θ_0
 * φ_t = φ_{t−1} + α (θ̃_t − φ_{t−1}), if k | t
 * θ_t = φ_t, if k | t
 * θ_t = θ̃_t
 * </pre>
 *
 * <p>The lecture counts with two indices: θ_{t,0} = φ_{t−1}; θ_{t,i} = θ_{t,i−1} + Optim(Loss, data, θ_{t,i−1}) for i = 1 … k;
 * φ_t = φ_{t−1} + α (θ_{t,k} − φ_{t−1}). Here t counts the inner steps and k | t, "k divides t", is every kth. After such a step θ is φ, the
 * point to evaluate. With pullback RESET the inner rule's m is m̃, and {@code m_t = 0, if k | t} and {@code m_t = m̃_t} follow.
 *
 * <p><b>State:</b> φ, one number per parameter, and the inner rule's. If that has a φ, k, α, θ̃ or m̃ of its own, it gets a prime.
 * <b>Defaults:</b> k = 5, α = 0.8 and pullback NONE, from the authors' code.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Lookahead(new Adam()), 0.001, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Zhang et al. 2019, Lookahead Optimizer: k steps forward, 1 step back,
 * <a href="https://arxiv.org/abs/1907.08610">arXiv 1907.08610</a>, Algorithm 1. <b>Differs from the paper in</b> nothing. <b>Differs from
 * PyTorch in</b> everything: PyTorch has none. Of public implementations, timm's skips the first step back and jettify's takes it after step 1.
 *
 * @param inner the rule of the steps forward
 * @param k how many steps forward, at least 1
 * @param alpha the share α of the way from φ to θ̃ where the step back ends, more than 0 and at most 1
 * @param pullback what becomes of the inner rule's momentum after a step back
 */
public record Lookahead(UpdateRule inner, int k, double alpha, Pullback pullback) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("φ", "k", "α", "θ̃", "m̃");

    /**
     * Checks the hyper-parameters and the inner rule.
     *
     * @throws IllegalArgumentException if one lies outside its domain, or the inner rule has a point of its own or no m to reset
     */
    public Lookahead {
        Domain.of("lookahead").count("k", k).share("alpha", alpha);
        Set<String> remembered =
                TensorRule.vectorRule(inner, "lookahead").init(1).names();
        if (remembered.contains("θ") || !inner.judged().equals(inner.equations().moved())) {
            throw new IllegalArgumentException(
                    "lookahead: %s keeps a point of its own beside the one it moves, which a step back would not reach; use another rule inside, such as nag"
                            .formatted(inner.name()));
        }
        if (pullback == Pullback.RESET && !remembered.contains("m")) {
            throw new IllegalArgumentException("lookahead: %s has no momentum m to reset, only %s; use pullback NONE"
                    .formatted(inner.name(), remembered));
        }
    }

    /**
     * The k, α and pullback of the authors' code.
     *
     * @param inner the rule of the steps forward
     */
    public Lookahead(UpdateRule inner) {
        this(inner, 5, 0.8, Pullback.NONE);
    }

    @Override
    public String name() {
        return "lookahead(" + inner.name() + ")";
    }

    /** {@return Lookahead's own lines, with the step of any rule as Optim} */
    public static Equations overOptim() {
        return Equations.of("θ̃_t = θ_{t−1} + Optim_t").then(back("θ")).then(now("θ"));
    }

    private static Equations back(String theta) {
        return Equations.of("φ_0 = " + theta + "_0", "φ_t = φ_{t−1} + α (θ̃_t − φ_{t−1}), if k | t");
    }

    private static Equations now(String theta) {
        return Equations.of(theta + "_t = φ_t, if k | t", theta + "_t = θ̃_t");
    }

    @Override
    public Equations equations() {
        Equations forward = inner.equations().primed(SYMBOLS);
        String theta = forward.moved();
        forward = forward.renamedNow(theta, "θ̃");
        Equations back = back(theta);
        if (pullback == Pullback.RESET) {
            forward = forward.renamedNow("m", "m̃");
            back = back.then(Equations.of("m_t = 0, if k | t", "m_t = m̃_t"));
        }
        return forward.then(back).then(now(theta)).with("k", k).with("α", alpha);
    }

    @Override
    public void check(Step step) {
        inner.check(step);
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "φ").around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] phi = state.vector("φ");
        if (step.t() == 1) {
            System.arraycopy(theta, 0, phi, 0, theta.length);
        }
        inner.update(theta, next, g, state.inner(), step);
        if (step.t() % k == 0) {
            for (int i = 0; i < theta.length; i++) {
                phi[i] = phi[i] + alpha * (next[i] - phi[i]);
                next[i] = phi[i];
            }
            if (pullback == Pullback.RESET) {
                Arrays.fill(state.inner().vector("m"), 0);
            }
        }
    }
}
