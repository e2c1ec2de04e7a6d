package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class LineChartTest {

    private static final Axis EPOCH = Axis.linear("epoch");
    private static final Axis LOSS = Axis.log("loss");
    private static final Series SGDM = Series.of("sgdm", new double[] {1, 2}, new double[] {4, 3});
    private static final Series ADAM = Series.of("adam", new double[] {1, 2}, new double[] {3, 1});

    @Test
    void hasNoSubtitleAndTheBestLegendUnlessTold() {
        LineChart chart = LineChart.of("Training", EPOCH, LOSS, SGDM, ADAM);

        assertThat(chart).isEqualTo(new LineChart("Training", "", EPOCH, LOSS, List.of(SGDM, ADAM), LegendPlace.BEST));
        assertThat(chart.withSubtitle("5 seeds").withLegend(LegendPlace.NONE))
                .isEqualTo(new LineChart("Training", "5 seeds", EPOCH, LOSS, List.of(SGDM, ADAM), LegendPlace.NONE));
    }

    @Test
    void doesNotChangeWithTheListItCameFrom() {
        List<Series> series = new ArrayList<>(List.of(SGDM));
        LineChart chart = new LineChart("Training", "", EPOCH, LOSS, series, LegendPlace.BEST);

        series.add(ADAM);

        assertThat(chart.series()).containsExactly(SGDM);
    }

    @Test
    void describesItselfInWords() {
        Series unnamed = new Series("", ADAM.points(), LineStyle.FAINT, "adam");

        assertThat(LineChart.of("Training", EPOCH, LOSS, unnamed, SGDM, ADAM, ADAM)
                        .description())
                .isEqualTo("Line chart of loss against epoch: sgdm, adam.");
        assertThat(LineChart.of("Training", EPOCH, LOSS, unnamed).description())
                .isEqualTo("Line chart of loss against epoch.");
    }

    @Test
    void wantsATitle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of(" ", EPOCH, LOSS, ADAM))
                .withMessage("chart: the title is blank; say in a few words what the chart shows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Loss\u0000", EPOCH, LOSS, ADAM))
                .withMessageStartingWith("chart: the title has the character U+0000");
    }

    @Test
    void wantsASeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Training", EPOCH, LOSS))
                .withMessage("chart 'Training': there is no series to draw; give at least one, see Series.of");
    }

    @Test
    void wantsAllItsParts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Training", EPOCH, null, ADAM))
                .withMessage("chart 'Training': the y axis is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Training", EPOCH, LOSS, ADAM, null))
                .withMessage("chart 'Training': one of the series is null; every part is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineChart.of("Training", EPOCH, LOSS, ADAM).withSubtitle(null))
                .withMessage("chart 'Training': the subtitle is null; give a text, or \"\" for none");
    }
}
