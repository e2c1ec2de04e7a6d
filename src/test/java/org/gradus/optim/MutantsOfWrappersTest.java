package org.gradus.optim;

import static org.gradus.optim.Mutant.noticed;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gradus.optim.gradient.Accumulation;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Pullback;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof notices what people get wrong in SWATS, in Lookahead and in the treatments of the gradient. */
class MutantsOfWrappersTest {
    private static final Schedule ETA = new Constant(1);

    @TestFactory
    Stream<DynamicTest> swats() {
        Swats right = new Swats(ETA, 0.9, 0.999, 1e-9, 10); // switches at step 2
        return Stream.of(
                noticed("the switch one step late", right, "Λ_t", (theta, g, state, step) -> {
                    double delta = step.t() > 2 ? 10 : 0;
                    new Swats(ETA, 0.9, 0.999, 1e-9, delta).update(theta, g, state, step);
                }),
                noticed(
                        "the clock one step early",
                        right,
                        "λ_t",
                        (theta, g, state, step) -> right.update(theta, g, state, new Step(step.t() + 1, step.eta()))),
                noticed("λ without its correction", right, "Λ_t", (theta, g, state, step) -> {
                    right.update(theta, g, state, step);
                    if (state.scalar("τ") == step.t()) {
                        state.set("Λ", state.scalar("λ"));
                    }
                }),
                noticed("SGDM without 1 − β1", right, "θ_t", (theta, g, state, step) -> {
                    double[] before = theta.clone();
                    boolean sgdm = right.switched(state).isPresent();
                    right.update(theta, g, state, step);
                    for (int i = 0; sgdm && i < theta.length; i++) {
                        theta[i] = before[i] - state.scalar("Λ") * state.vector("u")[i];
                    }
                }),
                noticed("SGDM begins with Adam's momentum", right, "u_t", (theta, g, state, step) -> {
                    if (state.scalar("τ") == step.t() - 1 && step.t() > 1) {
                        System.arraycopy(state.vector("m"), 0, state.vector("u"), 0, theta.length);
                    }
                    right.update(theta, g, state, step);
                }),
                noticed("u shrunk at every step, as in jettify's", right, "u_t", (theta, g, state, step) -> {
                    boolean sgdm = right.switched(state).isPresent();
                    right.update(theta, g, state, step);
                    double[] u = state.vector("u");
                    for (int i = 0; sgdm && i < u.length; i++) {
                        u[i] *= 1 - 0.9;
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> lookahead() {
        Lookahead right = new Lookahead(new Sgdm(ETA), 3, 0.5, Pullback.NONE);
        Lookahead reset = new Lookahead(new Sgdm(ETA), 3, 0.5, Pullback.RESET);
        return Stream.of(
                noticed(
                        "the step back after step 1, k + 1, …, as in jettify's",
                        right,
                        "φ_t",
                        (theta, g, state, step) -> {
                            double[] phi = state.vector("φ");
                            right.inner().update(theta, g, state.inner(), step);
                            for (int i = 0; step.t() % 3 == 1 && i < theta.length; i++) {
                                phi[i] = step.t() == 1 ? theta[i] : phi[i] + 0.5 * (theta[i] - phi[i]);
                                theta[i] = phi[i];
                            }
                        }),
                noticed("φ taken over at the first step back, as in timm's", right, "φ_t", (theta, g, state, step) -> {
                    double[] phi = state.vector("φ");
                    right.inner().update(theta, g, state.inner(), step);
                    for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                        phi[i] = step.t() == 3 ? theta[i] : phi[i] + 0.5 * (theta[i] - phi[i]);
                        theta[i] = phi[i];
                    }
                }),
                noticed("θ not set back", right, "θ_t", (theta, g, state, step) -> {
                    double[] phi = state.vector("φ");
                    if (step.t() == 1) {
                        System.arraycopy(theta, 0, phi, 0, theta.length);
                    }
                    right.inner().update(theta, g, state.inner(), step);
                    for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                        phi[i] = phi[i] + 0.5 * (theta[i] - phi[i]);
                    }
                }),
                noticed(
                        "from the wrong end",
                        right,
                        "φ_t",
                        (theta, g, state, step) ->
                                new Lookahead(right.inner(), 3, 1 - 0.4, Pullback.NONE).update(theta, g, state, step)),
                noticed("a momentum that is not reset", reset, "m_t", right::update),
                noticed("a momentum that is reset", right, "m_t", reset::update),
                noticed(
                        "the inner clock set back",
                        new Lookahead(new Adam(ETA), 3, 0.5, Pullback.NONE),
                        "θ_t",
                        (theta, g, state, step) -> {
                            Step since = new Step((step.t() - 1) % 3 + 1, step.eta());
                            double[] phi = state.vector("φ");
                            if (step.t() == 1) {
                                System.arraycopy(theta, 0, phi, 0, theta.length);
                            }
                            new Adam(ETA).update(theta, g, state.inner(), since);
                            for (int i = 0; step.t() % 3 == 0 && i < theta.length; i++) {
                                phi[i] = phi[i] + 0.5 * (theta[i] - phi[i]);
                                theta[i] = phi[i];
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> treatments() {
        Accumulation mean = new Accumulation(new Adam(ETA), 3);
        return Stream.of(
                noticed(
                        "each element clipped to the norm",
                        new ClipNorm(new Sgdm(ETA), 1),
                        "m_t",
                        (theta, g, state, step) -> new Sgdm(ETA).update(theta, clipped(g, 1), state.inner(), step)),
                noticed(
                        "short gradients made longer",
                        new ClipNorm(new Sgdm(ETA), 1e200),
                        "m_t",
                        (theta, g, state, step) -> {
                            double norm =
                                    Math.sqrt(Arrays.stream(g).map(x -> x * x).sum());
                            double[] scaled = Arrays.stream(g)
                                    .map(x -> x * (1e200 / norm))
                                    .toArray();
                            new Sgdm(ETA).update(theta, scaled, state.inner(), step);
                        }),
                noticed(
                        "only large positive elements clipped",
                        new ClipValue(new Sgdm(ETA), 1),
                        "m_t",
                        (theta, g, state, step) -> {
                            double[] below =
                                    Arrays.stream(g).map(x -> Math.min(x, 1)).toArray();
                            new Sgdm(ETA).update(theta, below, state.inner(), step);
                        }),
                noticed(
                        "the same noise at every step",
                        new GradientNoise(new Sgdm(ETA), 1, 0, 7),
                        "m_t",
                        (theta, g, state, step) -> {
                            GradientNoise right = new GradientNoise(new Sgdm(ETA), 1, 0, 7);
                            right.update(theta, g, state, new Step(1, step.eta()));
                        }),
                noticed(
                        "noise that does not fall",
                        new GradientNoise(new Sgdm(ETA), 1, 0.5, 7),
                        "m_t",
                        (theta, g, state, step) -> {
                            GradientNoise level = new GradientNoise(new Sgdm(ETA), 1, 0, 7);
                            level.update(theta, g, state, step);
                        }),
                noticed("another seed", new GradientNoise(new Sgdm(ETA), 1, 0.5, 7), "m_t", (theta, g, state, step) -> {
                    GradientNoise other = new GradientNoise(new Sgdm(ETA), 1, 0.5, 8);
                    other.update(theta, g, state, step);
                }),
                noticed("the sum, as in PyTorch, not the mean", mean, "m_t", (theta, g, state, step) -> {
                    double[] s = state.vector("s");
                    Arrays.setAll(s, i -> step.t() % 3 == 1 ? g[i] : s[i] + g[i]);
                    if (step.t() % 3 == 0) {
                        new Adam(ETA).update(theta, s, state.inner(), new Step(step.t() / 3, step.eta()));
                    }
                }),
                noticed("the inner clock too fast", mean, "θ_t", (theta, g, state, step) -> {
                    double[] s = state.vector("s");
                    Arrays.setAll(s, i -> step.t() % 3 == 1 ? g[i] : s[i] + g[i]);
                    if (step.t() % 3 == 0) {
                        double[] gBar = Arrays.stream(s).map(x -> x / 3).toArray();
                        new Adam(ETA).update(theta, gBar, state.inner(), step);
                    }
                }),
                noticed(
                        "a step for every gradient",
                        mean,
                        "s_t",
                        (theta, g, state, step) -> new Adam(ETA).update(theta, g, state.inner(), step)),
                noticed("a sum that is not begun anew", mean, "s_t", (theta, g, state, step) -> {
                    double[] s = state.vector("s").clone();
                    mean.update(theta, g, state, step);
                    Arrays.setAll(state.vector("s"), i -> s[i] + g[i]);
                }));
    }

    private static double[] clipped(double[] g, double c) {
        return Arrays.stream(g).map(x -> Math.min(Math.max(x, -c), c)).toArray();
    }
}
