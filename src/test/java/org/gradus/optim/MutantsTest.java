package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.optim.Mutant.noticed;

import java.util.Arrays;
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
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The proof notices the mistakes that people make, each in a loop beside the right equations. */
class MutantsTest {
    private static final Schedule ETA = new Constant(1);

    @TestFactory
    Stream<DynamicTest> momentum() {
        return Stream.of(
                noticed("sgd in single precision", new Sgd(ETA), "θ_t", (theta, g, state, step) -> {
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = (float) (theta[i] - step.eta() * g[i]);
                    }
                }),
                noticed("sgd uphill", new Sgd(ETA), "θ_t", (theta, g, state, step) -> {
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = theta[i] + step.eta() * g[i];
                    }
                }),
                noticed("momentum damped", new Sgdm(ETA), "m_t", (theta, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + (1 - 0.9) * step.eta() * g[i];
                        theta[i] = theta[i] - m[i];
                    }
                }),
                noticed("η outside of m, as in PyTorch", new Sgdm(ETA), "m_t", (theta, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + g[i];
                        theta[i] = theta[i] - step.eta() * m[i];
                    }
                }),
                noticed("momentum one step late", new Sgdm(ETA), "θ_t", (theta, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = theta[i] - m[i];
                        m[i] = 0.9 * m[i] + step.eta() * g[i];
                    }
                }),
                noticed("a state shared between parameters", new Sgdm(ETA), "m_t", (theta, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[0] = 0.9 * m[0] + step.eta() * g[i];
                        theta[i] = theta[i] - m[0];
                    }
                }),
                noticed("nag with the old momentum, which is sgdm", new Nag(ETA), "θ′_t", (theta, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = theta[i] - 0.9 * m[i] - step.eta() * g[i];
                        m[i] = 0.9 * m[i] + step.eta() * g[i];
                    }
                }),
                noticed(
                        "nag where θ is not looked ahead from",
                        new NagOriginal(ETA),
                        "θ′_t",
                        (theta, g, state, step) -> {
                            new NagOriginal(ETA).update(theta, g, state, step);
                            System.arraycopy(state.vector("θ"), 0, theta, 0, theta.length);
                        }));
    }

    @TestFactory
    Stream<DynamicTest> adaptive() {
        return Stream.of(
                noticed("adagrad with 0 / 0", new Adagrad(ETA), "θ_t", (theta, g, state, step) -> {
                    double[] s = state.vector("s");
                    for (int i = 0; i < theta.length; i++) {
                        s[i] = s[i] + g[i] * g[i];
                        theta[i] = theta[i] - step.eta() / Math.sqrt(s[i]) * g[i];
                    }
                }),
                noticed("adagrad without the last gradient", new Adagrad(ETA), "θ_t", (theta, g, state, step) -> {
                    double[] s = state.vector("s");
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = theta[i] - (s[i] == 0 ? 0 : step.eta() / Math.sqrt(s[i])) * g[i];
                        s[i] = s[i] + g[i] * g[i];
                    }
                }),
                noticed(
                        "rmsprop from v_0 = 0",
                        new RmsProp(ETA),
                        "v_t",
                        (theta, g, state, step) ->
                                new RmsProp(ETA).update(theta, g, state, new Step(step.t() + 1, step.eta()))),
                noticed(
                        "rmsprop with α and 1 − α exchanged",
                        new RmsProp(ETA),
                        "v_t",
                        (theta, g, state, step) -> new RmsProp(ETA, 1 - 0.9).update(theta, g, state, step)));
    }

    /** Adam from its parts; a mistake is one of them changed. */
    private static void adam(
            double[] theta, double[] g, State state, Step step, double t, double inRoot, double besideRoot) {
        double[] m = state.vector("m");
        double[] v = state.vector("v");
        for (int i = 0; i < theta.length; i++) {
            m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
            v[i] = 0.999 * v[i] + (1 - 0.999) * (g[i] * g[i]);
            double mHat = m[i] / (1 - FastMath.pow(0.9, t));
            double vHat = v[i] / (1 - FastMath.pow(0.999, t));
            theta[i] = theta[i] - step.eta() / (Math.sqrt(vHat + inRoot) + besideRoot) * mHat;
        }
    }

    @TestFactory
    Stream<DynamicTest> adam() {
        return Stream.of(
                noticed(
                        "no bias correction",
                        new Adam(ETA),
                        "θ_t",
                        (theta, g, state, step) -> adam(theta, g, state, step, 1e9, 0, 1e-8)), // β^1e9 is 0
                noticed(
                        "t starting at 0",
                        new Adam(ETA),
                        "θ_t",
                        (theta, g, state, step) -> adam(theta, g, state, step, step.t() - 1.0, 0, 1e-8)),
                noticed(
                        "ε inside the root",
                        new Adam(ETA),
                        "θ_t",
                        (theta, g, state, step) -> adam(theta, g, state, step, step.t(), 1e-8, 0)),
                noticed(
                        "another ε",
                        new Adam(ETA),
                        "θ_t",
                        (theta, g, state, step) -> adam(theta, g, state, step, step.t(), 0, 1e-7)),
                noticed("no root", new Adam(ETA), "θ_t", (theta, g, state, step) -> {
                    double[] before = theta.clone();
                    new Adam(ETA).update(theta, g, state, step);
                    for (int i = 0; i < theta.length; i++) {
                        theta[i] = before[i] - step.eta() * state.vector("m")[i] / (state.vector("v")[i] + 1e-8);
                    }
                }),
                noticed("v_1 = g_0² and bias correction as well", new Adam(ETA), "v_t", (theta, g, state, step) -> {
                    if (step.t() == 1) {
                        Arrays.setAll(state.vector("v"), i -> g[i] * g[i]);
                    }
                    new Adam(ETA).update(theta, g, state, step);
                }),
                noticed(
                        "β1 and β2 exchanged",
                        new Adam(ETA),
                        "m_t",
                        (theta, g, state, step) -> new Adam(ETA, 0.999, 0.9, 1e-8).update(theta, g, state, step)),
                noticed("the gradient not squared", new Adam(ETA), "v_t", (theta, g, state, step) -> {
                    new Adam(ETA).update(theta, g, state, step);
                    state.vector("v")[0] -= (1 - 0.999) * (g[0] * g[0] - Math.abs(g[0]));
                }),
                noticed("the first parameter forgotten", new Adam(ETA), "m_t", (theta, g, state, step) -> {
                    double[] less = g.clone();
                    less[0] = 0;
                    new Adam(ETA).update(theta, less, state, step);
                }),
                noticed(
                        "an old learning rate",
                        new Adam(ETA),
                        "θ_t",
                        (theta, g, state, step) -> new Adam(ETA).update(theta, g, state, new Step(step.t(), 0.05))));
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
            assertThatThrownBy(() -> new Proof(rule, mistaken, 15, 60).check(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(": " + symbol + "[");
        });
    }

    @TestFactory
    Stream<DynamicTest> equations() {
        return Stream.of(
                noticedInLine("λ m_{t−1} + η g", "λ m_{t−1} − η g", new Sgdm(ETA), "m_t"),
                noticedInLine("θ_{t−1} − m_t", "θ_{t−1} − m_{t−1}", new Sgdm(ETA), "θ_t"),
                noticedInLine("m_0 = 0", "m_0 = 1", new Sgdm(ETA), "m_t"),
                noticedInLine("Σ_{i=0}", "Σ_{i=1}", new Adagrad(ETA), "s_t"),
                noticedInLine("v_1 = g_0²", "v_1 = (1 − α) g_0²", new RmsProp(ETA), "v_t"),
                noticedInLine("1 − β1^t", "1 − β1^{t + 1}", new Adam(ETA), "θ_t"),
                noticedInLine("v_t / (1 − β2^t)", "v_t / (1 − β1^t)", new Adam(ETA), "θ_t"),
                noticedInLine("√v̂_t + ε", "√v_t + ε", new Adam(ETA), "θ_t"),
                noticedInLine("max(v̂_{t−1}, v_t)", "min(v̂_{t−1}, v_t)", new AmsGrad(ETA), "v̂_t"),
                noticedInLine("u_t = f + f", "u_t = f − f", new AdaBound(ETA), "θ_t"),
                noticedInLine("if ρ_t ≤ 4", "if ρ_t ≤ 5", new RAdam(ETA), "θ_t"),
                noticedInLine("β1^{t + 1}", "β1^t", new Nadam(ETA), "θ_t"),
                noticedInLine("γ θ_{t−1}", "γ θ_0", new AdamW(ETA), "θ_t"),
                noticedInLine("φ_{t−1} + α", "φ_{t−1} − α", new Lookahead(new Sgdm(ETA)), "φ_t"));
    }

    @Test
    void anotherOrderOfOperationsIsNoMistake() {
        // PyTorch's form of Adam: the same but for rounding. In one step; later the roundings of earlier steps are in θ
        Mutant.Loop loop = (theta, g, state, step) -> {
            double[] m = state.vector("m");
            double[] v = state.vector("v");
            double stepSize = step.eta() / (1 - FastMath.pow(0.9, (double) step.t()));
            double rootOfCorrection = Math.sqrt(1 - FastMath.pow(0.999, (double) step.t()));
            for (int i = 0; i < theta.length; i++) {
                m[i] = m[i] * 0.9 + g[i] * (1 - 0.9);
                v[i] = v[i] * 0.999 + g[i] * g[i] * (1 - 0.999);
                theta[i] -= stepSize * (m[i] / (Math.sqrt(v[i]) / rootOfCorrection + 1e-8));
            }
        };
        Proof proof = new Proof(new Mutant(new Adam(ETA), loop), 1000, 1);
        for (long seed = 1; seed <= 20; seed++) {
            long next = seed;
            assertThatCode(() -> proof.check(next)).doesNotThrowAnyException();
        }
    }
}
