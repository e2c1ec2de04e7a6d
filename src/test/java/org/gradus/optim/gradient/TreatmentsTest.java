package org.gradus.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentsTest {
    private static final Schedule ONE = new Constant(1);

    /** What SGD with η = 1 sees at step t: the movement from 0, negated. */
    private static double[] seen(UpdateRule aroundSgd, long t, double... g) {
        double[] theta = new double[g.length];
        aroundSgd.update(theta, g, aroundSgd.init(g.length), new Step(t, 1));
        return Arrays.stream(theta).map(x -> -x + 0.0).toArray();
    }

    @Test
    void aLongGradientIsShortenedToTheNormAndKeepsItsDirection() {
        assertThat(seen(new ClipNorm(new Sgd(ONE), 2.5), 1, 3, -4)).containsExactly(1.5, -2);
        assertThat(seen(new ClipNorm(new Sgd(ONE), 5), 1, 3, -4)).containsExactly(3, -4);
        assertThat(seen(new ClipNorm(new Sgd(ONE), 7), 1, 3, -4)).containsExactly(3, -4);
    }

    @Test
    void theNormOfAZeroGradientDividesNothing() {
        assertThat(seen(new ClipNorm(new Sgd(ONE), 1), 1, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void beyondTheRangeOfSquaresTheClippedGradientIsZero() {
        assertThat(seen(new ClipNorm(new Sgd(ONE), 1), 1, 1e150, 0)[0]).isCloseTo(1, within(1e-15));
        assertThat(seen(new ClipNorm(new Sgd(ONE), 1), 1, 1e160, 1)).containsExactly(0, 0);
        assertThat(seen(new ClipNorm(new Sgd(ONE), 1), 1, 1e-150, 0)).containsExactly(1e-150, 0);
        assertThat(seen(new ClipNorm(new Sgd(ONE), 1), 1, 1e-170, 0)).containsExactly(0, 0);
    }

    @Test
    void elementsAreClippedOneByOne() {
        assertThat(seen(new ClipValue(new Sgd(ONE), 2.5), 1, 3, -4, 1, -2.5)).containsExactly(2.5, -2.5, 1, -2.5);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "2, 0.006830201283771977", "11, 0.0026744471683572833", "1001, 0.0002237490795386614"})
    void theDeviationOfNoiseFallsWithTheStep(long t, double deviation) {
        // schedules.json, GradientNoise/lecture/c=0.01, long double: t counts from 0 there
        double[] noise = seen(new GradientNoise(new Sgd(ONE), 0.01, 0.55, 3), t, new double[100_000]);
        assertThat(Math.sqrt(Arrays.stream(noise).map(x -> x * x).average().orElseThrow()))
                .isCloseTo(
                        deviation, within(0.01 * deviation)); // 100000 numbers: a deviation of the deviation of 0.2 %
        assertThat(Arrays.stream(noise).average().orElseThrow()).isCloseTo(0, within(0.016 * deviation));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.08264503181542117"})
    void inThePaperItIsTheVariance(long t, double deviation) {
        double[] noise = seen(new PaperGradientNoise(new Sgd(ONE), 0.01, 0.55, 3), t, new double[100_000]);
        assertThat(Math.sqrt(Arrays.stream(noise).map(x -> x * x).average().orElseThrow()))
                .isCloseTo(deviation, within(0.01 * deviation));
    }

    @Test
    void noiseIsAsLargeAsInThePaperUnlessToldOtherwise() {
        assertThat(new GradientNoise(new Sgd(ONE), 3)).isEqualTo(new GradientNoise(new Sgd(ONE), 0.01, 0.55, 3));
        assertThat(new PaperGradientNoise(new Sgd(ONE), 3))
                .isEqualTo(new PaperGradientNoise(new Sgd(ONE), 0.01, 0.55, 3));
    }

    @Test
    void noiseIsAddedToTheGradientAndDependsOnSeedAndStepAlone() {
        GradientNoise rule = new GradientNoise(new Sgd(ONE), 1, 0, 42);
        RandomStream third = new RandomStream(42).split("noise 3");
        double[] expected = {5 + third.gaussian(), -6 + third.gaussian()};
        assertThat(seen(rule, 3, 5, -6)).containsExactly(expected, within(1e-15));
        assertThat(seen(rule, 3, 5, -6)).containsExactly(seen(rule, 3, 5, -6));
        assertThat(seen(rule, 4, 5, -6)[0]).isNotEqualTo(seen(rule, 3, 5, -6)[0]);
        assertThat(seen(new GradientNoise(new Sgd(ONE), 1, 0, 43), 3, 5, -6)[0]).isNotEqualTo(expected[0]);
    }

    /** k steps with parts of a batch, and one with the whole: the same to the last bit, as sums of small whole numbers are exact. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void accumulationIsALargerBatch(int k) {
        for (UpdateRule inner : new UpdateRule[] {
            new Sgd(ONE), new Sgdm(ONE), new Adagrad(ONE), new RmsProp(ONE), new Adam(ONE), new NagOriginal(ONE)
        }) {
            UpdateRule rule = new Accumulation(inner, k);
            double[] theta = {1, -1};
            double[] expected = {1, -1};
            State state = rule.init(2);
            State innerState = inner.init(2);
            RandomStream random = new RandomStream(k);
            for (int t = 1; t <= 3 * k; t++) {
                double[] g = {random.below(20) - 10, random.below(20) - 10};
                double[] before = theta.clone();
                rule.update(theta, g, state, new Step(t, 0.1));
                Arrays.setAll(g, i -> state.vector("s")[i] / k);
                if (t % k == 0) {
                    inner.update(expected, g, innerState, new Step(t / k, 0.1));
                } else {
                    assertThat(theta).as("%s, between steps", inner).containsExactly(before);
                }
                assertThat(theta).as("%s, step %s", inner, t).containsExactly(expected);
            }
        }
    }

    @Test
    void theMeanIsThatOfTheLastKGradients() {
        UpdateRule rule = new Accumulation(new Sgd(ONE), 3);
        double[] theta = {0};
        State state = rule.init(1);
        double[] gradients = {1, 2, 6, 10, 20, 30};
        for (int t = 1; t <= 6; t++) {
            rule.update(theta, new double[] {gradients[t - 1]}, state, new Step(t, 1));
        }
        assertThat(theta).containsExactly(-3 - 20); // means 3 and 20
    }

    @Test
    void accumulationAsksTheScheduleForInnerSteps() {
        Schedule counting = t -> t + 1;
        Schedule eta = new Accumulation(new Sgd(counting), 3).eta();
        assertThat(new double[] {eta.at(0), eta.at(1), eta.at(2), eta.at(3), eta.at(5), eta.at(6)})
                .containsExactly(1, 1, 1, 2, 2, 3);
        assertThat(new ClipNorm(new ClipValue(new Sgd(counting), 1), 1).eta()).isSameAs(counting);
        assertThat(new GradientNoise(new PaperGradientNoise(new Sgd(counting), 1), 1).eta())
                .isSameAs(counting);
    }

    @Test
    void namesSayWhatIsAroundWhat() {
        assertThat(new ClipNorm(new Accumulation(new Adam(ONE), 2), 1).name())
                .isEqualTo("clip-norm(accumulation(adam))");
        assertThat(new ClipValue(new GradientNoise(new PaperGradientNoise(new Sgd(ONE), 1), 1), 1).name())
                .isEqualTo("clip-value(gradient-noise(paper-gradient-noise(sgd)))");
    }

    @Test
    void aRuleThatTakesItsGradientElsewhereIsTreatedThere() {
        assertThat(new ClipValue(new NagOriginal(ONE), 1).equations().text()).isEqualTo("""
                        g_{t−1} = ∇L(θ_{t−1} − λ m_{t−1})
                        ḡ_{t−1} = Clip(g_{t−1}, −c, c)
                        θ_0 = θ′_0
                        m_0 = 0
                        m_t = λ m_{t−1} + η ḡ_{t−1}
                        θ_t = θ_{t−1} − m_t
                        θ′_t = θ_t − λ m_t""");
    }

    @Test
    void nestsReadFromTheOutsideIn() {
        assertThat(new ClipNorm(new Accumulation(new RmsProp(ONE), 2), 1)
                        .equations()
                        .text())
                .isEqualTo("""
                        ḡ_{t−1} = min(1, c / ‖g_{t−1}‖) g_{t−1}
                        s_t = ḡ_{t−1}, if k | t − 1
                        s_t = s_{t−1} + ḡ_{t−1}
                        ḡ′_{t−1} = s_t / k, if k | t
                        ḡ′_{t−1} = 0
                        v_2 = ḡ′_1²
                        v_t = α v_{t−1} + (1 − α) ḡ′_{t−1}², if k | t
                        θ_t = θ_{t−1} − η / √v_t ḡ′_{t−1}, if k | t""");
        assertThat(new Accumulation(new ClipNorm(new Adagrad(ONE), 1), 3)
                        .equations()
                        .text())
                .isEqualTo("""
                        s_t = g_{t−1}, if k | t − 1
                        s_t = s_{t−1} + g_{t−1}
                        ḡ_{t−1} = s_t / k, if k | t
                        ḡ_{t−1} = 0
                        ḡ′_{t−1} = min(1, c / ‖ḡ_{t−1}‖) ḡ_{t−1}, if k | t
                        ḡ′_{t−1} = 0
                        s′_t = Σ_{i=0}^{t − 1} ḡ′_i², if k | t
                        θ_t = θ_{t−1} − η / √s′_t ḡ′_{t−1}, if k | t""");
    }

    @Test
    void gradientsAtSeveralPointsCannotBeTreated() {
        Equations two = Equations.of("θ_t = θ_{t−1} − η ∇L(θ_{t−1}) − η ∇L(2 θ_{t−1})");
        Treatment treatment = new Treatment("ḡ", Equations.of("ḡ_{t−1} = g_{t−1}"));
        assertThatThrownBy(() -> treatment.before(two))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "gradient: a rule can be given one other gradient, but this one takes that of the loss at "
                                + "several points:\nθ_t = ");
    }
}
