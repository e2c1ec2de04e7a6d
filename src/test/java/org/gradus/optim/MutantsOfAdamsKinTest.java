package org.gradus.optim;

import static org.gradus.optim.Mutant.noticed;

import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof notices what people get wrong in the rules that came after Adam. */
class MutantsOfAdamsKinTest {
    /** Where a loop over the parameters is. */
    private record At(int i, double mHat, double vHat, double[] theta, double[] g, State state, Step step) {
        double m() {
            return state.vector("m")[i];
        }

        double v() {
            return state.vector("v")[i];
        }

        double root() {
            return Math.sqrt(vHat) + 1e-8;
        }
    }

    /** How far a parameter moves, as a multiple of −η. */
    @FunctionalInterface
    private interface Move {
        double of(At at);
    }

    /** m and v as in Adam, and the step as the mistake has it. */
    private static Mutant.Loop withMoments(Move move) {
        return (theta, next, g, state, step) -> {
            double[] m = state.vector("m");
            double[] v = state.vector("v");
            for (int i = 0; i < theta.length; i++) {
                m[i] = 0.9 * m[i] + (1 - 0.9) * g[i];
                v[i] = 0.999 * v[i] + (1 - 0.999) * (g[i] * g[i]);
                double mHat = m[i] / (1 - FastMath.pow(0.9, (double) step.t()));
                double vHat = v[i] / (1 - FastMath.pow(0.999, (double) step.t()));
                next[i] = theta[i] - step.eta() * move.of(new At(i, mHat, vHat, theta, g, state, step));
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> amsGrad() {
        return Stream.of(
                noticed("max after the correction", new AmsGrad(), "v̂_t", withMoments(at -> {
                    double[] max = at.state.vector("v̂");
                    max[at.i] = Math.max(max[at.i], at.vHat);
                    return at.m() / (Math.sqrt(max[at.i]) + 1e-8);
                })),
                noticed("no max", new AmsGrad(), "v̂_t", withMoments(at -> {
                    at.state.vector("v̂")[at.i] = at.v();
                    return at.m() / (Math.sqrt(at.v()) + 1e-8);
                })),
                noticed("m corrected, as in PyTorch", new AmsGrad(), "θ_t", withMoments(at -> {
                    double[] max = at.state.vector("v̂");
                    max[at.i] = Math.max(max[at.i], at.v());
                    return at.mHat / (Math.sqrt(max[at.i]) + 1e-8);
                })));
    }

    @TestFactory
    Stream<DynamicTest> adaBound() {
        return Stream.of(
                noticed(
                        "m without its hat",
                        new AdaBound(),
                        "θ_t",
                        withMoments(at -> clipped(at, at.step.t()) * at.m())),
                noticed(
                        "bounds that are late",
                        new AdaBound(),
                        "θ_t",
                        withMoments(at -> clipped(at, at.step.t() - 0.5) * at.mHat)),
                noticed(
                        "no upper bound",
                        new AdaBound(),
                        "θ_t",
                        withMoments(at -> Math.max(1 / at.root(), low(at.step.t()) / at.step.eta()) * at.mHat)),
                noticed(
                        "the step clipped and not its rate",
                        new AdaBound(),
                        "θ_t",
                        withMoments(at -> clip(at.mHat / at.root(), low(at.step.t()), high(at.step.t())))));
    }

    private static double clipped(At at, double t) {
        return clip(at.step.eta() / at.root(), low(t), high(t)) / at.step.eta();
    }

    private static double low(double t) {
        return 0.1 - 0.1 / ((1 - 0.999) * t + 1);
    }

    private static double high(double t) {
        return 0.1 + 0.1 / ((1 - 0.999) * t);
    }

    private static double clip(double x, double low, double high) {
        return Math.min(Math.max(x, low), high);
    }

    @TestFactory
    Stream<DynamicTest> rAdam() {
        return Stream.of(
                noticed("threshold 5, as in PyTorch", new RAdam(), "θ_t", withMoments(at -> rectified(at, 5, 1999))),
                noticed("r without ρ_∞ above", new RAdam(), "θ_t", withMoments(at -> rectified(at, 4, 1))),
                noticed(
                        "no step until it adapts, as in the authors' code",
                        new RAdam(),
                        "θ_t",
                        withMoments(at -> at.step.t() < 5 ? 0 : rectified(at, 4, 1999))),
                noticed("never rectified", new RAdam(), "θ_t", withMoments(at -> at.mHat / at.root())));
    }

    private static double rectified(At at, double threshold, double above) {
        double max = 2 / (1 - 0.999) - 1;
        double power = FastMath.pow(0.999, (double) at.step.t());
        double rho = max - 2 * at.step.t() * power / (1 - power);
        double r = Math.sqrt((rho - 4) * (rho - 2) * above / ((max - 4) * (max - 2) * rho));
        return rho <= threshold ? at.mHat : r / at.root() * at.mHat;
    }

    @TestFactory
    Stream<DynamicTest> nadam() {
        return Stream.of(
                noticed("t in place of t + 1", new Nadam(), "θ_t", withMoments(at -> {
                    double fresh = (1 - 0.9) * at.g[at.i] / (1 - FastMath.pow(0.9, (double) at.step.t()));
                    return (0.9 * at.mHat + fresh) / at.root();
                })),
                noticed("no look ahead, which is adam", new Nadam(), "θ_t", withMoments(at -> at.mHat / at.root())));
    }

    @TestFactory
    Stream<DynamicTest> decay() {
        UpdateRule adamW = new AdamW(0.9, 0.999, 1e-8, 0.1);
        UpdateRule sgdwm = new Sgdwm(0.9, 0.1);
        return Stream.of(
                noticed("decay through the gradient", adamW, "m_t", (theta, next, g, state, step) -> {
                    double[] decayed = g.clone();
                    for (int i = 0; i < g.length; i++) {
                        decayed[i] = g[i] + 0.1 * theta[i];
                    }
                    new AdamW(0.9, 0.999, 1e-8, 0).update(theta, next, decayed, state, step);
                }),
                noticed(
                        "decay not multiplied by η",
                        adamW,
                        "θ_t",
                        withMoments(at -> at.mHat / at.root() + 0.1 * at.theta[at.i] / at.step.eta())),
                noticed(
                        "decay divided by √v̂ as well",
                        adamW,
                        "θ_t",
                        withMoments(at -> (at.mHat + 0.1 * at.theta[at.i]) / at.root())),
                noticed("decay through the momentum", sgdwm, "m_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + step.eta() * g[i] + 0.1 * theta[i];
                        next[i] = theta[i] - m[i];
                    }
                }),
                noticed(
                        "decay multiplied by η, as in timm",
                        sgdwm,
                        "θ_t",
                        (theta, next, g, state, step) ->
                                new Sgdwm(0.9, 0.1 * step.eta()).update(theta, next, g, state, step)),
                noticed("the new θ decays, not the old", sgdwm, "θ_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + step.eta() * g[i];
                        next[i] = theta[i] - m[i];
                        next[i] = next[i] - 0.1 * next[i];
                    }
                }),
                noticed("L2 outside of the momentum", new SgdmL2(0.9, 0.1), "m_t", (theta, next, g, state, step) -> {
                    double[] m = state.vector("m");
                    for (int i = 0; i < theta.length; i++) {
                        m[i] = 0.9 * m[i] + step.eta() * g[i];
                        next[i] = theta[i] - m[i] - step.eta() * 0.1 * theta[i];
                    }
                }),
                noticed(
                        "L2 forgotten",
                        new AdamL2(0.9, 0.999, 1e-8, 0.1),
                        "m_t",
                        (theta, next, g, state, step) ->
                                new AdamL2(0.9, 0.999, 1e-8, 0).update(theta, next, g, state, step)));
    }
}
