package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.gradus.chart.DiagramChart.Box;
import org.gradus.chart.DiagramChart.Link;
import org.gradus.chart.render.Charts;
import org.junit.jupiter.api.Test;

class DiagramChartTest {
    private static final Box RMSPROP = Box.of("RMSProp", 0, 0);
    private static final Box ADAM = Box.of("Adam", 1, 0);

    @Test
    void saysInWordsWhatItShows() {
        DiagramChart chart =
                DiagramChart.of("Adam", List.of(RMSPROP, ADAM), List.of(Link.of("RMSProp", "Adam", "momentum")));
        assertThat(chart.description()).isEqualTo("Boxes and arrows: RMSProp → Adam (momentum).");
    }

    @Test
    void drawsNamesAndLabelsAsTextAndNoAxes() {
        DiagramChart chart =
                DiagramChart.of("Adam", List.of(RMSPROP, ADAM), List.of(Link.of("RMSProp", "Adam", "momentum")));
        String svg = Charts.svg(chart, Theme.LIGHT, 600, 300, Map.of());
        assertThat(svg).contains(">RMSProp<", ">momentum<").doesNotContain(">0.5<", "></text");
    }

    @Test
    void refusesArrowsFromNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiagramChart.of("Adam", List.of(ADAM), List.of(Link.of("SGDM", "Adam", ""))))
                .withMessage(
                        "chart 'Adam': an arrow goes from 'SGDM' to 'Adam', and there is no such box; the boxes are Adam");
    }

    @Test
    void refusesTwoBoxesOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiagramChart.of("Adam", List.of(ADAM, ADAM), List.of()))
                .withMessage("chart 'Adam': two boxes have one name; give each a name of its own");
    }
}
