package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.assertj.core.data.Offset;
import org.gradus.equation.Equations;
import org.gradus.schedule.form.Slope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates computed by hand, or by another form of the same formula that the source has. */
class ScheduleValuesTest {
    private static final Offset<Double> ROUNDING = within(1e-15);

    @Test
    void stepsGoDownAtTheirMultiples() {
        StepDecay schedule = new StepDecay(0.8, 3, 0.5);
        assertThat(Schedules.sample(schedule, 8)).containsExactly(0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2, 0.2);
    }

    @Test
    void exponentialDecayMultipliesEveryTime() {
        assertThat(Schedules.sample(new ExponentialDecay(2, 0.5), 5)).containsExactly(2, 1, 0.5, 0.25, 0.125);
    }

    @Test
    void polynomialDecayEndsAndStays() {
        assertThat(Schedules.sample(new PolynomialDecay(1.5, 0.5, 4, 2), 7))
                .containsExactly(1.5, 1.0625, 0.75, 0.5625, 0.5, 0.5, 0.5);
    }

    @Test
    void linearRampGoesUpOrDownAndStays() {
        assertThat(Schedules.sample(new LinearRamp(0, 1, 4), 6)).containsExactly(0, 0.25, 0.5, 0.75, 1, 1);
        assertThat(Schedules.sample(new LinearRamp(1, 0.5, 2), 4)).containsExactly(1, 0.75, 0.5, 0.5);
    }

    @Test
    void warmUpStableAndDecayMeetWhereTheyShould() {
        Slope line = new Slope.Straight();
        assertThat(Schedules.sample(new Wsd(1, 0, 12, line, 4, line, 4), 14))
                .containsExactly(0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0);
        assertThat(Schedules.sample(new Wsd(1.5, 0.5, 8, new Slope.Root(), 4, new Slope.Root(), 4), 9))
                .containsExactly(
                        0.5,
                        1.5 - Math.sqrt(0.75),
                        1.5 - Math.sqrt(0.5),
                        1,
                        1.5,
                        1,
                        1.5 - Math.sqrt(0.5),
                        1.5 - Math.sqrt(0.75),
                        0.5);
        assertThat(Schedules.sample(new Wsd(1, 0, 3, line, 0, line, 0), 5)).containsExactly(1, 1, 1, 0, 0);
    }

    /** One stable phase, branched off from wherever one likes. */
    @Test
    void untilItDecaysAStableRateDoesNotDependOnTheLengthOfTheTraining() {
        Slope line = new Slope.Straight();
        double[] ends = Schedules.sample(new Wsd(0.3, 0, 100, line, 10, new Slope.Root(), 20), 100);
        double[] goesOn = Schedules.sample(new Wsd(0.3, 0, 1000, line, 10, new Slope.Root(), 20), 100);
        assertThat(Arrays.copyOf(ends, 81)).containsExactly(Arrays.copyOf(goesOn, 81));
        assertThat(ends[81]).isLessThan(goesOn[81]);
    }

    /** With a whole wave the rate is back at its highest where the decay ends, and jumps; transformers' does too. */
    @Test
    void aDecayOfAWholeWaveEndsWithAJump() {
        Wsd schedule = new Wsd(1, 0.1, 20, new Slope.Wave(), 4, new Slope.Wave(1), 8);
        assertThat(schedule.at(16)).isEqualTo(0.1, ROUNDING);
        assertThat(schedule.at(19)).isGreaterThan(0.8);
        assertThat(schedule.at(20)).isEqualTo(0.1);
    }

    @Test
    void rangeTestHasBothEnds() {
        assertThat(Schedules.sample(LinearRamp.rangeTest(1, 5, 5), 5)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void cosineIsHighestLowestAndHalfWhereTheWaveIs() {
        Cosine schedule = new Cosine(0.5, 0.1, 8);
        assertThat(schedule.at(0)).isEqualTo(0.5);
        assertThat(schedule.at(4)).isEqualTo(0.3, ROUNDING);
        assertThat(schedule.at(8)).isEqualTo(0.1, ROUNDING);
        assertThat(schedule.at(12)).as("it rises again").isEqualTo(0.3, ROUNDING);
        assertThat(schedule.at(16)).isEqualTo(0.5, ROUNDING);
    }

    /** The paper's own procedure: count T_cur up, and at T_i start again with T_mult T_i. */
    @ParameterizedTest
    @CsvSource({"1, 1", "7, 1", "1, 2", "5, 2", "3, 3", "2, 5", "10, 10"})
    void sgdrRestartsWhereCountingDoes(long t0, int tMult) {
        double[] expected = new double[5000];
        double cur = 0;
        double length = t0;
        for (int t = 0; t < expected.length; t++) {
            expected[t] = 0.01 + (0.2 - 0.01) * (1 + FastMath.cos(Math.PI * cur / length)) / 2;
            cur++;
            if (cur == length) {
                cur = 0;
                length *= tMult;
            }
        }
        assertThat(Schedules.sample(new Sgdr(0.2, 0.01, t0, tMult), expected.length))
                .containsExactly(expected);
    }

    /** The closed form of the equations has a logarithm, which must not round across a restart. */
    @ParameterizedTest
    @CsvSource({"1, 2", "5, 2", "3, 3", "2, 5", "10, 10", "7, 6"})
    void sgdrsEquationsRestartThereToo(long t0, long tMult) {
        Equations equations = new Sgdr(0.2, 0.01, t0, tMult).equations();
        long restart = 0;
        for (long length = t0; restart < 1_000_000_000_000L; length *= tMult) {
            assertThat(equations.at(restart).value("c_t")).containsExactly(0);
            assertThat(equations.at(restart).value("T_t")).containsExactly(length);
            restart += length;
            assertThat(equations.at(restart - 1).value("c_t")).containsExactly(length - 1);
        }
    }

    /** Smith 2017, section 3: cycle = ⌊1 + t / (2 s)⌋, x = |t / s − 2 cycle + 1|, height max(0, 1 − x). */
    @ParameterizedTest
    @CsvSource({"1", "4", "7", "50"})
    void trianglesAreSmiths(long s) {
        Triangular triangular = new Triangular(0.1, 0.6, s, s);
        Triangular2 halved = new Triangular2(0.1, 0.6, s, s);
        ExpRange shrinking = new ExpRange(0.1, 0.6, s, s, 0.99);
        for (long t = 0; t < 500; t++) {
            double cycle = Math.floor(1 + t / (2.0 * s));
            double height = 0.5 * Math.max(0, 1 - Math.abs((double) t / s - 2 * cycle + 1));
            assertThat(triangular.at(t)).isEqualTo(0.1 + height, within(1e-13));
            assertThat(halved.at(t)).isEqualTo(0.1 + height / FastMath.pow(2, cycle - 1), within(1e-13));
            assertThat(shrinking.at(t)).isEqualTo(0.1 + height * FastMath.pow(0.99, (double) t), within(1e-13));
        }
    }

    /** PyTorch's form, where the way down may have another length: x = 1 + t / total − cycle, height x / r or (x − 1) / (r − 1). */
    @ParameterizedTest
    @CsvSource({"8, 3", "3, 8", "1, 20", "5, 5"})
    void trianglesMayBeSkew(long up, long down) {
        Triangular schedule = new Triangular(0.1, 0.6, up, down);
        double total = up + down;
        double ratio = up / total;
        for (long t = 0; t < 300; t++) {
            double x = 1 + t / total - Math.floor(1 + t / total);
            double height = x <= ratio ? x / ratio : (x - 1) / (ratio - 1);
            assertThat(schedule.at(t)).as("t = %d", t).isEqualTo(0.1 + 0.5 * height, within(1e-12));
        }
    }

    @Test
    void oneCycleHasThreeLines() {
        OneCycle schedule = new OneCycle(1, 5, 0, 17, 0.3); // a = 4.1, so the way back ends at 8.2, between two updates
        assertThat(schedule.at(0)).isEqualTo(1);
        assertThat(schedule.at(4)).isEqualTo(1 + 4 * 4 / 4.1, within(1e-14));
        assertThat(schedule.at(8)).isEqualTo(1 + 4 * 0.2 / 4.1, within(1e-14));
        assertThat(schedule.at(9)).isEqualTo(1 - 0.8 / 7.8, within(1e-14));
        assertThat(schedule.at(16)).isZero();
        assertThat(schedule.at(1000)).isZero();
    }

    @Test
    void twoLineOneCycleHasTwoLines() {
        TwoLineOneCycle schedule = new TwoLineOneCycle(1, 5, 0, 17, 0.3); // a = 4.1
        assertThat(schedule.at(0)).isEqualTo(1);
        assertThat(schedule.at(4)).isEqualTo(1 + 4 * 4 / 4.1, within(1e-14));
        assertThat(schedule.at(5)).isEqualTo(5 - 5 * 0.9 / 11.9, within(1e-14));
        assertThat(schedule.at(16)).isZero();
        assertThat(schedule.at(1000)).isZero();
    }

    @Test
    void cosineOneCycleHasTwoWaves() {
        CosineOneCycle schedule = new CosineOneCycle(1, 5, 0, 21, 5 / 21.0); // a = 4
        assertThat(schedule.at(0)).isEqualTo(1);
        assertThat(schedule.at(2)).isEqualTo(3, within(1e-14));
        assertThat(schedule.at(4)).isEqualTo(5, within(1e-14));
        assertThat(schedule.at(12)).isEqualTo(2.5, within(1e-14));
        assertThat(schedule.at(20)).isEqualTo(0, within(1e-15));
        assertThat(schedule.at(1000)).isEqualTo(0, within(1e-15));
    }

    @Test
    void threeWaveOneCycleHasThreeWaves() {
        ThreeWaveOneCycle schedule = new ThreeWaveOneCycle(1, 5, 0, 21, 5 / 21.0); // a = 4
        assertThat(schedule.at(0)).isEqualTo(1);
        assertThat(schedule.at(2)).isEqualTo(3, within(1e-14));
        assertThat(schedule.at(4)).isEqualTo(5, within(1e-14));
        assertThat(schedule.at(6)).isEqualTo(3, within(1e-14));
        assertThat(schedule.at(8)).isEqualTo(1, within(1e-14));
        assertThat(schedule.at(14)).isEqualTo(0.5, within(1e-14));
        assertThat(schedule.at(20)).isEqualTo(0, within(1e-15));
        assertThat(schedule.at(1000)).isEqualTo(0, within(1e-15));
    }

    @Test
    void noamIsHighestAtTheEndOfItsWarmUp() {
        Noam schedule = new Noam(1, 512, 4000);
        double[] rates = Schedules.sample(schedule, 20_000);
        int highest = IntStream.range(0, rates.length).reduce(0, (a, b) -> rates[b] > rates[a] ? b : a);
        assertThat(highest).isEqualTo(3999);
        assertThat(rates[3999]).isEqualTo(1 / Math.sqrt(512 * 4000.0), within(1e-17));
        assertThat(rates[1999]).as("half of the warm-up").isEqualTo(rates[3999] / 2, within(1e-17));
        assertThat(rates[15_999]).as("four times the warm-up").isEqualTo(rates[3999] / 2, within(1e-17));
    }

    @Test
    void piecesChangeAtTheirBoundaries() {
        Piecewise schedule = new Piecewise(List.of(2L, 3L, 3L), List.of(8.0, 4.0, 2.0, 1.0));
        assertThat(Schedules.sample(schedule, 5)).containsExactly(8, 8, 4, 1, 1);
        assertThat(Schedules.sample(new Piecewise(List.of(), List.of(0.1)), 2)).containsExactly(0.1, 0.1);
    }

    @Test
    void multiStepMultipliesAtItsMilestones() {
        assertThat(Schedules.sample(new MultiStep(8, List.of(1L, 3L, 3L), 0.5), 5))
                .containsExactly(8, 4, 4, 1, 1);
    }

    @Test
    void piecesAreCopied() {
        List<Long> boundaries = new ArrayList<>(List.of(2L));
        List<Double> rates = new ArrayList<>(List.of(8.0, 4.0));
        Piecewise schedule = new Piecewise(boundaries, rates);
        boundaries.set(0, 100L);
        rates.set(1, -1.0);
        assertThat(schedule.at(2)).isEqualTo(4);
    }

    /** Least 4; then 5 and 4, not lower, are one epoch more than the patience of 1; then 3 is lower, and again two are not. */
    @Test
    void aPlateauIsMoreEpochsThanPatienceWithoutALowerLoss() {
        Plateau plateau = new Plateau(1, 0, 0, 0);
        assertThat(plateau.count(List.of(5.0, 4.0, 5.0))).isZero();
        assertThat(plateau.count(List.of(5.0, 4.0, 5.0, 4.0))).isEqualTo(1);
        assertThat(plateau.count(List.of(5.0, 4.0, 5.0, 4.0, 3.0, 3.0, Double.NaN)))
                .isEqualTo(2);
        assertThat(new Plateau(1, 0, 0, 2).count(List.of(5.0, 4.0, 5.0, 4.0, 4.0, 4.0, 4.0)))
                .as("two rest")
                .isEqualTo(1);
        assertThat(new Plateau(1, 0, 0, 2).count(List.of(5.0, 4.0, 5.0, 4.0, 4.0, 4.0, 4.0, 4.0)))
                .isEqualTo(2);
        assertThat(new Plateau(0, 0.5, 0, 0).count(List.of(4.0, 2.0)))
                .as("half is not less than half")
                .isEqualTo(1);
        assertThat(new Plateau(0, 0, 0.5, 0).count(List.of(4.0, 3.25, 3.0))).isEqualTo(1);
    }

    @Test
    void whatHoldsAScheduleHandsItTheLosses() {
        Schedule reduced = new ReduceOnPlateau(8, 0.5, new Plateau(0, 0, 0, 0), 1, 0, 0);
        List<Double> losses = List.of(1.0, 1.0, 1.0);
        assertThat(reduced.seeing(losses).at(0)).isEqualTo(2);
        assertThat(reduced.seeing(losses).seeing(losses).at(0))
                .as("all losses each time")
                .isEqualTo(2);
        assertThat(reduced.seeing(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)).at(0)).isEqualTo(1);
        assertThat(new LinearWarmUp(4, reduced).seeing(losses).at(1)).isEqualTo(1);
        assertThat(new RootWarmUp(4, reduced).seeing(losses).at(0)).isEqualTo(1);
        assertThat(Schedules.sample(new Sequence(reduced, 1, reduced).seeing(losses), 2))
                .containsExactly(2, 2);
        Schedule cosine = new Cosine(1, 0, 9);
        assertThat(cosine.seeing(losses)).isSameAs(cosine);
        assertThat(reduced.seeing(losses).equations().text()).isEqualTo("η_t = max(η γ^k, η_{min})");
        assertThat(reduced.seeing(losses).equations().at(5).value("η_t")).containsExactly(2);
    }

    @Test
    void warmUpsMultiplyAnotherScheduleOnTheSameClock() {
        Schedule falling = t -> 8 - t;
        assertThat(Schedules.sample(new LinearWarmUp(4, falling), 6)).containsExactly(2, 3.5, 4.5, 5, 4, 3);
        assertThat(Schedules.sample(new RootWarmUp(4, falling), 6))
                .containsExactly(4, 7 * Math.sqrt(0.5), 6 * Math.sqrt(0.75), 5, 4, 3);
    }

    @Test
    void sequenceGivesEachPartItsOwnClock() {
        Schedule falling = t -> 8 - t;
        assertThat(Schedules.sample(new Sequence(new LinearRamp(0, 8, 2), 2, falling), 5))
                .containsExactly(0, 4, 8, 7, 6);
    }
}
