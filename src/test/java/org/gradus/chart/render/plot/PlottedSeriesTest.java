package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class PlottedSeriesTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] X = {1, 2, 3, 4, 5};
    private static final Look LOOK = new Look(Theme.LIGHT);
    private static final ScaledAxis EPOCH = new ScaledAxis(Axis.linear("epoch"), new Limits(0, 10), true, LOOK);
    private static final ScaledAxis LINEAR = new ScaledAxis(Axis.linear("loss"), new Limits(0, 10), false, LOOK);
    private static final ScaledAxis LOG = new ScaledAxis(Axis.log("loss"), new Limits(0.1, 10), false, LOOK);

    @Test
    void breaksTheLineWhereThereIsNoNumber() {
        PlottedSeries series = plotted(LINEAR, Series.of("sgd", X, new double[] {1, NAN, 3, INFINITY, 5}));

        assertThat(lineOf(series)).containsExactly(1, NAN, 3, NAN, 5);
    }

    @Test
    void drawsADotWhereAPointHasNoNeighbor() {
        PlottedSeries series = plotted(LINEAR, Series.of("sgd", X, new double[] {1, NAN, 3, 4, NAN}));

        assertThat(IntStream.range(0, 5).filter(series::isLone)).containsExactly(0);
    }

    @Test
    void takesLogarithmsAndBreaksWhereThereIsNone() {
        PlottedSeries series = plotted(LOG, Series.of("sgd", X, new double[] {10, 1, 0, -1, 0.1}));

        assertThat(lineOf(series)).containsExactly(1, 0, NAN, NAN, -1);
    }

    @Test
    void cutsWhatIsFarOutsideTheLimits() {
        PlottedSeries series = plotted(LINEAR, Series.of("sgd", X, new double[] {1, 1e200, -1e200, 20, 5}));

        assertThat(lineOf(series)).containsExactly(1, 10_010, -10_000, 20, 5);
    }

    @Test
    void closesABandAlongTheTopAndBackBelow() {
        PlottedSeries series = plotted(LINEAR, band(new double[] {1, 2, NAN, 4, 5}, new double[] {3, 4, NAN, 6, NAN}));

        assertThat(series.bandPieces())
                .containsExactly(new double[] {1, 3, 2, 4, 2, 2, 1, 1}, new double[] {4, 6, 4, 4});
    }

    @Test
    void letsABandRunIntoTheEdgeOfThePlot() {
        PlottedSeries upward =
                plotted(LINEAR, band(new double[] {1, 1, 1, 1, 1}, new double[] {2, 2, INFINITY, INFINITY, 2}));
        PlottedSeries downward = plotted(LOG, band(new double[] {1, 0, -1, 1, 1}, new double[] {1, 1, 1, 1, 10}));

        assertThat(upward.bandPieces()).hasSize(1);
        assertThat(upward.bandPieces().get(0)[5]).isGreaterThan(10);
        assertThat(downward.bandPieces()).hasSize(1);
        assertThat(Arrays.stream(downward.bandPieces().get(0)).min().getAsDouble())
                .isLessThan(-100);
    }

    @Test
    void hasNoBandAroundAPlainLine() {
        assertThat(plotted(LINEAR, Series.of("sgd", X, X)).bandPieces()).isEmpty();
    }

    @Test
    void keepsTheLegendAwayFromLinesDotsAndBands() {
        PlottedSeries series =
                plotted(LINEAR, band(new double[] {1, 2, NAN, NAN, NAN}, new double[] {3, 4, NAN, NAN, NAN}));

        assertThat(series.obstacles()).hasSize(6);
        assertThat(series.obstacles()).anyMatch(shape -> shape.intersects(1.4, 3.2, 0.1, 0.1));
        assertThat(series.obstacles()).noneMatch(shape -> shape.intersects(3.4, 0.2, 0.1, 0.1));
    }

    private static Series band(double[] lower, double[] upper) {
        return Series.of("sgd", X, X).withBand(lower, upper);
    }

    private static PlottedSeries plotted(ScaledAxis y, Series series) {
        return new PlottedSeries(series, EPOCH, y);
    }

    private static double[] lineOf(PlottedSeries series) {
        return IntStream.range(0, series.size()).mapToDouble(series::y).toArray();
    }
}
