package org.gradus.optim.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
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

    /** Pairs with the same hyper-parameters as far as both have them. */
    private static final Map<Dialect, UpdateRule> PART = Map.ofEntries(
            Map.entry(new PyTorchSgdm(FALLING, 0.9, 0), new Sgdm(FALLING, 0.9)),
            Map.entry(new PyTorchAdagrad(FALLING, 0, 0, 0.01), new Adagrad(FALLING)),
            Map.entry(new KerasAdagrad(FALLING), new Adagrad(FALLING)),
            Map.entry(new PyTorchRmsProp(FALLING, 0.9, 0), new RmsProp(FALLING, 0.9)),
            Map.entry(new PyTorchCenteredRmsProp(FALLING, 0.9, 1e-8, 0), new RmsProp(FALLING, 0.9)),
            Map.entry(new EfficientAdam(FALLING, 0.9, 0.999, 1e-3), new Adam(FALLING, 0.9, 0.999, 1e-3)),
            Map.entry(new KozistrSwats(FALLING, 0.9, 0.999, 0.1), new Swats(FALLING, 0.9, 0.999, 0.1, 1e-9)),
            Map.entry(new PyTorchAmsGrad(FALLING), new AmsGrad(FALLING)),
            Map.entry(new PaperAmsGrad(FALLING, 0.9, 0.999), new AmsGrad(FALLING, 0.9, 0.999, 0)),
            Map.entry(new SlideAdaBound(FALLING), new AdaBound(FALLING)),
            Map.entry(new PaperAdaBound(FALLING), new AdaBound(FALLING)),
            Map.entry(new AuthorsAdaBound(FALLING), new AdaBound(FALLING)),
            Map.entry(new AuthorsAdaBoundW(FALLING), new AdaBound(FALLING)),
            Map.entry(new AuthorsAmsBound(FALLING), new AdaBound(FALLING)),
            Map.entry(new PyTorchRAdam(FALLING), new RAdam(FALLING)),
            Map.entry(new AuthorsRAdam(FALLING), new RAdam(FALLING)),
            Map.entry(new PyTorchNadam(FALLING), new Nadam(FALLING)),
            Map.entry(new TimmSgdw(FALLING, 0.9, 0.1), new Sgdwm(FALLING, 0.9, 0.1)),
            Map.entry(new PaperAdamW(FALLING, 0.9, 0.999, 1e-8, 0.1), new AdamW(FALLING, 0.9, 0.999, 1e-8, 0.1)));

    @TestFactory
    Stream<DynamicTest> everyDialectPartsFromItsRule() {
        return PART.entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(pair.getKey().name(), () -> {
                    assertThat(pair.getKey().of()).isEqualTo(pair.getValue().name());
                    assertThat(largestDifference(pair.getKey(), pair.getValue()))
                            .isGreaterThan(1e-3);
                }));
    }

    @Test
    void noDialectIsLeftOut() {
        assertThat(PART.keySet().stream().map(UpdateRule::name))
                .containsExactlyInAnyOrderElementsOf(Dialects.entries().keySet());
    }

    /** Pairs that are the same algorithm, by the hyper-parameters chosen. */
    private static final Map<Dialect, UpdateRule> AGREE = Map.ofEntries(
            Map.entry(new PyTorchSgdm(CONSTANT, 0.9, 0), new Sgdm(CONSTANT, 0.9)), // m = η b
            Map.entry(new PyTorchAdagrad(FALLING, 0, 0, 0), new Adagrad(FALLING)),
            Map.entry(new KerasAdagrad(FALLING, 0, 0), new Adagrad(FALLING)),
            Map.entry(new PyTorchRmsProp(FALLING, 0, 0), new RmsProp(FALLING, 0)), // v = g² from the start
            Map.entry(new EfficientAdam(FALLING, 0.9, 0.999, 0), new Adam(FALLING, 0.9, 0.999, 0)),
            Map.entry(new KozistrSwats(FALLING, 0.9, 0.999, 0), new Swats(FALLING, 0.9, 0.999, 0, 1e-9)), // no switch
            Map.entry(new PyTorchAmsGrad(FALLING, 0, 0, 0.01), new AmsGrad(FALLING, 0, 0, 0.01)), // nothing to correct
            Map.entry(new PaperAmsGrad(CONSTANT, 0.9, 0.999), new AmsGrad(t -> 0.05 / Math.sqrt(t + 1), 0.9, 0.999, 0)),
            Map.entry(
                    new SlideAdaBound(FALLING, 0, 0.9, 0.01, 0.1), new AdaBound(FALLING, 0, 0.9, 0.01, 0.1)), // m = m̂
            Map.entry(
                    new AuthorsAdaBound(CONSTANT, 0, 0.75, 0, 0.1, 0.25),
                    new AdaBound(CONSTANT, 0, 0.75, 0, 0.1)), // γ = 1 − β2
            Map.entry(
                    new AuthorsAdaBoundW(FALLING, 0.9, 0.99, 0.01, 0.1, 0.02, 0),
                    new AuthorsAdaBound(FALLING, 0.9, 0.99, 0.01, 0.1, 0.02)),
            Map.entry(new PyTorchNadam(FALLING, 0.9, 0.999, 0.01, 1e6), new Nadam(FALLING, 0.9, 0.999, 0.01)),
            Map.entry(new TimmSgdw(CONSTANT, 0.9, 0.1), new Sgdwm(CONSTANT, 0.9, 0.05 * 0.1)),
            Map.entry(
                    new PaperAdamW(FALLING, 0.9, 0.999, 0.01, 0.1 * 0.3),
                    new AdamW(FALLING, 0.9, 0.999, 0.01, 0.3))); // λ = η_0 γ, under any schedule

    @TestFactory
    Stream<DynamicTest> itAgreesWhereItIsSaidTo() {
        return AGREE.entrySet().stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.getKey().name(),
                        () -> assertThat(largestDifference(pair.getKey(), pair.getValue()))
                                .isLessThan(1e-12)));
    }

    /** The largest difference of a parameter after any of the steps. */
    private static double largestDifference(UpdateRule one, UpdateRule other) {
        double[][] a = trajectory(one);
        double[][] b = trajectory(other);
        double largest = 0;
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < A.length; i++) {
                largest = Math.max(largest, Math.abs(a[t][i] - b[t][i]));
            }
        }
        return largest;
    }

    private static double[][] trajectory(UpdateRule rule) {
        double[] theta = {1, -2, 0.5, 3};
        State state = rule.init(A.length);
        double[][] after = new double[STEPS][];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = new double[A.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = A[i] * theta[i];
            }
            rule.update(theta, g, state, new Step(t, rule.eta().at(t - 1)));
            after[t - 1] = theta.clone();
        }
        return after;
    }

    @Test
    void pyTorchsRmsPropTakesAFirstStepTenTimesAsLong() {
        // v_1 = (1 − α) g², so the first step is η/√(1 − α) = 10 η, where the lecture's is η; by hand
        assertThat(trajectory(new PyTorchRmsProp(CONSTANT, 0.99, 0))[0][0]).isCloseTo(1 - 0.5, within(1e-12));
        assertThat(trajectory(new RmsProp(CONSTANT, 0.99))[0][0]).isCloseTo(1 - 0.05, within(1e-12));
    }

    @Test
    void theSlidesOtherReadingTakesAFirstStepATenthAsLong() {
        double slide = trajectory(new SlideAdaBound(CONSTANT))[0][0] - 1;
        assertThat(slide / (trajectory(new AdaBound(CONSTANT))[0][0] - 1)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void rAdamsPartAtTheFifthStep() {
        // β2 = 0.999: ρ_4 = 3.9975, ρ_5 = 4.9960, ρ_6 = 5.994 (lecture.md 1.9, from mpmath)
        double[][] lecture = trajectory(new RAdam(CONSTANT, 0.9, 0.999, 0));
        double[][] pyTorch = trajectory(new PyTorchRAdam(CONSTANT, 0.9, 0.999, 0));
        double[][] authors = trajectory(new AuthorsRAdam(CONSTANT, 0.9, 0.999, 0));
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
        UpdateRule lecture = new AmsGrad(CONSTANT, 0.5, 0.5, 0.01);
        UpdateRule dialect = new PyTorchAmsGrad(CONSTANT, 0.5, 0.5, 0.01);
        double[] moved = new double[2];
        UpdateRule[] both = {lecture, dialect};
        for (int r = 0; r < 2; r++) {
            double[] theta = {0};
            State state = both[r].init(1);
            for (int t = 1; t <= 100; t++) {
                moved[r] = -theta[0];
                both[r].update(theta, new double[] {1 + t % 3}, state, new Step(t, 0.05));
                moved[r] += theta[0];
            }
        }
        assertThat(moved[1]).isCloseTo(moved[0], within(1e-14));
    }

    @Test
    void withAGrowingGradientTheLargestVIsThePresentOne() {
        double[] bound = {0};
        double[] ams = {0};
        UpdateRule authors = new AuthorsAdaBound(0.05);
        UpdateRule largest = new AuthorsAmsBound(0.05);
        State boundState = authors.init(1);
        State amsState = largest.init(1);
        for (int t = 1; t <= 20; t++) {
            double[] g = {t <= 19 ? t : 0};
            authors.update(bound, g, boundState, new Step(t, 0.05));
            largest.update(ams, g, amsState, new Step(t, 0.05));
            if (t <= 19) {
                assertThat(ams).as("step %d", t).containsExactly(bound);
            }
        }
        assertThat(ams[0])
                .as("v has fallen, the largest has not: a shorter step")
                .isGreaterThan(bound[0]);
    }
}
