package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

/** What descriptions of charts say, and what they refuse. */
@InEveryLocale
class KindsOfChartsTest {
    private static final Axis X = Axis.linear("x");
    private static final Axis Y = Axis.linear("y");
    private static final double[] NUMBERS = {1, 2, 3};
    private static final Series ADAM = Series.of("adam", NUMBERS, NUMBERS);
    private static final Limits SIDE = new Limits(0, 1);

    private static ScalarField field(double value) {
        return ScalarField.sample((x, y) -> value, SIDE, SIDE, 2, 2);
    }

    @Test
    void saysInOneSentenceWhatTheyShow() {
        assertThat(ScatterChart.of("Points", X, Y, ADAM).description()).isEqualTo("Points over x and y: adam.");
        assertThat(HeatMapChart.of("Cells", X, Y, field(1), Axis.linear("accuracy"))
                        .description())
                .isEqualTo("Heat map of accuracy over x and y.");
        assertThat(BarChart.of("Bars", List.of("a", "b", "c"), Y, ADAM).description())
                .isEqualTo("Bars of y for a, b, c: adam.");
        assertThat(IntervalChart.of("Rows", X, IntervalChart.Row.of("digits", 1, 0, 2))
                        .description())
                .isEqualTo("Intervals of x: digits.");
        assertThat(Panels.of("All", 1, LineChart.of("Loss", X, Y, ADAM)).description())
                .isEqualTo("1 panels. Loss: Line chart of y against x: adam.");
    }

    @Test
    void countsValuesIntoBins() {
        Histogram histogram = Histogram.of("g", new double[] {-0.0, 0.5, 1, 1.5, 2}, List.of(0.0, 1.0, 2.0));

        assertThat(histogram.heights()).containsExactly(2.0, 3.0);
        assertThat(histogram.asShares().heights()).containsExactly(0.4, 0.6);
        assertThat(Histogram.linearEdges(0, 1, 2)).containsExactly(0.0, 0.5, 1.0);
        assertThat(Histogram.logarithmicEdges(0.01, 1, 2).get(0)).isEqualTo(0.01);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of("g", new double[] {Double.NaN}, List.of(0.0, 1.0)))
                .withMessage("histogram 'g': found the value NaN outside the edges 0.0 to 1.0; choose edges around all"
                        + " values, or leave it out and say so");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of("g", NUMBERS, List.of(1.0, 1.0)))
                .withMessage(
                        "histogram 'g': found the edges [1.0, 1.0]; give finite numbers, each above the one before");
    }

    @Test
    void wantsAClassForEachThatIsDecidedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ScatterChart.of("Points", X, Y, ADAM).withDecision(ScatterChart.Decision.classes(field(1))))
                .withMessage(
                        "chart 'Points': the decision is among 2 classes, found points of 1 colors; give points for"
                                + " each class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScatterChart.Decision.probability(field(1.5)))
                .withMessage("decision: found the value 1.5; a probability is between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScatterChart.Decision.classes(field(0.5)))
                .withMessage("decision: found the value 0.5; the number of a class is 0, 1, 2, …");
    }

    @Test
    void wantsBarsThatBeginAtZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarChart.of("Bars", List.of("a", "b", "c"), Y.withLimits(0.9, 1), ADAM))
                .withMessage("chart 'Bars': bars begin at 0, which the y axis does not show; choose a linear axis and"
                        + " limits around 0, or an IntervalChart");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarChart.of("Bars", List.of("a"), Y, ADAM))
                .withMessage(
                        "chart 'Bars': the series 'adam' has 3 values for 1 categories; give one for each, NaN where"
                                + " there is none");
    }

    @Test
    void wantsAxesThatCanShowWhatTheyShow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeatMapChart.of("Cells", Axis.log("η"), Y, field(1), Y))
                .withMessage(
                        "chart 'Cells': the x axis is logarithmic, and the field begins at 0.0; give the field over"
                                + " places above 0, or a linear axis");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalChart.of("Rows", Axis.log("x"), IntervalChart.Row.of("digits", 1, -1, 2)))
                .withMessage(
                        "chart 'Rows': the x axis is logarithmic, and the row 'digits' reaches down to -1.0; choose a"
                                + " linear axis");
    }

    @Test
    void wantsPanelsThatFitTogether() {
        LineChart linear = LineChart.of("Loss", X, Y, ADAM);
        LineChart log = LineChart.of("Loss", X, Axis.log("y"), ADAM);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panels.of("All", 2, linear, log).withSharing(Panels.Sharing.BOTH))
                .withMessage("chart 'All': the panels are to share their vertical axis, found a linear axis and a"
                        + " logarithmic axis; give all the same, or do not share it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panels.of("All", 3, linear))
                .withMessage(
                        "chart 'All': found 1 panels in 3 columns; give up to 30 panels, and from 1 column to as many"
                                + " as there are panels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Panels.of("All", 1, Panels.of("Within", 1, linear)))
                .withMessage("chart 'All': there are panels within a panel; put all charts side by side");
    }

    /** As a bootstrap gives it where almost all differences are 0. */
    @Test
    void anIntervalMayBeAPoint() {
        IntervalChart.Row row = IntervalChart.Row.of("digits", 0, 0, 0, 0, 0, 1);
        assertThat(row.lower()).isEqualTo(row.upper());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalChart.Row.of("digits", 0, 1, 0))
                .withMessage(
                        "row 'digits': found the interval 1.0 to 0.0; give two finite numbers, the smaller one first");
    }
}
