package org.gradus.train.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.train.range.Criterion.MINIMUM_OVER_TEN;
import static org.gradus.train.range.Criterion.SMITH;
import static org.gradus.train.range.Criterion.STEEPEST_DESCENT;
import static org.gradus.train.range.Criterion.VALLEY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.schedule.Schedule;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.Outcome;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.Suggestion.Inapplicable;
import org.gradus.train.range.Suggestion.Rates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Curves made by hand. The rate of point i is 10⁻⁴ · 2^i; of 20 steps criteria see the points 2 to 14. Where fastai is named, its functions
 * {@code steep}, {@code minimum} and {@code valley} (fastai/callback/schedule.py, commit 0a049e8) were run on the curve in Python, cut as
 * {@code lr_find} cuts it.
 */
@InEveryLocale
class CriterionTest {
    private static final double[] SMOOTH = {
        9, 3, 2.5, 2.5, 2.4, 2.2, 1.9, 1.4, 1.0, 0.95, 0.3, 0.28, 0.26, 0.25, 0.4, 0.2, 0.1, 2, 5, 9
    };
    private static final double[] BUMPY = {
        9, 3, 2.5, 2.6, 2.4, 2.5, 2.3, 1.4, 1.6, 1.2, 1.3, 0.9, 0.5, 0.7, 0.6, 0.2, 0.1, 2, 5, 9
    };

    private static double rate(int i) {
        return 1e-4 * (1 << i);
    }

    private static RangeTestResult result(int steps, Outcome outcome, double... smoothed) {
        List<SweepPoint> points = IntStream.range(0, smoothed.length)
                .mapToObj(i -> new SweepPoint(rate(i), 7, smoothed[i]))
                .toList();
        return new RangeTestResult(new RangeTest(Sweep.EXPONENTIAL, rate(0), rate(steps - 1), steps), points, outcome);
    }

    private static RangeTestResult result(double... smoothed) {
        return result(smoothed.length, new Outcome.Completed(), smoothed);
    }

    private static Rates rates(Criterion criterion, double base, double maximum) {
        return new Rates(criterion, base, maximum);
    }

    @Test
    void aCurveThatFallsAndRises() {
        assertThat(result(SMOOTH).suggestions())
                .containsExactly(
                        rates(STEEPEST_DESCENT, 0.25 * rate(9), rate(9)), // fastai: 0.0512
                        rates(MINIMUM_OVER_TEN, 0.25 * (0.1 * rate(13)), 0.1 * rate(13)), // fastai: 0.08192
                        rates(VALLEY, 0.25 * rate(6), rate(6)), // fastai: 0.0064
                        rates(
                                SMITH, rate(4),
                                rate(10))); // falls from 2.5 to 0.25: a tenth to 2.275, nine tenths to 0.475
    }

    @Test
    void aCurveWithRisesInItsFall() {
        assertThat(result(BUMPY).suggestions())
                .containsExactly(
                        rates(STEEPEST_DESCENT, 0.25 * rate(6), rate(6)), // fastai: 0.0064
                        rates(MINIMUM_OVER_TEN, 0.25 * (0.1 * rate(12)), 0.1 * rate(12)), // fastai: 0.04096
                        rates(VALLEY, 0.25 * rate(9), rate(9)), // fastai: 0.0512
                        rates(SMITH, rate(5), rate(12))); // falls from 2.5 to 0.5: a tenth to 2.3, nine tenths to 0.7
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesOutsideTheJudgedPartChangesNothing(Criterion criterion) {
        double[] other = SMOOTH.clone();
        other[0] = 0.001;
        other[1] = 90;
        other[15] = 0.0001;
        other[19] = 30;
        assertThat(result(other).suggestion(criterion)).isEqualTo(result(SMOOTH).suggestion(criterion));
    }

    @ParameterizedTest
    @EnumSource
    void aLossThatNeverFellIsSaid(Criterion criterion) {
        double[] rising = IntStream.range(0, 20).mapToDouble(i -> 2 + 0.1 * i).toArray();
        assertThat(result(rising).suggestion(criterion))
                .isEqualTo(new Inapplicable(
                        criterion,
                        "the smoothed loss never fell below the 2.2 it had at η = 0.0004; start from a smaller rate"));
    }

    @ParameterizedTest
    @EnumSource
    void aTestThatEndedTooEarlyIsSaid(Criterion criterion) {
        Outcome diverged = new Outcome.Diverged(10, "the loss is NaN");
        assertThat(result(20, diverged, 3, 2, 3, 2, 1, 3, 4, 5, 9).suggestion(criterion))
                .isEqualTo(new Inapplicable(
                        criterion,
                        "of its 9 points the first 2 and the last 5 are left aside, and 2 are too few to judge by; "
                                + "start from a smaller rate or take more steps"));
        assertThat(result(20, diverged, 3, 2, 3, 2, 1, 3, 4, 5, 9, 9).suggestion(criterion))
                .as("three points are enough")
                .isInstanceOf(Rates.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTestThatEndedAtItsFirstStepsIsSaid(Criterion criterion) {
        Outcome diverged = new Outcome.Diverged(1, "the loss is NaN");
        assertThat(result(20, diverged).suggestion(criterion))
                .isEqualTo(new Inapplicable(
                        criterion,
                        "of its 0 points the first 0 and the last 0 are left aside, and 0 are too few to judge by; "
                                + "start from a smaller rate or take more steps"));
        assertThat(result(20, diverged, 3).suggestion(criterion)).isInstanceOf(Inapplicable.class);
        assertThat(result(20, diverged, 3, 2, 1, 4).suggestion(criterion)).isInstanceOf(Inapplicable.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSweepThatEndedBeforeTheLossTurnedHasNoMinimum(Criterion criterion) {
        double[] falling =
                IntStream.range(0, 20).mapToDouble(i -> 4 - 0.01 * i * i).toArray();
        Suggestion suggestion = result(falling).suggestion(criterion);
        if (criterion == STEEPEST_DESCENT) {
            assertThat(suggestion).isEqualTo(rates(criterion, 0.25 * rate(13), rate(13)));
        } else {
            assertThat(suggestion)
                    .isEqualTo(new Inapplicable(
                            criterion, "the smoothed loss was still falling at the largest rate, 52.4; sweep further"));
        }
    }

    @Test
    void aSweepThatTurnedAtItsVeryEndHasAMinimum() {
        double[] turning = IntStream.range(0, 20)
                .mapToDouble(i -> 4 - 0.1 * Math.min(i, 37 - i))
                .toArray();
        assertThat(turning[19]).isEqualTo(turning[18]);
        assertThat(result(turning).suggestion(MINIMUM_OVER_TEN))
                .isEqualTo(rates(MINIMUM_OVER_TEN, 0.25 * (0.1 * rate(14)), 0.1 * rate(14)));
    }

    @Test
    void aTestThatDivergedAtItsSmallestLossHasAMinimum() {
        double[] falling = IntStream.range(0, 19).mapToDouble(i -> 4 - 0.1 * i).toArray();
        assertThat(result(20, new Outcome.Diverged(20, "the loss is NaN"), falling)
                        .suggestion(MINIMUM_OVER_TEN))
                .isEqualTo(rates(MINIMUM_OVER_TEN, 0.25 * (0.1 * rate(13)), 0.1 * rate(13)));
    }

    @Test
    void aFallBehindTheMinimumIsNotTakenForLearning() {
        // blows up after point 6 and comes down again: the steepest step is 8 to 9, the longest fall ends at 14
        RangeTestResult result =
                result(9, 9, 2.5, 2.4, 2.3, 2.2, 1, 8, 7.5, 4.5, 4.3, 4.2, 4.1, 4.0, 3.9, 8, 8, 8, 8, 8);
        assertThat(result.suggestion(STEEPEST_DESCENT))
                .isEqualTo(
                        new Inapplicable(
                                STEEPEST_DESCENT,
                                "it names η = 0.0256, which lies behind the minimum at 0.0064, where the loss had risen already"));
        assertThat(result.suggestion(VALLEY)).isInstanceOf(Inapplicable.class);
        assertThat(result.suggestion(MINIMUM_OVER_TEN)).isInstanceOf(Rates.class);
        assertThat(result.suggestion(SMITH)).isInstanceOf(Rates.class);
    }

    @Test
    void theShortestFallsHaveTheirPlaces() {
        // judged: points 2 to 14. A fall of two points gives the index −1, a fall of the last bit no tenth of its own
        double[] step = {5, 5, 3, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};
        assertThat(result(step).rates(VALLEY).maximum()).isEqualTo(rate(2));
        assertThat(result(step).rates(SMITH)).isEqualTo(rates(SMITH, rate(2), rate(3)));
        step[2] = Math.nextUp(2);
        assertThat(result(step).rates(SMITH)).isEqualTo(rates(SMITH, rate(2), rate(3)));
        assertThat(result(step).rates(STEEPEST_DESCENT).maximum()).isEqualTo(rate(2));
    }

    @Test
    void aPlateauBehindTheFallIsNoPartOfIt() {
        // the fall is 5 points long and ends at point 6: 6 − 5 + 1 + 0 (fastai: 0.0004)
        double[] plateau = {5, 5, 3, 2.5, 2, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
        assertThat(result(plateau).rates(VALLEY).maximum()).isEqualTo(rate(2));
        assertThat(result(plateau).rates(MINIMUM_OVER_TEN).maximum()).isEqualTo(0.1 * rate(6));
    }

    @Test
    void theTenthsOfTheFallAreInclusive() {
        // from 10 to 0: a tenth has happened at 9, nine tenths at 1
        double[] losses = {20, 20, 10, 9.5, 9, 8, 5, 1, 0.5, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
        assertThat(result(losses).rates(SMITH)).isEqualTo(rates(SMITH, rate(3), rate(7)));
    }

    @Test
    void onALinearSweepTheSlopeIsStillThatPerFactorOfTheRate() {
        // rates 0.1, 0.2, …: −1 from 0.3 to 0.4 is −3.5 per unit of ln η, −0.4 from 1.1 to 1.2 is −4.6
        double[] losses = {9, 9, 6, 5, 5, 5, 5, 5, 5, 5, 5, 4.6, 4.6, 4.6, 4.6, 6, 7, 8, 9, 9};
        List<SweepPoint> points = IntStream.range(0, 20)
                .mapToObj(i -> new SweepPoint(0.1 * (i + 1), 7, losses[i]))
                .toList();
        RangeTestResult result =
                new RangeTestResult(new RangeTest(Sweep.LINEAR, 0.1, 2, 20), points, new Outcome.Completed());
        assertThat(result.rates(STEEPEST_DESCENT).maximum())
                .isEqualTo(points.get(10).rate());
    }

    @Test
    void theRatesAreHandedToTheSchedules() {
        RangeTestResult result = result(SMOOTH);
        Schedule cyclical = result.cyclical(SMITH, 100);
        assertThat(List.of(cyclical.at(0), cyclical.at(100), cyclical.at(200), cyclical.at(300)))
                .containsExactly(rate(4), rate(10), rate(4), rate(10));
        Schedule oneCycle = result.oneCycle(STEEPEST_DESCENT, 100); // up to update 44, back at 88, on down to the end
        assertThat(List.of(oneCycle.at(0), oneCycle.at(44), oneCycle.at(88)))
                .containsExactly(0.25 * rate(9), rate(9), 0.25 * rate(9));
        assertThat(oneCycle.at(99)).isCloseTo(0.25 * rate(9) / 1e4, within(1e-15));
    }

    @Test
    void whereThereIsNoRateThereIsNoSchedule() {
        RangeTestResult none = result(20, new Outcome.Diverged(1, "the loss is NaN"));
        String message =
                "range test: valley does not apply: of its 0 points the first 0 and the last 0 are left aside, "
                        + "and 0 are too few to judge by; start from a smaller rate or take more steps";
        assertThatThrownBy(() -> none.cyclical(VALLEY, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> none.oneCycle(VALLEY, 10)).hasMessage(message);
    }

    @Test
    void theReportShowsEveryRateAndThatTheyDisagree() {
        RangeTestResult result = result(SMOOTH);
        assertThat(result.disagreement()).isCloseTo(16, within(1e-12)); // rate(10) / rate(6)
        assertThat(result).hasToString("""
                        range test: exponential from 0.0001 to 52.4 in 20 steps
                        criterion         base      maximum
                        steepest descent  0.0128    0.0512
                        minimum / 10      0.0205    0.0819
                        valley            0.0016    0.0064
                        Smith's bounds    0.0016    0.102
                        The criteria disagree by a factor of 16.0: the maxima go from 0.0064 (valley) to 0.102 (Smith's bounds). \
                        Look at the curve before choosing.""");
    }

    @Test
    void theReportSaysThatTheyAgree() {
        // falls fast from point 5 to point 7, then slowly to point 10, whose rate is 8 times that of point 7
        RangeTestResult result = result(9, 9, 3, 3, 3, 2.9, 2.5, 1, 0.95, 0.93, 0.9, 1, 1, 1, 1, 2, 3, 4, 5, 6);
        assertThat(result.suggestions())
                .extracting(suggestion -> ((Rates) suggestion).maximum())
                .containsExactly(rate(6), 0.1 * rate(10), rate(6), rate(7));
        assertThat(result.disagreement()).isEqualTo(2);
        assertThat(result.toString()).endsWith("The criteria agree: the maxima lie within a factor of 2.0.");
    }

    @Test
    void theReportSaysWhatDidNotApplyAndHowTheTestEnded() {
        RangeTestResult result = result(20, new Outcome.Diverged(3, "the loss is NaN"), 3, 4);
        assertThat(result.disagreement()).isEqualTo(1);
        assertThat(result.toString().lines())
                .startsWith(
                        "range test: exponential from 0.0001 to 52.4 in 20 steps; it ended at step 3: the loss is NaN",
                        "criterion         base      maximum")
                .contains(
                        "valley            none:     of its 2 points the first 2 and the last 0 are left aside, and 0 are too few "
                                + "to judge by; start from a smaller rate or take more steps")
                .endsWith("No criterion applies.");
    }

    @Test
    void oneCriterionAloneHasNothingToDisagreeWith() {
        double[] falling =
                IntStream.range(0, 20).mapToDouble(i -> 4 - 0.01 * i * i).toArray();
        assertThat(result(falling).disagreement()).isEqualTo(1);
        assertThat(result(falling).toString())
                .endsWith("Only one criterion applies: there is nothing to compare it with.");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00712345, 0.00712",
        "0.0001, 0.0001",
        "0.00009996, 1e-04",
        "0.000012, 1.2e-05",
        "10, 10",
        "12345, 12300",
        "999999, 1000000",
        "1e6, 1e+06",
        "123456789, 1.23e+08"
    })
    void numbersHaveThreeDigits(double value, String text) {
        assertThat(RangeTestText.number(value)).isEqualTo(text);
    }

    @Test
    void theResultKeepsItsOwnPoints() {
        List<SweepPoint> points = new ArrayList<>(result(SMOOTH).points());
        RangeTestResult result = new RangeTestResult(result(SMOOTH).test(), points, new Outcome.Completed());
        points.clear();
        assertThat(result).isEqualTo(result(SMOOTH));
    }

    @Test
    void pointsAreNumbersAtRisingRates() {
        assertThatThrownBy(() -> new SweepPoint(0.1, Double.NaN, 1))
                .hasMessage(
                        "range test: a point needs a positive rate and finite losses, found η = 0.1, loss NaN, smoothed 1.0");
        assertThatThrownBy(() -> new SweepPoint(0, 1, 1)).hasMessageContaining("η = 0.0");
        assertThatThrownBy(() -> new SweepPoint(1, 1, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        List<SweepPoint> points = List.of(new SweepPoint(0.1, 1, 1), new SweepPoint(0.1, 1, 1));
        assertThatThrownBy(() -> new RangeTestResult(new RangeTest(), points, new Outcome.Completed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range test: the rates must rise from point to point; point 1 has η = 0.1 after 0.1");
    }

    /** The mini-batches' losses are above the first from point 9 on; the smoothed loss falls on to point 13. */
    @Test
    void noMaximumLiesWhereTheLossItselfHasBlownUp() {
        List<SweepPoint> points = IntStream.range(0, 20)
                .mapToObj(i -> new SweepPoint(rate(i), i <= 8 ? 2 : 30, SMOOTH[i]))
                .toList();
        RangeTestResult result = new RangeTestResult(result(SMOOTH).test(), points, new Outcome.Completed());
        assertThat(result.suggestion(STEEPEST_DESCENT))
                .isEqualTo(
                        new Inapplicable(
                                STEEPEST_DESCENT,
                                "it names η = 0.0512, but after η = 0.0256 the losses of the mini-batches were above the first ones for good"));
        assertThat(result.suggestion(VALLEY)).isEqualTo(rates(VALLEY, 0.25 * rate(6), rate(6)));
        assertThat(result.suggestion(SMITH)).isInstanceOf(Inapplicable.class);
    }
}
