package org.gradus.lecture.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.goldens.Goldens;
import org.gradus.goldens.RangeTestGolden;
import org.gradus.lecture.MadeFigures;
import org.gradus.train.range.SweepPoint;
import org.junit.jupiter.api.Test;

class RangeSuggestionsTest {
    private final RangeSuggestions figure = MadeFigures.get(RangeSuggestions.class, "range-test");

    @Test
    void theBestOfTheConstantRatesLiesWithinTheSuggestions() {
        double[] maxima = figure.maxima();
        assertThat(RangeSuggestions.rate(figure.best()))
                .isBetween(
                        Arrays.stream(maxima).min().orElseThrow(),
                        Arrays.stream(maxima).max().orElseThrow());
        assertThat(figure.study().result().disagreement()).isGreaterThan(3); // so that the caption is right to warn
    }

    /** A network that knows nothing has a loss of ln 10 = 2.3. */
    @Test
    void tenTimesSmithsBoundLearnsNothing() {
        RunGroup largest =
                figure.trainings().groups().get(figure.trainings().groups().size() - 1);
        assertThat(RangeSuggestions.rate(largest)).isCloseTo(10 * figure.maxima()[3], within(0.1));
        assertThat(Courses.last(largest)).isGreaterThan(2);
        assertThat(Courses.last(figure.best())).isLessThan(0.05);
    }

    /** The issue asks for it beside the figure: PyTorch's rates and losses in float64, and a fall within them. */
    @Test
    void theGoldensLossesFallAndBlowUpAsThoseOfTheFigureDo() {
        List<SweepPoint> points = RangeTestGolden.replay();
        int comparable = RangeTestGolden.ENTRY.get("comparable_steps").getAsInt();
        double[] losses =
                points.stream().limit(comparable).mapToDouble(SweepPoint::loss).toArray();
        double[] expected = Arrays.copyOf(Goldens.numbers(RangeTestGolden.ENTRY, "loss"), comparable);
        Goldens.assertClose("loss by step", losses, expected, 1e-8, 0);
        for (List<SweepPoint> curve : List.of(points, figure.study().result().points())) {
            double first = curve.get(0).loss();
            double least = curve.stream().mapToDouble(SweepPoint::loss).min().orElseThrow();
            assertThat(least).isLessThan(0.8 * first);
            assertThat(curve.get(curve.size() - 1).loss()).isGreaterThan(1.5 * least);
        }
    }
}
