package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@InEveryLocale
class ContourChartTest {

    private static final Axis X = Axis.linear("x");
    private static final Axis Y = Axis.linear("y");
    private static final ScalarField FIELD =
            ScalarField.sample((x, y) -> x * x + y * y, new Limits(-1, 1), new Limits(-1, 1), 5, 5);
    private static final List<Double> LEVELS = List.of(0.5, 1.0);
    private static final Series ADAM = Series.of("adam", new double[] {1, 0.5}, new double[] {1, 0.5});
    private static final ContourChart BOWL = ContourChart.of("Bowl", X, Y, FIELD, LEVELS);

    @Test
    void hasNoSubtitleNoPathsNoMarksAndTheBestLegendUnlessTold() {
        assertThat(BOWL)
                .isEqualTo(new ContourChart(
                        "Bowl", "", X, Y, FIELD, LEVELS, List.of(), List.of(), List.of(), LegendPlace.BEST));
        assertThat(BOWL.withSubtitle("60 steps")
                        .withPaths(ADAM)
                        .withArrows(Arrow.of("gradient", 1, 1, 0, 0))
                        .withMarks(Mark.start(1, 1), Mark.minimum(0, 0))
                        .withLegend(LegendPlace.NONE))
                .isEqualTo(new ContourChart(
                        "Bowl",
                        "60 steps",
                        X,
                        Y,
                        FIELD,
                        LEVELS,
                        List.of(ADAM),
                        List.of(Arrow.of("gradient", 1, 1, 0, 0)),
                        List.of(new Mark("start", 1, 1, Mark.Symbol.RING), new Mark("minimum", 0, 0, Mark.Symbol.STAR)),
                        LegendPlace.NONE));
    }

    @Test
    void doesNotChangeWithTheListsItCameFrom() {
        List<Double> levels = new ArrayList<>(LEVELS);
        List<Series> paths = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        ContourChart chart =
                new ContourChart("Bowl", "", X, Y, FIELD, levels, paths, List.of(), marks, LegendPlace.BEST);

        levels.add(2.0);
        paths.add(ADAM);
        marks.add(Mark.start(0, 0));

        assertThat(chart).isEqualTo(BOWL);
    }

    @Test
    void describesItselfInWords() {
        Mark unnamed = new Mark("", 0, 0, Mark.Symbol.CROSS);

        assertThat(BOWL.description()).isEqualTo("Level lines over x and y.");
        assertThat(BOWL.withPaths(ADAM, ADAM)
                        .withMarks(Mark.start(1, 1), unnamed, Mark.minimum(0, 0), Mark.minimum(1, 0))
                        .description())
                .isEqualTo("Level lines over x and y: adam, start, minimum.");
    }

    @Test
    void wantsATitleAndAllItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of(" ", X, Y, FIELD, LEVELS))
                .withMessage("chart: the title is blank; say in a few words what the chart shows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, null, FIELD, LEVELS))
                .withMessage("chart 'Bowl': the y axis is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, Y, null, LEVELS))
                .withMessage("chart 'Bowl': the field is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOWL.withPaths(ADAM, null))
                .withMessage("chart 'Bowl': one of the paths is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOWL.withLegend(null))
                .withMessage("chart 'Bowl': the legend place is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOWL.withSubtitle(null))
                .withMessage("chart 'Bowl': the subtitle is null; give a text, or \"\" for none");
    }

    static final List<List<Double>> UNORDERED =
            List.of(List.of(), List.of(1.0, 1.0), List.of(2.0, 1.0), List.of(1.0, Double.NaN), List.of(Double.NaN));

    @ParameterizedTest
    @FieldSource("UNORDERED")
    void wantsRisingLevels(List<Double> levels) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, Y, FIELD, levels))
                .withMessage("chart 'Bowl': found the levels " + levels
                        + "; give at least one, all finite, each above the one before, see Levels");
    }

    @Test
    void wantsItsListsWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, Y, FIELD, null))
                .withMessage("chart 'Bowl': the list of levels is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, Y, FIELD, Arrays.asList(1.0, null)))
                .withMessage("chart 'Bowl': one of the levels is null; every part is needed");
    }

    @Test
    void wantsLinearAxesAndPathsWithoutBand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", Axis.log("η"), Y, FIELD, LEVELS))
                .withMessage(
                        "chart 'Bowl': the x axis is logarithmic; a map needs linear axes, so give it the field over log x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContourChart.of("Bowl", X, Axis.log("η"), FIELD, LEVELS))
                .withMessageStartingWith("chart 'Bowl': the y axis is logarithmic");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOWL.withPaths(ADAM.withBand(new double[2], new double[] {2, 2})))
                .withMessage("chart 'Bowl': the path 'adam' has a band, which a map cannot show; leave it out");
    }

    @Test
    void aMarkHasAPlaceAndASymbol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mark.minimum(0, Double.NaN))
                .withMessage("mark 'minimum': found the place (0.0, NaN); give two finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mark.start(Double.POSITIVE_INFINITY, 0))
                .withMessage("mark 'start': found the place (Infinity, 0.0); give two finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mark("saddle", 0, 0, null))
                .withMessage("mark 'saddle': the symbol is null; give STAR, RING or CROSS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mark(null, 0, 0, Mark.Symbol.STAR))
                .withMessage("mark: the name is null; give a text, or \"\" for none");
    }
}
