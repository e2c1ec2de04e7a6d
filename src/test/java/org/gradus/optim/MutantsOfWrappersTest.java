package org.gradus.optim;

import static org.gradus.optim.Mutant.noticed;

import java.util.stream.Stream;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof notices what people get wrong in SWATS and in Lookahead. */
class MutantsOfWrappersTest {
    @TestFactory
    Stream<DynamicTest> swats() {
        Swats right = new Swats(0.9, 0.999, 1e-9, 10); // switches at step 2
        return Stream.of(
                noticed("the switch one step late", right, "Λ_t", (theta, next, g, state, step) -> {
                    double delta = step.t() > 2 ? 10 : 0;
                    new Swats(0.9, 0.999, 1e-9, delta).update(theta, next, g, state, step);
                }),
                noticed(
                        "the clock one step early",
                        right,
                        "λ_t",
                        (theta, next, g, state, step) ->
                                right.update(theta, next, g, state, new Step(step.t() + 1, step.eta()))),
                noticed("λ without its correction", right, "Λ_t", (theta, next, g, state, step) -> {
                    right.update(theta, next, g, state, step);
                    if (state.scalar("τ") == step.t()) {
                        state.set("Λ", state.scalar("λ"));
                    }
                }),
                noticed("SGDM without 1 − β1", right, "θ_t", (theta, next, g, state, step) -> {
                    boolean sgdm = right.switched(state).isPresent();
                    right.update(theta, next, g, state, step);
                    for (int i = 0; sgdm && i < theta.length; i++) {
                        next[i] = theta[i] - state.scalar("Λ") * state.vector("u")[i];
                    }
                }),
                noticed("SGDM begins with Adam's momentum", right, "u_t", (theta, next, g, state, step) -> {
                    if (state.scalar("τ") == step.t() - 1 && step.t() > 1) {
                        System.arraycopy(state.vector("m"), 0, state.vector("u"), 0, theta.length);
                    }
                    right.update(theta, next, g, state, step);
                }),
                noticed("u shrunk at every step, as in jettify's", right, "u_t", (theta, next, g, state, step) -> {
                    boolean sgdm = right.switched(state).isPresent();
                    right.update(theta, next, g, state, step);
                    double[] u = state.vector("u");
                    for (int i = 0; sgdm && i < u.length; i++) {
                        u[i] *= 1 - 0.9;
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> lookahead() {
        Lookahead right = new Lookahead(new Sgdm(), 3, 0.5, Pullback.NONE);
        Lookahead reset = new Lookahead(new Sgdm(), 3, 0.5, Pullback.RESET);
        return Stream.of(
                noticed(
                        "the step back after step 1, k + 1, …, as in jettify's",
                        right,
                        "φ_t",
                        (theta, next, g, state, step) -> {
                            double[] phi = state.vector("φ");
                            right.inner().update(theta, next, g, state.inner(), step);
                            for (int i = 0; step.t() % 3 == 1 && i < theta.length; i++) {
                                phi[i] = step.t() == 1 ? next[i] : phi[i] + 0.5 * (next[i] - phi[i]);
                                next[i] = phi[i];
                            }
                        }),
                noticed(
                        "φ taken over at the first step back, as in timm's",
                        right,
                        "φ_t",
                        (theta, next, g, state, step) -> {
                            double[] phi = state.vector("φ");
                            right.inner().update(theta, next, g, state.inner(), step);
                            for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                                phi[i] = step.t() == 3 ? next[i] : phi[i] + 0.5 * (next[i] - phi[i]);
                                next[i] = phi[i];
                            }
                        }),
                noticed("θ not set back", right, "θ_t", (theta, next, g, state, step) -> {
                    double[] phi = state.vector("φ");
                    if (step.t() == 1) {
                        System.arraycopy(theta, 0, phi, 0, theta.length);
                    }
                    right.inner().update(theta, next, g, state.inner(), step);
                    for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                        phi[i] = phi[i] + 0.5 * (next[i] - phi[i]);
                    }
                }),
                noticed(
                        "from the wrong end",
                        right,
                        "φ_t",
                        (theta, next, g, state, step) -> new Lookahead(right.inner(), 3, 1 - 0.4, Pullback.NONE)
                                .update(theta, next, g, state, step)),
                noticed("a momentum that is not reset", reset, "m_t", right::update),
                noticed("a momentum that is reset", right, "m_t", reset::update),
                noticed(
                        "the inner clock set back",
                        new Lookahead(new Adam(), 3, 0.5, Pullback.NONE),
                        "θ_t",
                        (theta, next, g, state, step) -> {
                            Step since = new Step((step.t() - 1) % 3 + 1, step.eta());
                            double[] phi = state.vector("φ");
                            if (step.t() == 1) {
                                System.arraycopy(theta, 0, phi, 0, theta.length);
                            }
                            new Adam().update(theta, next, g, state.inner(), since);
                            for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                                phi[i] = phi[i] + 0.5 * (next[i] - phi[i]);
                                next[i] = phi[i];
                            }
                        }));
    }
}
