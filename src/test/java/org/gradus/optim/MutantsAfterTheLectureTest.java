package org.gradus.optim;

import static org.gradus.optim.Mutant.noticed;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gradus.optim.after.Adan;
import org.gradus.optim.after.CautiousAdamW;
import org.gradus.optim.after.Lion;
import org.gradus.optim.after.Sam;
import org.gradus.optim.after.ScheduleFreeSgd;
import org.gradus.optim.dialect.PlainLmSignum;
import org.gradus.optim.rule.Sgdm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof notices what people get wrong in the rules after the lecture. */
class MutantsAfterTheLectureTest {

    /** How Lion's c and m come from m and g, and which of c and m gives the signs. */
    @FunctionalInterface
    private interface Direction {
        double of(double before, double after, double g);
    }

    private static Mutant.Loop lion(Direction c) {
        return (theta, next, g, state, step) -> {
            double[] m = state.vector("m");
            for (int i = 0; i < theta.length; i++) {
                double before = m[i];
                m[i] = 0.99 * before + (1 - 0.99) * g[i];
                next[i] = theta[i] - step.eta() * Math.signum(c.of(before, m[i], g[i]));
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> lion() {
        Lion right = new Lion(0.9, 0.99, 0);
        return Stream.of(
                noticed("the signs of m", right, "θ_t", lion((before, after, g) -> after)),
                noticed("m first, then c", right, "θ_t", lion((before, after, g) -> 0.9 * after + (1 - 0.9) * g)),
                noticed("the betas swapped", right, "θ_t", lion((before, after, g) -> 0.99 * before + (1 - 0.99) * g)));
    }

    /** Adan's loop with a first change and a factor of d in n of its own, otherwise right. */
    private static Mutant.Loop adan(DoubleUnaryOperator firstChange, double ahead) {
        Adan right = new Adan();
        return (theta, next, g, state, step) -> {
            double[] d = state.vector("d").clone();
            double[] n = state.vector("n").clone();
            double[] p = state.vector("p").clone();
            right.update(theta, next, g, state, step);
            for (int i = 0; i < theta.length; i++) {
                double change = step.t() == 1 ? firstChange.applyAsDouble(g[i]) : g[i] - p[i];
                double look = g[i] + ahead * change;
                state.vector("d")[i] = 0.92 * d[i] + (1 - 0.92) * change;
                state.vector("n")[i] = 0.99 * n[i] + (1 - 0.99) * (look * look);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> adan() {
        return Stream.of(
                noticed("a first change from 0", new Adan(), "d_t", adan(g -> g, 0.92)),
                noticed("the paper's β2 in n", new Adan(), "n_t", adan(g -> 0, 0.08)));
    }

    /** What Cautious AdamW's mask is of m before and after the gradient, and g; and what it is divided by, of the share of ones. */
    private static Mutant.Loop cautious(Direction mask, DoubleUnaryOperator divisor) {
        CautiousAdamW right = new CautiousAdamW();
        return (theta, next, g, state, step) -> {
            double[] before = state.vector("m").clone();
            right.update(theta, next, g, state, step);
            double[] m = state.vector("m");
            double ones = 0;
            double rightOnes = 0;
            for (int i = 0; i < g.length; i++) {
                ones += mask.of(before[i], m[i], g[i]);
                rightOnes += m[i] * g[i] > 0 ? 1 : 0;
            }
            double rightMean = Math.max(rightOnes / g.length, 0.001);
            double keep = 1 - step.eta() * right.gamma();
            for (int i = 0; i < g.length; i++) {
                double scale = mask.of(before[i], m[i], g[i]) * rightMean / divisor.applyAsDouble(ones / g.length);
                next[i] = scale == 1 ? next[i] : keep * theta[i] - (keep * theta[i] - next[i]) * scale;
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> cautiousAdamW() {
        CautiousAdamW right = new CautiousAdamW();
        Direction agree = (before, after, g) -> after * g > 0 ? 1 : 0;
        return Stream.of(
                noticed("the mean forgotten", right, "θ_t", cautious(agree, share -> 1)),
                noticed(
                        "the mask of the m before",
                        right,
                        "θ_t",
                        cautious((before, after, g) -> before * g > 0 ? 1 : 0, share -> Math.max(share, 0.001))));
    }

    @TestFactory
    Stream<DynamicTest> plainLmSignum() {
        return Stream.of(noticed("m from 0", new PlainLmSignum(0.9, 0, 0), "m_t", (theta, next, g, state, step) -> {
            double[] m = state.vector("m");
            for (int i = 0; i < theta.length; i++) {
                m[i] = 0.9 * m[i] + g[i];
                next[i] = theta[i] - step.eta() * Math.signum(m[i]);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> scheduleFreeSgd() {
        ScheduleFreeSgd right = new ScheduleFreeSgd();
        return Stream.of(
                noticed("the plain mean of all z, whatever their rates", right, "x_t", (y, next, g, state, step) -> {
                    double[] before = state.vector("x").clone();
                    right.update(y, next, g, state, step);
                    for (int i = 0; i < y.length; i++) {
                        double c = 1.0 / step.t();
                        state.vector("x")[i] = (1 - c) * before[i] + c * state.vector("z")[i];
                    }
                }),
                noticed("y at x", right, "y_t", (y, next, g, state, step) -> {
                    right.update(y, next, g, state, step);
                    System.arraycopy(state.vector("x"), 0, next, 0, next.length);
                }),
                noticed("the gradient of x", right, "x_t", (y, next, g, state, step) -> {
                    double[] elsewhere = step.t() == 1 ? g : step.gradientAt(state.vector("x"));
                    right.update(y, next, elsewhere, state, step);
                }));
    }

    @TestFactory
    Stream<DynamicTest> sam() {
        Sam right = new Sam(new Sgdm());
        return Stream.of(
                noticed(
                        "the gradient where it stands",
                        right,
                        "m_t",
                        (theta, next, g, state, step) -> new Sgdm().update(theta, next, g, state.inner(), step)),
                noticed("a climb of the gradient's length", right, "m_t", (theta, next, g, state, step) -> {
                    double[] there = theta.clone();
                    for (int i = 0; i < g.length; i++) {
                        there[i] += 0.05 * g[i];
                    }
                    new Sgdm().update(theta, next, step.gradientAt(there), state.inner(), step);
                }),
                noticed("a step from where it climbed to", right, "θ_t", (theta, next, g, state, step) -> {
                    right.update(theta, next, g, state, step);
                    double squares = 0;
                    for (double element : g) {
                        squares += element * element;
                    }
                    for (int i = 0; i < g.length; i++) {
                        next[i] += 0.05 / (Math.sqrt(squares) + 1e-12) * g[i];
                    }
                }));
    }
}
