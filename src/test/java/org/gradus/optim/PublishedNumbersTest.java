package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Nadam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.RAdam;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmEma;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that the lecture and the papers print, and what follows from the formulas by hand. */
class PublishedNumbersTest {
    @Test
    void sgdMovesAgainstTheGradient() {
        assertThat(Movements.of(new Sgd(), 0.5, 2, -3)).containsExactly(-1, 1.5);
    }

    @Test
    void sgdmKeepsTheOldLearningRatesInItsMomentum() {
        Schedule halving = t -> t == 0 ? 1 : 0.5;
        // m_1 = 1 · 8 = 8; m_2 = 0.5 · 8 + 0.5 · 2 = 5; m_3 = 0.5 · 5 + 0 = 2.5
        assertThat(Movements.of(new Sgdm(0.5), halving, 8, 2, 0)).containsExactly(-8, -5, -2.5);
    }

    @Test
    void sgdmOfTheAdamSlideHasEtaOutside() {
        Schedule halving = t -> t == 0 ? 1 : 0.5;
        // m_1 = 0.5 · 8 = 4, times 1; m_2 = 0.5 · 4 + 0.5 · 2 = 3, times 0.5; m_3 = 1.5, times 0.5
        assertThat(Movements.of(new SgdmEma(0.5), halving, 8, 2, 0)).containsExactly(-4, -1.5, -0.75);
    }

    @Test
    void nagMovesByTheMomentumToCome() {
        // m_1 = 8, m_2 = 0.5 · 8 + 2 = 6; movements −0.5 · 8 − 8 and −0.5 · 6 − 2
        assertThat(Movements.of(new Nag(0.5), 1, 8, 2)).containsExactly(-12, -5);
        assertThat(Movements.of(new NagOriginal(0.5), 1, 8, 2)).containsExactly(-12, -5);
    }

    /** Adagrad and RMSProp: the first step is η sign(g), whatever the gradient; and 0 for 0. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-100, 1e-3, 1, 1e5, -40, 1e150})
    void theFirstStepOfAdagradAndRmsPropIsTheLearningRate(double g) {
        double expected = -0.01 * Math.signum(g);
        assertThat(Movements.of(new Adagrad(), 0.01, g)[0]).isCloseTo(expected, within(1e-17));
        assertThat(Movements.of(new RmsProp(), 0.01, g)[0]).isCloseTo(expected, within(1e-17));
        assertThat(Movements.of(new Adagrad(), 0.01, 0, g)).containsExactly(0, expected);
        assertThat(Movements.of(new RmsProp(), 0.01, 0, 0)).containsExactly(0, 0);
    }

    @Test
    void afterZerosRmsPropsFirstRealStepIsLonger() {
        // v_1 = 0, v_2 = (1 − α) g²: η / √(1 − 0.99) = 10 η
        assertThat(Movements.of(new RmsProp(0.99), 0.01, 0, 3)[1]).isCloseTo(-0.1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 1e5, -40})
    void adamsFirstStepIsTheLearningRate(double g) {
        assertThat(Movements.of(new Adam(), 0.01, g)[0]).isCloseTo(-0.01 * Math.signum(g), within(1e-7));
    }

    /**
     * The lecture's table of movements: gradients of 1, one of 100000, gradients of 1. Numbers: a plain double loop after 20000 steps
     * (demos.json, lecture/adam_movement_table); the lecture prints 10√10 = 31.62 and 10^−3.5 = 0.000316 for β1 = 0.
     */
    @ParameterizedTest
    @CsvSource({
        "0,   1.0000000000000002, 31.622774989860996, 0.0003163859824423609, 0.0003165442941617465",
        "0.9, 0.9999999999999996, 3.1625621039610077, 2.84776175322527,      2.5642996869164807"
    })
    void adamsMovementsAroundOneLargeGradient(double beta1, double before, double spike, double after, double next) {
        double[] gradients = new double[20_003];
        Arrays.fill(gradients, 1);
        gradients[20_000] = 1e5;
        double[] moved = Movements.of(new Adam(beta1, 0.999, 1e-300), 1, gradients);
        assertThat(-moved[19_999]).isCloseTo(before, within(1e-11));
        assertThat(-moved[20_000]).isCloseTo(spike, within(1e-9));
        assertThat(-moved[20_001]).isCloseTo(after, within(1e-9));
        assertThat(-moved[20_002]).isCloseTo(next, within(1e-9));
    }

    @Test
    void theLecturesRoundNumbers() {
        double[] gradients = new double[20_002];
        Arrays.fill(gradients, 1);
        gradients[20_000] = 1e5;
        double[] moved = Movements.of(new Adam(0, 0.999, 1e-300), 1, gradients);
        assertThat(-moved[20_000]).isCloseTo(10 * Math.sqrt(10), within(1e-5));
        assertThat(-moved[20_001]).isCloseTo(Math.pow(10, -3.5), within(1e-6));
    }

    private static Snapshot step(UpdateRule rule, int t) {
        Recurrence recurrence = new Recurrence(rule.equations(), new double[] {0});
        for (int i = 1; i < t; i++) {
            recurrence.step(1, point -> new double[] {1});
        }
        return recurrence.step(1, point -> new double[] {1});
    }

    /** β2 = 0.999: the lecture's ρ_4 = 3.9975, ρ_5 = 4.9960 with r_5 = 0.01731, ρ_6 = 5.994 with r_6 = 0.02582. */
    @Test
    void radamBeginsToAdaptAtStepFive() {
        RAdam rule = new RAdam();
        assertThat(step(rule, 1).value("ρ_∞")[0]).isCloseTo(1999, within(1e-9));
        assertThat(step(rule, 1).value("ρ_t")[0]).isCloseTo(1, within(1e-9));
        assertThat(step(rule, 4).value("ρ_t")[0]).isCloseTo(3.9975, within(5e-5));
        assertThat(step(rule, 4).values()).doesNotContainKey("r_t");
        assertThat(step(rule, 5).value("ρ_t")[0]).isCloseTo(4.9960, within(5e-5));
        assertThat(step(rule, 5).value("r_t")[0]).isCloseTo(0.01731, within(5e-6));
        assertThat(step(rule, 6).value("ρ_t")[0]).isCloseTo(5.994, within(5e-4));
        assertThat(step(rule, 6).value("r_t")[0]).isCloseTo(0.02582, within(5e-6));
    }

    @Test
    void radamsStepsAreThoseOfMomentumAndThenWarmUp() {
        // with gradients of 1, m̂ and v̂ are 1: steps of η, then of η r_t
        double[] moved = Movements.of(new RAdam(0.9, 0.999, 1e-300), 0.5, 1, 1, 1, 1, 1, 1);
        assertThat(Arrays.copyOf(moved, 4)).containsExactly(new double[] {-0.5, -0.5, -0.5, -0.5}, within(1e-12));
        assertThat(moved[4]).isCloseTo(-0.5 * 0.01731, within(5e-6));
        assertThat(moved[5]).isCloseTo(-0.5 * 0.02582, within(5e-6));
    }

    /** The lecture's bounds with β2 = 0.999: 0.0001 and 100.1 at step 1, 0.05 and 0.2 at step 1000, towards 0.1. */
    @ParameterizedTest
    @CsvSource({"1, 0.0001, 100.1, 1e-7", "1000, 0.05, 0.2, 1e-12", "20000, 0.1, 0.1, 0.006"})
    void adaBoundsBoundsCloseIn(int t, double low, double high, double tolerance) {
        Snapshot step = step(new AdaBound(), t);
        assertThat(step.value("l_t")[0]).isCloseTo(low, within(tolerance));
        assertThat(step.value("u_t")[0]).isCloseTo(high, within(tolerance));
    }

    @Test
    void amsgradNeverForgetsALargeGradient() {
        double[] moved = Movements.of(new AmsGrad(0, 0.5, 1e-300), 1, 8, 1, 1);
        // v_1 = 32, v̂ stays: steps 8 / √32, 1 / √(33 / 2 < 32) …
        assertThat(moved)
                .containsExactly(
                        new double[] {-8 / Math.sqrt(32), -1 / Math.sqrt(32), -1 / Math.sqrt(32)}, within(1e-15));
    }

    @Test
    void nadamLooksOneStepAhead() {
        // β1 = 0.5, g = 1, 1: m_1 = 0.5, m̂_1 = 0.5 · 0.5 / 0.75 + 0.5 / 0.5 = 4/3; v̂_1 = 1
        assertThat(Movements.of(new Nadam(0.5, 0.5, 1e-300), 1, 1)[0]).isCloseTo(-4.0 / 3, within(1e-15));
    }

    /**
     * Decay after 1000 steps with zero-mean gradients of scales 0.01 … 100 (demos.json, loshchilov2019/decay/public: PyTorch 1.13.1, float64):
     * L2 in Adam hardly reaches parameters with large gradients, AdamW's decay reaches all alike.
     */
    @Test
    void decoupledDecayIsTheSameForAllAndL2IsNot() {
        double[] l2 = {
            0.00027297276773134395, 0.0005239482267913922, 0.36426182315908673, 0.8996047626946315, 0.9842295310287018
        };
        double[] decoupled = {
            0.3658423590783265, 0.3658423574105672, 0.36584235724379144, 0.3658423572271138, 0.36584235722544606
        };
        assertThat(decayed(new AdamL2(0.9, 0.999, 1e-8, 0.1))).containsExactly(l2, within(1e-9));
        assertThat(decayed(new AdamW(0.9, 0.999, 1e-8, 0.1))).containsExactly(decoupled, within(1e-9));
    }

    private static double[] decayed(UpdateRule rule) {
        double[] scales = {0.01, 0.1, 1, 10, 100};
        double[] theta = {1, 1, 1, 1, 1};
        State state = rule.init(5);
        for (int t = 1; t <= 1000; t++) {
            double sign = (t - 1) % 4 == 0 || (t - 1) % 4 == 3 ? 1 : -1; // √2 cos(π t/2 + π/4)
            double[] g = Arrays.stream(scales).map(scale -> sign * scale).toArray();
            Movements.step(rule, theta, g, state, new Step(t, 0.01));
        }
        return theta;
    }
}
