package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.chart.Arrow;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScalarField;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.chart.render.Svg;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What is drawn of the kinds of charts besides lines and maps, read from the SVG; never pixels. */
@InEveryLocale
class KindsTest {
    private static final String FIRST = "rgb(51,34,136)"; // #332288, the first of the palette
    private static final String SECOND = "rgb(204,102,119)"; // #cc6677, the second
    private static final double[] X = {1, 2, 3, 4};
    private static final Axis LINEAR = Axis.linear("x");

    private static Svg draw(Chart chart) {
        return Svg.of(Charts.svg(chart, Theme.LIGHT, 800, 500, Map.of()));
    }

    private static ScalarField field() {
        return ScalarField.sample((x, y) -> x > 0 ? 1 : 0, new Limits(-1, 1), new Limits(-1, 1), 21, 21);
    }

    private static long count(char command, String path) {
        return path.chars().filter(c -> c == command).count();
    }

    @Test
    void pointsOfEachClassHaveTheirColorAndTheirShape() {
        Svg svg = draw(ScatterChart.of("Points", LINEAR, LINEAR, Series.of("a", X, X), Series.of("b", X, X))
                .withLegend(LegendPlace.NONE));

        assertThat(svg.paths("fill", FIRST)).hasSize(4).allMatch(d -> count('C', d) == 4); // circles
        assertThat(svg.paths("fill", SECOND)).hasSize(4).allMatch(d -> count('C', d) == 0 && count('L', d) >= 3);
    }

    @Test
    void dashedPointsAreHollow() {
        Svg svg = draw(
                ScatterChart.of("Points", LINEAR, LINEAR, Series.of("a", X, X).withStyle(LineStyle.DASHED))
                        .withLegend(LegendPlace.NONE));

        assertThat(svg.paths("fill", FIRST)).isEmpty();
        assertThat(svg.paths("stroke", FIRST)).hasSize(4);
    }

    @Test
    void aDecisionIsOneImageWithALineBetween() {
        ScatterChart points = ScatterChart.of("Points", LINEAR, LINEAR, Series.of("a", X, X), Series.of("b", X, X));
        Svg classes = draw(points.withDecision(ScatterChart.Decision.classes(field())));
        Svg probability = draw(points.withDecision(ScatterChart.Decision.probability(field())));

        assertThat(classes.elements("image")).hasSize(1);
        assertThat(probability.elements("image")).hasSize(1);
        assertThat(draw(points).elements("image")).isEmpty();
        assertThat(classes.elements("image").get(0).getAttributeNS("http://www.w3.org/1999/xlink", "href"))
                .startsWith("data:image/png;base64,");
        assertThat(classes.texts()).contains("−1.0", "1.0").doesNotContain("4.0"); // the axes show the field
    }

    @Test
    void aHeatMapHasItsScaleAtTheRight() {
        Svg svg = draw(HeatMapChart.of(
                "Cells", LINEAR, LINEAR, field(), Axis.linear("accuracy").withLimits(0, 5)));

        assertThat(svg.elements("image")).hasSize(2);
        assertThat(Svg.number(svg.text("5.0"), "x")).isGreaterThan(700);
        assertThat(svg.texts()).contains("accuracy");
    }

    @Test
    void cellsLieAroundTheirPlacesOnALogarithmicAxisToo() {
        ScalarField grid = ScalarField.of(new Limits(0.001, 0.1), new Limits(0, 1), new double[3][3]);
        Svg svg = draw(HeatMapChart.of("Cells", Axis.log("η"), LINEAR, grid, Axis.linear("accuracy")));

        assertThat(svg.texts()).contains("10⁻³", "10⁻²", "10⁻¹").doesNotContain("10⁻⁴", "10⁰");
    }

    @Test
    void barsBeginAtZeroAndHaveTheirCategoriesBelow() {
        Svg svg = draw(BarChart.of(
                "Bars", List.of("digits", "iris"), Axis.linear("accuracy"), Series.ofValues("adam", 0.9, Double.NaN)));
        List<Element> bars = svg.elements("rect").stream()
                .filter(rect -> Svg.inherited(rect, "fill").equals(FIRST) && Svg.number(rect, "height") > 50)
                .toList();

        assertThat(svg.texts()).contains("digits", "iris", "0.0");
        assertThat(bars).hasSize(1);
        double bottom = Svg.number(bars.get(0), "y") + Svg.number(bars.get(0), "height");
        assertThat(Svg.number(svg.text("0.0"), "y") - 5).isBetween(bottom - 1.5, bottom + 1.5);
    }

    @Test
    void categoriesThatWouldBeCutAlikeAreWrittenInTurn() {
        List<String> steps =
                IntStream.range(0, 40).mapToObj(i -> "step " + (100 + i)).toList();
        double[] heights = IntStream.range(0, 40).asDoubleStream().toArray();
        Svg many = draw(BarChart.of("Bars", steps, Axis.linear("y"), Series.ofValues("a", heights)));
        Svg few = draw(BarChart.of(
                "Bars",
                List.of("handwritten digits ".repeat(4), "three kinds of iris ".repeat(4)),
                Axis.linear("y"),
                Series.ofValues("a", 1, 2)));

        assertThat(many.texts()).contains("step 100", "step 120").doesNotContain("step 101");
        assertThat(many.texts()).noneMatch(text -> text.endsWith("…"));
        assertThat(few.texts()).filteredOn(text -> text.endsWith("…")).hasSize(2);
    }

    @Test
    void aHistogramStandsOnZeroAndGoesUpAndDownForEachBin() {
        Histogram histogram = Histogram.of("g", X, Histogram.linearEdges(0, 4, 4));
        Svg svg = draw(HistogramChart.of("Gradients", LINEAR, Axis.linear("count"), histogram)
                .withLegend(LegendPlace.NONE));

        assertThat(svg.paths("stroke", FIRST)).hasSize(1).allMatch(d -> count('L', d) == 9);
        assertThat(svg.texts()).contains("0.0", "count");
    }

    @Test
    void eachRowOfIntervalsHasItsNameItsEstimateAndItsValues() {
        Svg svg = draw(IntervalChart.of(
                "Differences",
                LINEAR.withLines(ReferenceLine.of(0, "no difference")),
                IntervalChart.Row.of("digits", 0.1, -0.1, 0.3, 0.2, 0.25, Double.NaN),
                IntervalChart.Row.of("iris", 0.1, -0.1, 0.3)));

        assertThat(svg.texts()).contains("digits", "iris", "no difference");
        assertThat(Svg.number(svg.text("digits"), "y")).isLessThan(Svg.number(svg.text("iris"), "y"));
        assertThat(svg.paths("fill", FIRST)).filteredOn(d -> count('C', d) == 4).hasSize(4); // 2 estimates, 2 values
    }

    /** Measuring a panel again and again once took a little off it each time, until nothing was left of many. */
    @Test
    void allOfManyPanelsAreDrawn() {
        Chart[] many = IntStream.range(0, 21)
                .mapToObj(i -> LineChart.of("panel " + i, LINEAR, Axis.linear("y"), Series.of("adam", X, X)))
                .toArray(Chart[]::new);
        Svg svg = draw(Panels.of("Many", 7, many).withSharing(Panels.Sharing.BOTH));
        assertThat(svg.paths("stroke", FIRST)).hasSizeGreaterThanOrEqualTo(21);
    }

    @Test
    void panelsShareOneLegendAndTheirOuterNumbers() {
        Chart[] four = IntStream.range(0, 4)
                .mapToObj(i -> LineChart.of(
                        "panel " + i, Axis.linear("epoch"), Axis.linear("loss"), Series.of("adam", X, new double[] {
                            i, i + 1, i + 2, i + 3
                        })))
                .toArray(Chart[]::new);
        Svg own = draw(Panels.of("All", 2, four));
        Svg shared = draw(Panels.of("All", 2, four).withSharing(Panels.Sharing.BOTH));

        assertThat(own.texts()).contains("panel 0", "panel 3");
        assertThat(own.texts().stream().filter("adam"::equals)).hasSize(1);
        assertThat(own.texts().stream().filter("epoch"::equals)).hasSize(4);
        assertThat(shared.texts().stream().filter("epoch"::equals)).hasSize(2);
        assertThat(shared.texts().stream().filter("loss"::equals)).hasSize(2);
        assertThat(shared.elements("text").stream()
                        .filter(text -> text.getTextContent().equals("epoch")))
                .allMatch(text -> Svg.number(text, "y") > 400); // below the lowest panels
        assertThat(shared.texts()).contains("6"); // the largest value of all
    }

    @Test
    void namesStandAtTheEndsOfTheirLinesWithoutColliding() {
        Svg svg = draw(LineChart.of(
                        "Lines",
                        LINEAR,
                        Axis.linear("y"),
                        Series.of("one", X, new double[] {1, 1, 1, 2}),
                        Series.of("two", X, new double[] {1, 1, 1, 2.01}),
                        Series.of("three", X, new double[] {4, 3, 2, 1}))
                .withLegend(LegendPlace.LINE_ENDS));

        double one = Svg.number(svg.text("one"), "y");
        double two = Svg.number(svg.text("two"), "y");
        assertThat(one - two).isBetween(16.0, 18.0);
        assertThat(Svg.number(svg.text("three"), "y")).isGreaterThan(one + 50);
        assertThat(svg.texts().stream().filter("one"::equals)).hasSize(1);
    }

    @Test
    void placesAreMovedApartAroundTheirWishes() {
        assertThat(EndLabels.apart(List.of(10.0, 10.0), 4, 0, 100)).containsExactly(8.0, 12.0);
        assertThat(EndLabels.apart(List.of(1.0, 50.0), 4, 0, 100)).containsExactly(1.0, 50.0);
        assertThat(EndLabels.apart(List.of(0.0, 0.0, 0.0), 4, 0, 100)).containsExactly(0.0, 4.0, 8.0);
        assertThat(EndLabels.apart(List.of(99.0, 100.0), 4, 0, 100)).containsExactly(96.0, 100.0);
    }

    @Test
    void linesWhoseColorsLookAlikeInGrayHaveShapes() {
        Series adam = Series.of("adam", X, X).withColor("#1f6ed4");
        Series alike = Series.of("sgdm", X, new double[] {4, 3, 2, 1}).withColor("#c23b13"); // 0.02 apart in gray
        Series apart = Series.of("sgd", X, new double[] {4, 3, 2, 1}).withColor("#000000");

        assertThat(shapes(adam, alike)).isNotEmpty();
        assertThat(shapes(adam, apart)).isEmpty();
        assertThat(shapes(adam)).isEmpty();
    }

    private static List<String> shapes(Series... lines) {
        return draw(LineChart.of("Lines", LINEAR, LINEAR, lines)).paths("fill", "rgb(31,110,212)");
    }

    @Test
    void aReferenceLineStandsAtItsValueWithItsLabel() {
        Svg svg = draw(LineChart.of(
                "Fork",
                Axis.linear("epoch").withLimits(0, 4).withLines(ReferenceLine.of(2, "fork")),
                LINEAR,
                Series.of("adam", X, X)));

        double at = Svg.number(svg.text("2"), "x") + Svg.number(svg.text("2"), "textLength") / 2;
        assertThat(svg.texts()).contains("fork");
        assertThat(svg.elements("line").stream()
                        .filter(line -> Svg.inherited(line, "stroke").equals("rgb(85,85,85)"))
                        .mapToDouble(line -> Svg.number(line, "x1")))
                .anyMatch(x -> Math.abs(x - at) < 1.5);
    }

    @Test
    void labelsOfReferenceLinesInOneRowAreApart() {
        List<Double> gaps = new ArrayList<>();
        for (int at = 20; at < 60; at += 2) {
            Axis x = Axis.linear("x")
                    .withLimits(0, 100)
                    .withLines(ReferenceLine.of(20, "steepest descent"), ReferenceLine.of(at + 0.5, "Smith"));
            Svg svg = draw(LineChart.of("Lines", x, Axis.linear("y").withLimits(0, 1), Series.of("", X, X)));
            Element first = svg.text("steepest descent");
            Element second = svg.text("Smith");
            if (Svg.number(first, "y") == Svg.number(second, "y")) {
                gaps.add(Svg.number(second, "x") - Svg.number(first, "x") - Svg.number(first, "textLength"));
            }
        }

        assertThat(gaps).isNotEmpty().allMatch(gap -> gap > 7.9);
    }

    @Test
    void levelLinesSayTheirValuesAndArrowsHaveHeads() {
        ScalarField bowl = ScalarField.sample((x, y) -> x * x + y * y, new Limits(-2, 2), new Limits(-2, 2), 41, 41);
        Svg svg = draw(ContourChart.of("Bowl", LINEAR, LINEAR, bowl, List.of(0.7, 2.3))
                .withArrows(Arrow.of("gradient", -1, 1, 0, 0)));

        assertThat(svg.texts()).contains("0.7", "2.3", "gradient");
        assertThat(svg.paths("fill", FIRST)).filteredOn(d -> count('L', d) == 3).isNotEmpty();
    }

    @Test
    void aSingleSymbolStandsUpright() {
        Svg symbol = draw(LineChart.of("Rate", LINEAR, Axis.linear("η"), Series.of("a", X, X)));
        Svg words = draw(LineChart.of("Rate", LINEAR, Axis.linear("rate"), Series.of("a", X, X)));

        assertThat(Svg.turned(symbol.text("η"))).isFalse();
        assertThat(Svg.turned(words.text("rate"))).isTrue();
    }

    @Test
    void aSlideHasLargeTexts() {
        Chart chart = LineChart.of("Rate", LINEAR, Axis.linear("η"), Series.of("a", X, X));
        Svg slide = Svg.of(Charts.svg(chart, Theme.DARK, 1920, 1080, Map.of()));
        Svg page = Svg.of(Charts.svg(chart, Theme.DARK, 680, 440, Map.of()));

        // the drawing is scaled by 2, so that its smallest texts, of 11, have 22 pixels
        assertThat(Svg.inherited(slide.text("Rate"), "transform")).contains("scale(2,2)");
        assertThat(Svg.inherited(page.text("Rate"), "transform")).isEmpty();
    }
}
