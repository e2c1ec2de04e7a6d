package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.optim.Mutant.noticed;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Equations;
import org.gradus.equation.Line;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The proof notices the mistakes that people make, each in a loop beside the right equations. */
class MutantsTest {
    @TestFactory
    Stream<DynamicTest> momentum() {
        return Stream.of(
                noticed("sgd in single precision", new Sgd(), "θ_t", (theta, next, g, state, step) -> {
                    for (int i = 0; i < theta.length; i++) {
                        next[i] = (float) (theta[i] - step.eta() * g[i]);
                    }
                }),
                noticed("sgd uphill", new Sgd(), "θ_t", (theta, next, g, state, step) -> {
                    for (int i = 0; i < theta.length; i++) {
                        next[i] = theta[i] + step.eta() * g[i];
                    }
                }),
                noticed("momentum damped", new Sgdm(), "m_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + (1 - 0.9) * step.eta() * g[i];
                        next[i] = theta[i] - m[i];
                    }
                }),
                noticed("η outside of m, as in PyTorch", new Sgdm(), "m_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + g[i];
                        next[i] = theta[i] - step.eta() * m[i];
                    }
                }),
                noticed("momentum one step late", new Sgdm(), "θ_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        next[i] = theta[i] - m[i];
                        m[i] = 0.9 * m[i] + step.eta() * g[i];
                    }
                }),
                noticed("a state shared between parameters", new Sgdm(), "m_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[0] = 0.9 * m[0] + step.eta() * g[i];
                        next[i] = theta[i] - m[0];
                    }
                }),
                noticed(
                        "nag with the old momentum, which is sgdm",
                        new Nag(),
                        "θ′_t",
                        (theta, next, g, state, step) -> {
                            double[] m = state.vector("m");
                            for (int i = 0; i < theta.length; i++) {
                                next[i] = theta[i] - 0.9 * m[i] - step.eta() * g[i];
                                m[i] = 0.9 * m[i] + step.eta() * g[i];
                            }
                        }),
                noticed(
                        "nag where θ is not looked ahead from",
                        new NagOriginal(),
                        "θ′_t",
                        (theta, next, g, state, step) -> {
                            new NagOriginal().update(theta, next, g, state, step);
                            System.arraycopy(state.vector("θ"), 0, next, 0, theta.length);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> adaptive() {
        return Stream.of(
                noticed("adagrad with 0 / 0", new Adagrad(), "θ_t", (theta, next, g, state, step) -> {
                    double[] s = state.vector("s");
                    for (int i = 0; i < theta.length; i++) {
                        s[i] = s[i] + g[i] * g[i];
                        next[i] = theta[i] - step.eta() / Math.sqrt(s[i]) * g[i];
                    }
                }),
                noticed("adagrad without the last gradient", new Adagrad(), "θ_t", (theta, next, g, state, step) -> {
                    double[] s = state.vector("s");
                    for (int i = 0; i < theta.length; i++) {
                        next[i] = theta[i] - (s[i] == 0 ? 0 : step.eta() / Math.sqrt(s[i])) * g[i];
                        s[i] = s[i] + g[i] * g[i];
                    }
                }),
                noticed(
                        "rmsprop from v_0 = 0",
                        new RmsProp(),
                        "v_t",
                        (theta, next, g, state, step) ->
                                new RmsProp().update(theta, next, g, state, new Step(step.t() + 1, step.eta()))),
                noticed(
                        "rmsprop with α and 1 − α exchanged",
                        new RmsProp(),
                        "v_t",
                        (theta, next, g, state, step) -> new RmsProp(1 - 0.9).update(theta, next, g, state, step)));
    }

    /** Adam from its parts; a mistake is one of them changed. */
    private static Mutant.Loop adam(ToDoubleFunction<Step> clock, double inRoot, double besideRoot) {
        return (theta, next, g, state, step) -> {
            double t = clock.applyAsDouble(step);
            double[] m = state.vector("m");
            double[] v = state.vector("v");
            for (int i = 0; i < theta.length; i++) {
                m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
                v[i] = 0.999 * v[i] + (1 - 0.999) * (g[i] * g[i]);
                double mHat = m[i] / (1 - FastMath.pow(0.9, t));
                double vHat = v[i] / (1 - FastMath.pow(0.999, t));
                next[i] = theta[i] - step.eta() / (Math.sqrt(vHat + inRoot) + besideRoot) * mHat;
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> adam() {
        return Stream.of(
                noticed("no bias correction", new Adam(), "θ_t", adam(step -> 1e9, 0, 1e-8)), // β^1e9 is 0
                noticed("t starting at 0", new Adam(), "θ_t", adam(step -> step.t() - 1.0, 0, 1e-8)),
                noticed("ε inside the root", new Adam(), "θ_t", adam(Step::t, 1e-8, 0)),
                noticed("another ε", new Adam(), "θ_t", adam(Step::t, 0, 1e-7)),
                noticed("no root", new Adam(), "θ_t", (theta, next, g, state, step) -> {
                    new Adam().update(theta, next, g, state, step);
                    for (int i = 0; i < theta.length; i++) {
                        next[i] = theta[i] - step.eta() * state.vector("m")[i] / (state.vector("v")[i] + 1e-8);
                    }
                }),
                noticed("v_1 = g_0² and bias correction as well", new Adam(), "v_t", (theta, next, g, state, step) -> {
                    if (step.t() == 1) {
                        Arrays.setAll(state.vector("v"), i -> g[i] * g[i]);
                    }
                    new Adam().update(theta, next, g, state, step);
                }),
                noticed(
                        "β1 and β2 exchanged",
                        new Adam(),
                        "m_t",
                        (theta, next, g, state, step) ->
                                new Adam(0.999, 0.9, 1e-8).update(theta, next, g, state, step)),
                noticed("the gradient not squared", new Adam(), "v_t", (theta, next, g, state, step) -> {
                    new Adam().update(theta, next, g, state, step);
                    state.vector("v")[0] -= (1 - 0.999) * (g[0] * g[0] - Math.abs(g[0]));
                }),
                noticed("the first parameter forgotten", new Adam(), "m_t", (theta, next, g, state, step) -> {
                    double[] less = g.clone();
                    less[0] = 0;
                    new Adam().update(theta, next, less, state, step);
                }),
                noticed(
                        "an old learning rate",
                        new Adam(),
                        "θ_t",
                        (theta, next, g, state, step) ->
                                new Adam().update(theta, next, g, state, new Step(step.t(), 0.05))));
    }

    /** The right loop, and equations with a mistake in one line. */
    private static DynamicTest noticedInLine(String right, String wrong, UpdateRule rule, String symbol) {
        String text = rule.equations().text();
        Equations mistaken = new Equations(
                text.replace(right, wrong).lines().map(Line::parse).toList(),
                rule.equations().constants(),
                rule.equations().givens());
        return DynamicTest.dynamicTest(wrong, () -> {
            assertThat(text).contains(right);
            Mutant.refuted(EquationProof.of(rule, mistaken), rule.name(), symbol);
        });
    }

    @TestFactory
    Stream<DynamicTest> equations() {
        return Stream.of(
                noticedInLine("λ m_{t−1} + η g", "λ m_{t−1} − η g", new Sgdm(), "m_t"),
                noticedInLine("θ_{t−1} − m_t", "θ_{t−1} − m_{t−1}", new Sgdm(), "θ_t"),
                noticedInLine("m_0 = 0", "m_0 = 1", new Sgdm(), "m_t"),
                noticedInLine("Σ_{i=0}", "Σ_{i=1}", new Adagrad(), "s_t"),
                noticedInLine("v_1 = g_0²", "v_1 = (1 − α) g_0²", new RmsProp(), "v_t"),
                noticedInLine("1 − β1^t", "1 − β1^{t + 1}", new Adam(), "θ_t"),
                noticedInLine("v_t / (1 − β2^t)", "v_t / (1 − β1^t)", new Adam(), "θ_t"),
                noticedInLine("√v̂_t + ε", "√v_t + ε", new Adam(), "θ_t"),
                noticedInLine("max(v̂_{t−1}, v_t)", "min(v̂_{t−1}, v_t)", new AmsGrad(), "v̂_t"),
                noticedInLine("u_t = f + f", "u_t = f − f", new AdaBound(), "θ_t"),
                noticedInLine("if ρ_t ≤ 4", "if ρ_t ≤ 5", new RAdam(), "θ_t"),
                noticedInLine("β1^{t + 1}", "β1^t", new Nadam(), "θ_t"),
                noticedInLine("γ θ_{t−1}", "γ θ_0", new AdamW(), "θ_t"),
                noticedInLine("φ_{t−1} + α", "φ_{t−1} − α", new Lookahead(new Sgdm()), "φ_t"));
    }

    /** PyTorch's form of Adam is the same but for rounding: a step from the same numbers is well within the bound. */
    @Test
    void anotherOrderOfOperationsIsNoMistake() {
        Mutant.Loop loop = (theta, next, g, state, step) -> {
            double[] m = state.vector("m");
            double[] v = state.vector("v");
            double stepSize = step.eta() / (1 - FastMath.pow(0.9, (double) step.t()));
            double rootOfCorrection = Math.sqrt(1 - FastMath.pow(0.999, (double) step.t()));
            for (int i = 0; i < theta.length; i++) {
                m[i] = m[i] * 0.9 + g[i] * (1 - 0.9);
                v[i] = v[i] * 0.999 + g[i] * g[i] * (1 - 0.999);
                next[i] = theta[i] - stepSize * (m[i] / (Math.sqrt(v[i]) / rootOfCorrection + 1e-8));
            }
        };
        EquationProof proof = EquationProof.of(new Mutant(new Adam(), loop));
        assertThat(proof.holds()).as(proof.toString()).isTrue();
        assertThat(proof.worstUlps()).isPositive();
    }
}
