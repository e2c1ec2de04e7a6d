package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.chart.Arrow;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.Mark;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScalarField;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.Series;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class ChartTableTest {
    private static final Axis X = Axis.linear("x");
    private static final Series LINE = Series.of("adam", new double[] {1, 2}, new double[] {0.5, 0.25});

    private static List<String> rows(Chart chart) {
        return ChartTable.of(chart).csv().lines().skip(1).toList();
    }

    @Test
    void namesItsColumns() {
        assertThat(ChartTable.of(LineChart.of("loss", X, X, LINE)).head())
                .containsExactly("panel", "kind", "name", "role", "x", "y", "lower", "upper", "value");
    }

    @Test
    void aLineIsItsPointsWithTheBandIfThereIsOne() {
        Series banded = LINE.withBand(new double[] {0.4, 0.2}, new double[] {0.6, 0.3});
        Axis loss = Axis.linear("loss").withLines(ReferenceLine.of(0.1, "goal"));
        assertThat(rows(LineChart.of("loss", X, loss, banded)))
                .containsExactly(
                        "1,point,adam,,1,0.5,0.4,0.6,", "1,point,adam,,2,0.25,0.2,0.3,", "1,level line,goal,,,0.1,,,");
        assertThat(rows(LineChart.of("loss", X, X, LINE)))
                .containsExactly("1,point,adam,,1,0.5,,,", "1,point,adam,,2,0.25,,,");
    }

    @Test
    void panelsAreNumbered() {
        assertThat(rows(Panels.of("both", 1, LineChart.of("loss", X, X, LINE), LineChart.of("more", X, X, LINE)))
                        .get(2))
                .isEqualTo("2,point,adam,,1,0.5,,,");
    }

    @Test
    void aMapIsItsPathsArrowsAndMarks() {
        ScalarField field = ScalarField.sample((x, y) -> x + y, new Limits(0, 1), new Limits(0, 1), 2, 2);
        ContourChart map = ContourChart.of("map", X, X, field, List.of(1.0))
                .withPaths(LINE)
                .withArrows(Arrow.of("g", 0, 0, 1, 0.5))
                .withMarks(Mark.minimum(0, 0));
        assertThat(rows(map))
                .containsExactly(
                        "1,step,adam,,1,0.5,,,",
                        "1,step,adam,,2,0.25,,,",
                        "1,arrow from,g,,0,0,,,",
                        "1,arrow to,g,,1,0.5,,,",
                        "1,mark,minimum,,0,0,,,");
    }

    @Test
    void cellsStandWhereTheAxesHaveThem() {
        ScalarField field = ScalarField.of(new Limits(1, 100), new Limits(0, 1), new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(rows(HeatMapChart.of("cells", Axis.log("η"), X, field, X)))
                .hasSize(6)
                .startsWith("1,cell,,,1,0,,,1", "1,cell,,,10,0,,,2") // √(1 · 100)
                .endsWith("1,cell,,,100,1,,,6");
    }

    @Test
    void pointsOfClassesAndIntervals() {
        assertThat(rows(ScatterChart.of("moons", X, X, LINE)))
                .containsExactly("1,point,adam,,1,0.5,,,", "1,point,adam,,2,0.25,,,");
        Axis difference = X.withLines(ReferenceLine.of(0, "none"));
        assertThat(rows(IntervalChart.of("gap", difference, IntervalChart.Row.of("digits", 0.1, -0.1, 0.3, 0.2))))
                .containsExactly("1,interval,digits,,0.1,,-0.1,0.3,", "1,upright line,none,,0,,,,");
    }

    @Test
    void barsBinsAndBoxes() {
        assertThat(rows(BarChart.of(
                        "bars",
                        List.of("iris"),
                        X.withLines(ReferenceLine.of(0.1, "guessing")),
                        Series.ofValues("adam", 0.5))))
                .containsExactly("1,bar,adam,iris,,0.5,,,", "1,level line,guessing,,,0.1,,,");
        Histogram histogram = Histogram.of("g", new double[] {0.5, 1.5, 1.6}, List.of(0.0, 1.0, 2.0));
        assertThat(rows(HistogramChart.of("bins", X, X, histogram)))
                .containsExactly("1,bin,g,,,1,0,1,", "1,bin,g,,,2,1,2,");
        List<DiagramChart.Box> boxes = List.of(DiagramChart.Box.of("a", 0, 0), DiagramChart.Box.of("b", 1, 0));
        assertThat(rows(DiagramChart.of("tree", boxes, List.of(DiagramChart.Link.of("a", "b", "more")))))
                .containsExactly("1,box,a,,0,0,,,", "1,box,b,,1,0,,,", "1,link,a → b,more,,,,,");
    }
}
