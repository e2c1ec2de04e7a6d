package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.chart.render.Svg;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What is drawn, read from the SVG; never pixels. */
@InEveryLocale
class LineContentTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final String ADAM = "rgb(51,34,136)"; // #332288, the first of the palette
    private static final double[] X =
            IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray();

    static Stream<LineChart> hardCases() {
        Axis epoch = Axis.linear("epoch");
        Axis loss = Axis.linear("loss");
        double[] diverging = values(x -> x < 11 ? Math.pow(1e25, x) : Double.NaN);
        return Stream.of(
                LineChart.of("Large", epoch, loss, series("sgd", x -> 1.5e300 * Math.sin(x))),
                LineChart.of("Small", epoch, loss, series("sgd", x -> 3e-300 * Math.sin(x))),
                LineChart.of("Diverging", epoch, Axis.log("loss"), Series.of("sgd", X, diverging)),
                LineChart.of("Diverging", epoch, loss, Series.of("sgd", X, diverging)),
                LineChart.of("Cut", epoch, loss.withLimits(0, 1), Series.of("sgd", X, diverging)),
                LineChart.of("One point", epoch, loss, Series.of("sgd", new double[] {1}, new double[] {0.91})),
                LineChart.of("Constant", epoch, loss, series("sgd", x -> 123_456_789.0)),
                LineChart.of("Steps", Axis.linear("step"), loss, Series.of("sgd", values(x -> x * 1e5), X)),
                LineChart.of("Far from zero", Axis.linear("x"), loss, Series.of("sgd", values(x -> 1e6 + x / 1e4), X)),
                LineChart.of("Rates", Axis.log("η"), loss, Series.of("sgd", values(x -> Math.pow(10, -x)), X)),
                LineChart.of("Long ".repeat(40), epoch, loss, series("long ".repeat(40), x -> x))
                        .withSubtitle("long ".repeat(40)),
                LineChart.of("Long", Axis.linear("long ".repeat(40)), Axis.linear("long ".repeat(40)), rising()));
    }

    @ParameterizedTest
    @MethodSource("hardCases")
    void keepsEveryTextInsideThePicture(LineChart chart) {
        Svg svg = draw(chart);

        assertThat(svg.elements("text").stream().filter(text -> !Svg.turned(text)))
                .hasSizeGreaterThan(4)
                .allSatisfy(text -> {
                    double x = Svg.number(text, "x");
                    assertThat(x).isPositive();
                    assertThat(x + Svg.number(text, "textLength")).isLessThan(WIDTH);
                    assertThat(Svg.number(text, "y")).isBetween(12.0, HEIGHT - 3.0);
                });
        assertThat(svg.elements("text").stream().filter(Svg::turned))
                .hasSize(1)
                .allSatisfy(text -> assertThat(Svg.number(text, "textLength")).isLessThan(HEIGHT - 80));
    }

    @ParameterizedTest
    @MethodSource("hardCases")
    void keepsLabelsOfTheHorizontalAxisApart(LineChart chart) {
        Svg svg = draw(chart);
        double lowest = svg.elements("line").stream() // the tick marks reach furthest down
                .filter(line -> Svg.number(line, "x1") == Svg.number(line, "x2"))
                .mapToDouble(line -> Math.max(Svg.number(line, "y1"), Svg.number(line, "y2")))
                .max()
                .orElseThrow();
        double[][] extents = svg.elements("text").stream()
                .filter(text -> !Svg.turned(text) && Math.abs(Svg.number(text, "y") - lowest - 15) < 6)
                .map(text ->
                        new double[] {Svg.number(text, "x"), Svg.number(text, "x") + Svg.number(text, "textLength")})
                .toArray(double[][]::new);

        assertThat(extents.length).isGreaterThan(1);
        for (int i = 1; i < extents.length; i++) {
            assertThat(extents[i][0]).isGreaterThan(extents[i - 1][1] + 5);
        }
    }

    @ParameterizedTest
    @MethodSource("hardCases")
    void writesOnlyNumbers(LineChart chart) {
        assertThat(Charts.svg(chart, Theme.LIGHT, WIDTH, HEIGHT, Map.of())).doesNotContain("NaN", "Infinity", "∞");
    }

    @Test
    void leavesAGapWhereThereIsNoNumber() {
        List<String> whole = draw(bare(series("adam", x -> x))).paths("stroke", ADAM);
        List<String> broken =
                draw(bare(series("adam", x -> x == 7 ? Double.NaN : x))).paths("stroke", ADAM);

        assertThat(whole).hasSize(1).allMatch(d -> count('M', d) == 1 && count('L', d) == 19);
        assertThat(broken).hasSize(1).allMatch(d -> count('M', d) == 2 && count('L', d) == 17);
    }

    @Test
    void drawsOneAreaForABandAndTwoForABrokenOne() {
        double[] lower = values(x -> x - 1);
        double[] broken = values(x -> x == 7 ? Double.NaN : x - 1);
        double[] upper = values(x -> x + 1);

        assertThat(areas(rising().withBand(lower, upper))).hasSize(1);
        assertThat(areas(rising().withBand(broken, upper))).hasSize(2);
        assertThat(areas(rising())).isEmpty();
    }

    @Test
    void drawsALonePointAsADotAndItsBandAsABar() {
        Series point = Series.of("adam", new double[] {1}, new double[] {2});

        assertThat(dots(point)).hasSize(1);
        assertThat(draw(bare(point)).elements("path")).noneMatch(LineContentTest::isBar);
        assertThat(draw(bare(point.withBand(new double[] {1}, new double[] {3})))
                        .elements("path"))
                .filteredOn(LineContentTest::isBar)
                .hasSize(1);
        assertThat(dots(rising())).isEmpty();
    }

    @Test
    void marksZeroOnALinearAxisThatCrossesIt() {
        assertThat(zeroLines(LineChart.of("Gap", Axis.linear("epoch"), Axis.linear("gap"), series("adam", x -> x - 5))))
                .hasSize(1);
        assertThat(zeroLines(lines(rising()))).isEmpty();
        assertThat(zeroLines(LineChart.of("Loss", Axis.linear("epoch"), Axis.log("loss"), series("adam", x -> x / 9))))
                .isEmpty();
    }

    @Test
    void drawsLaterSeriesOnTop() {
        Series sgdm = rising().withColor("#c23b13");

        List<String> colors = draw(lines(sgdm, rising()).withLegend(LegendPlace.NONE)).elements("path").stream()
                .filter(path -> count('L', path.getAttribute("d")) == 19)
                .map(path -> Svg.inherited(path, "stroke"))
                .toList();

        assertThat(colors).containsExactly("rgb(194,59,19)", ADAM);
    }

    @Test
    void drawsDashesOnlyForDashedLines() {
        assertThat(dashes(rising())).isEmpty();
        assertThat(dashes(rising().withStyle(LineStyle.DASHED))).isNotEmpty();
    }

    @Test
    void putsTheLegendWhereNoDataAre() {
        double middle = WIDTH / 2.0;

        assertThat(legendX(lines(rising()))).isLessThan(middle);
        assertThat(legendX(lines(series("adam", x -> -x)))).isGreaterThan(middle);
        assertThat(legendX(lines(rising()).withLegend(LegendPlace.BOTTOM_RIGHT)))
                .isGreaterThan(middle);
    }

    @Test
    void putsTheLegendOutsideWhereDataAreEverywhere() {
        LineChart everywhere = lines(IntStream.range(0, 30)
                .mapToObj(i -> series("adam", x -> i / 10.0))
                .toArray(Series[]::new));

        assertThat(legendX(everywhere)).isEqualTo(legendX(everywhere.withLegend(LegendPlace.OUTSIDE)));
        assertThat(legendX(everywhere))
                .isGreaterThan(Svg.number(draw(everywhere).text("20"), "x"));
    }

    @Test
    void putsALegendOfLongNamesUnderThePlot() {
        String name = "a run with a name that is much too long for a corner of the plot";
        Svg svg = draw(lines(series(name, x -> x)));

        assertThat(Svg.number(svg.text(name), "y")).isGreaterThan(Svg.number(svg.text("epoch"), "y"));
    }

    @Test
    void leavesTheLegendOutIfAsked() {
        assertThat(draw(lines(rising())).texts()).contains("adam");
        assertThat(draw(lines(rising()).withLegend(LegendPlace.NONE)).texts()).doesNotContain("adam");
        assertThat(draw(lines(new Series("", rising().points(), LineStyle.SOLID, "adam")))
                        .paths("stroke", ADAM))
                .hasSize(1);
    }

    @Test
    void makesALongAxisLabelSmallerAndCutsAVeryLongOne() {
        String lengthy =
                "number of mini-batches of 128 examples each, drawn without replacement, since the very start of the run";
        Element smaller = draw(LineChart.of("Long", Axis.linear(lengthy), Axis.linear("loss"), rising()))
                .text(lengthy);
        Element cut = draw(LineChart.of("Long", Axis.linear("long ".repeat(40)), Axis.linear("loss"), rising()))
                .elements("text")
                .stream()
                .filter(text -> text.getTextContent().endsWith("long…"))
                .findFirst()
                .orElseThrow();

        assertThat(fontSize(smaller)).isGreaterThan(11).isLessThan(14);
        assertThat(fontSize(cut)).isEqualTo(11);
    }

    @Test
    void showsChosenLimits() {
        LineChart chart = LineChart.of(
                "Accuracy",
                Axis.linear("epoch").withLimits(0, 40),
                Axis.linear("y").withLimits(-20, 60),
                rising());

        assertThat(draw(chart).texts()).contains("0", "40", "−20", "60");
    }

    @Test
    void labelsEpochsWithWholeNumbers() {
        LineChart chart = LineChart.of(
                "Three epochs",
                Axis.linear("epoch"),
                Axis.linear("loss"),
                Series.of("adam", new double[] {1, 2, 3}, new double[] {0.25, 0.35, 0.45}));

        assertThat(draw(chart).texts()).contains("1", "2", "3").doesNotContain("1.5", "2.5");
    }

    @Test
    void saysSoIfThereIsNothingToDraw() {
        Series nothing = series("adam", x -> Double.NaN);
        Series negative = series("adam", x -> -x);

        assertThat(draw(lines(nothing)).texts()).contains("no finite value to draw");
        assertThat(draw(LineChart.of("Nothing", Axis.linear("epoch"), Axis.log("loss"), negative))
                        .texts())
                .contains("no value above 0 to draw");
        assertThat(draw(lines(rising())).texts()).doesNotContain("no finite value to draw");
    }

    private static Svg draw(LineChart chart) {
        return Svg.of(Charts.svg(chart, Theme.LIGHT, WIDTH, HEIGHT, Map.of()));
    }

    private static LineChart lines(Series... series) {
        return LineChart.of("Lines", Axis.linear("epoch"), Axis.linear("loss"), series);
    }

    private static LineChart bare(Series series) {
        return lines(series).withLegend(LegendPlace.NONE);
    }

    private static Series rising() {
        return series("adam", x -> x);
    }

    private static Series series(String name, DoubleUnaryOperator y) {
        return Series.of(name, X, values(y));
    }

    private static double[] values(DoubleUnaryOperator y) {
        return Arrays.stream(X).map(y).toArray();
    }

    private static List<String> areas(Series series) {
        return draw(bare(series)).paths("fill", ADAM);
    }

    private static List<String> dashes(Series series) {
        return draw(bare(series)).elements("path").stream()
                .map(path -> Svg.inherited(path, "stroke-dasharray"))
                .filter(dash -> !dash.equals("none"))
                .toList();
    }

    /** Circles are drawn as four Bézier curves. */
    private static List<String> dots(Series series) {
        return draw(bare(series)).paths("fill", ADAM).stream()
                .filter(d -> count('C', d) == 4)
                .toList();
    }

    private static double fontSize(Element text) {
        return Double.parseDouble(Svg.inherited(text, "font-size").replace("px", ""));
    }

    private static boolean isBar(Element line) {
        return Svg.inherited(line, "stroke").equals(ADAM)
                && Svg.inherited(line, "stroke-width").equals("9");
    }

    private static List<Element> zeroLines(LineChart chart) {
        return draw(chart).elements("line").stream()
                .filter(line -> Svg.inherited(line, "stroke").equals("rgb(153,153,153)"))
                .toList();
    }

    private static double legendX(LineChart chart) {
        return Svg.number(draw(chart).text("adam"), "x");
    }

    private static long count(char command, String path) {
        return path.chars().filter(c -> c == command).count();
    }
}
