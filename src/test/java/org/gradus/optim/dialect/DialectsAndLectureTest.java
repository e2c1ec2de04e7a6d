package org.gradus.optim.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.optim.ListedRule;
import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Adan;
import org.gradus.optim.after.CautiousAdamW;
import org.gradus.optim.after.Signum;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Where a dialect parts from the lecture's rule, and under which hyper-parameters it does not: on ½ Σ a_i θ_i², whose gradient is a θ, with
 * a = (1, 10, 0.1, 0). The last parameter never has a gradient.
 */
class DialectsAndLectureTest {
    private static final double[] A = {1, 10, 0.1, 0};
    private static final Schedule FALLING = t -> 0.1 / (1 + 0.2 * t);
    private static final Schedule CONSTANT = new Constant(0.05);
    private static final int STEPS = 30;

    /** A dialect and a rule, each with its learning rate. */
    private record Pair(Dialect dialect, Schedule etaOfDialect, UpdateRule rule, Schedule etaOfRule) {
        /** The largest difference of a parameter after any of the steps. */
        double largestDifference() {
            double[][] a = trajectory(dialect, etaOfDialect);
            double[][] b = trajectory(rule, etaOfRule);
            double largest = 0;
            for (int t = 0; t < STEPS; t++) {
                for (int i = 0; i < A.length; i++) {
                    largest = Math.max(largest, Math.abs(a[t][i] - b[t][i]));
                }
            }
            return largest;
        }
    }

    /** Pairs with the same hyper-parameters as far as both have them. */
    private static final List<Pair> PART = List.of(
            new Pair(new PyTorchSgdm(0.9, 0), FALLING, new Sgdm(0.9), FALLING),
            new Pair(new PyTorchAdagrad(0, 0, 0.01), FALLING, new Adagrad(), FALLING),
            new Pair(new KerasAdagrad(), FALLING, new Adagrad(), FALLING),
            new Pair(new PyTorchRmsProp(0.9, 1e-300), FALLING, new RmsProp(0.9), FALLING),
            new Pair(new PyTorchCenteredRmsProp(0.9, 1e-8, 0), FALLING, new RmsProp(0.9), FALLING),
            new Pair(new EfficientAdam(0.9, 0.999, 1e-3), FALLING, new Adam(0.9, 0.999, 1e-3), FALLING),
            new Pair(new KozistrSwats(0.9, 0.999, 0.1), FALLING, new Swats(0.9, 0.999, 0.1, 1e-9), FALLING),
            new Pair(new PyTorchAmsGrad(), FALLING, new AmsGrad(), FALLING),
            new Pair(new PaperAmsGrad(0.9, 0.999), FALLING, new AmsGrad(0.9, 0.999, 1e-300), FALLING),
            new Pair(new SlideAdaBound(), FALLING, new AdaBound(), FALLING),
            new Pair(new PaperAdaBound(), FALLING, new AdaBound(), FALLING),
            new Pair(new AuthorsAdaBound(), FALLING, new AdaBound(), FALLING),
            new Pair(new AuthorsAdaBoundW(), FALLING, new AdaBound(), FALLING),
            new Pair(new AuthorsAmsBound(), FALLING, new AdaBound(), FALLING),
            new Pair(new PyTorchRAdam(), FALLING, new RAdam(), FALLING),
            new Pair(new AuthorsRAdam(), FALLING, new RAdam(), FALLING),
            new Pair(new PyTorchNadam(), FALLING, new Nadam(), FALLING),
            new Pair(new TimmSgdw(0.9, 0.1), FALLING, new Sgdwm(0.9, 0.1), FALLING),
            new Pair(new PaperAdamW(0.9, 0.999, 1e-8, 0.1), FALLING, new AdamW(0.9, 0.999, 1e-8, 0.1), FALLING),
            new Pair(new PlainLmSignum(0.9, 0, 0), FALLING, new Signum(0.9, 0), FALLING),
            new Pair(new NoProxAdan(0.98, 0.92, 0.99, 1e-8, 1), FALLING, new Adan(0.98, 0.92, 0.99, 1e-8, 1), FALLING),
            new Pair(
                    new TimmCautiousAdamW(0.9, 0.999, 0.01, 0.1),
                    FALLING,
                    new CautiousAdamW(0.9, 0.999, 0.01, 0.1),
                    FALLING));

    @TestFactory
    Stream<DynamicTest> everyDialectPartsFromItsRule() {
        return PART.stream()
                .map(pair -> DynamicTest.dynamicTest(pair.dialect.name(), () -> {
                    assertThat(pair.dialect.of()).isEqualTo(pair.rule.name());
                    assertThat(pair.largestDifference()).isGreaterThan(1e-3);
                }));
    }

    @Test
    void noDialectIsLeftOut() {
        assertThat(PART.stream().map(pair -> pair.dialect.name()))
                .containsExactlyInAnyOrderElementsOf(
                        new Dialects().entries().stream().map(ListedRule::name).toList());
    }

    /** Pairs that are the same algorithm, by the hyper-parameters chosen. */
    private static final List<Pair> AGREE = List.of(
            new Pair(new PyTorchSgdm(0.9, 0), CONSTANT, new Sgdm(0.9), CONSTANT), // m = η b
            new Pair(new PyTorchAdagrad(0, 0, 1e-300), FALLING, new Adagrad(), FALLING),
            new Pair(new KerasAdagrad(0, 1e-300), FALLING, new Adagrad(), FALLING),
            new Pair(new PyTorchRmsProp(0, 1e-300), FALLING, new RmsProp(0), FALLING), // v = g² from the start
            new Pair(new EfficientAdam(0.9, 0.999, 1e-300), FALLING, new Adam(0.9, 0.999, 1e-300), FALLING),
            new Pair(
                    new KozistrSwats(0.9, 0.999, 1e-300),
                    FALLING,
                    new Swats(0.9, 0.999, 1e-300, 1e-9),
                    FALLING), // no switch
            new Pair(new PyTorchAmsGrad(0, 0, 0.01), FALLING, new AmsGrad(0, 0, 0.01), FALLING), // nothing to correct
            new Pair(
                    new PaperAmsGrad(0.9, 0.999),
                    CONSTANT,
                    new AmsGrad(0.9, 0.999, 1e-300),
                    t -> 0.05 / Math.sqrt(t + 1)),
            new Pair(new SlideAdaBound(0, 0.9, 0.01, 0.1), FALLING, new AdaBound(0, 0.9, 0.01, 0.1), FALLING), // m = m̂
            new Pair(
                    new AuthorsAdaBound(0, 0.75, 1e-300, 0.1, 0.25),
                    CONSTANT,
                    new AdaBound(0, 0.75, 1e-300, 0.1),
                    CONSTANT), // γ = 1 − β2
            new Pair(
                    new AuthorsAdaBoundW(0.9, 0.99, 0.01, 0.1, 0.02, 0),
                    FALLING,
                    new AuthorsAdaBound(0.9, 0.99, 0.01, 0.1, 0.02),
                    FALLING),
            new Pair(new PyTorchNadam(0.9, 0.999, 0.01, 1e6), FALLING, new Nadam(0.9, 0.999, 0.01), FALLING),
            new Pair(new TimmSgdw(0.9, 0.1), CONSTANT, new Sgdwm(0.9, 0.05 * 0.1), CONSTANT),
            new Pair(
                    new PaperAdamW(0.9, 0.999, 0.01, 0.1 * 0.3),
                    FALLING,
                    new AdamW(0.9, 0.999, 0.01, 0.3),
                    FALLING), // λ = η_0 γ, under any schedule
            new Pair(new PlainLmSignum(0, 0.5, 0), FALLING, new Signum(0, 0), FALLING), // SignSGD, the factor ignored
            new Pair(new NoProxAdan(0.98, 0.92, 0.99, 1e-8, 0), FALLING, new Adan(0.98, 0.92, 0.99, 1e-8, 0), FALLING),
            new Pair(
                    new TimmCautiousAdamW(0.9, 0.999, 1e-300, 0.1),
                    FALLING,
                    new CautiousAdamW(0.9, 0.999, 1e-300, 0.1),
                    FALLING));

    @TestFactory
    Stream<DynamicTest> itAgreesWhereItIsSaidTo() {
        return AGREE.stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.dialect.name(),
                        () -> assertThat(pair.largestDifference()).isLessThan(1e-12)));
    }

    private static double[][] trajectory(UpdateRule rule, Schedule eta) {
        double[] theta = {1, -2, 0.5, 3};
        State state = rule.init(A.length);
        double[][] after = new double[STEPS][];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = new double[A.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = A[i] * theta[i];
            }
            Movements.step(rule, theta, g, state, new Step(t, eta.at(t - 1), eta.at(0), t));
            after[t - 1] = theta.clone();
        }
        return after;
    }

    @Test
    void pyTorchsRmsPropTakesAFirstStepTenTimesAsLong() {
        // v_1 = (1 − α) g², so the first step is η/√(1 − α) = 10 η, where the lecture's is η; by hand
        assertThat(trajectory(new PyTorchRmsProp(0.99, 1e-300), CONSTANT)[0][0]).isCloseTo(1 - 0.5, within(1e-12));
        assertThat(trajectory(new RmsProp(0.99), CONSTANT)[0][0]).isCloseTo(1 - 0.05, within(1e-12));
    }

    @Test
    void theSlidesOtherReadingTakesAFirstStepATenthAsLong() {
        double slide = trajectory(new SlideAdaBound(), CONSTANT)[0][0] - 1;
        assertThat(slide / (trajectory(new AdaBound(), CONSTANT)[0][0] - 1)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void rAdamsPartAtTheFifthStep() {
        // β2 = 0.999: ρ_4 = 3.9975, ρ_5 = 4.9960, ρ_6 = 5.994 (lecture.md 1.9, from mpmath)
        double[][] lecture = trajectory(new RAdam(0.9, 0.999, 1e-300), CONSTANT);
        double[][] pyTorch = trajectory(new PyTorchRAdam(0.9, 0.999, 1e-300), CONSTANT);
        double[][] authors = trajectory(new AuthorsRAdam(0.9, 0.999, 1e-300), CONSTANT);
        for (int t = 1; t <= 4; t++) {
            assertThat(pyTorch[t - 1]).as("step %d", t).containsExactly(lecture[t - 1], within(1e-14));
        }
        assertThat(Math.abs(pyTorch[4][0] - lecture[4][0])).isGreaterThan(1e-3);
        assertThat(authors[4]).containsExactly(1, -2, 0.5, 3);
        assertThat(authors[5][0]).isLessThan(1);
    }

    @Test
    void pyTorchsAmsGradComesTogetherWithTheLectures() {
        // 1 − β2^t is 1 to the last digit at t = 100 where β = 0.5; from then on both take the same step from the same
        // place
        UpdateRule lecture = new AmsGrad(0.5, 0.5, 0.01);
        UpdateRule dialect = new PyTorchAmsGrad(0.5, 0.5, 0.01);
        double[] moved = new double[2];
        UpdateRule[] both = {lecture, dialect};
        for (int r = 0; r < 2; r++) {
            double[] theta = {0};
            State state = both[r].init(1);
            for (int t = 1; t <= 100; t++) {
                moved[r] = -theta[0];
                Movements.step(both[r], theta, new double[] {1 + t % 3}, state, new Step(t, 0.05));
                moved[r] += theta[0];
            }
        }
        assertThat(moved[1]).isCloseTo(moved[0], within(1e-14));
    }

    @Test
    void withAGrowingGradientTheLargestVIsThePresentOne() {
        double[] bound = {0};
        double[] ams = {0};
        UpdateRule authors = new AuthorsAdaBound();
        UpdateRule largest = new AuthorsAmsBound();
        State boundState = authors.init(1);
        State amsState = largest.init(1);
        for (int t = 1; t <= 20; t++) {
            double[] g = {t <= 19 ? t : 0};
            Movements.step(authors, bound, g, boundState, new Step(t, 0.05));
            Movements.step(largest, ams, g, amsState, new Step(t, 0.05));
            if (t <= 19) {
                assertThat(ams).as("step %d", t).containsExactly(bound);
            }
        }
        assertThat(ams[0])
                .as("v has fallen, the largest has not: a shorter step")
                .isGreaterThan(bound[0]);
    }
}
