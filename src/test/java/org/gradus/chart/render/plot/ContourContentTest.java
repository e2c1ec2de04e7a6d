package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.ContourChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.Mark;
import org.gradus.chart.ScalarField;
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
class ContourContentTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final Look LOOK = new Look(Theme.LIGHT);
    private static final String ADAM = "rgb(51,34,136)"; // #332288, the first of the palette
    private static final String WHITE = "rgb(255,255,255)";
    private static final Axis X = Axis.linear("x");
    private static final Axis Y = Axis.linear("y");
    private static final Limits SIDE = new Limits(-2, 2);
    private static final DoubleBinaryOperator BOWL = (x, y) -> x * x + y * y;

    static Stream<ContourChart> hardCases() {
        double[] outwards = values(20, i -> Math.pow(1e20, i));
        Series diverging = Series.of("adam", values(20, i -> Math.pow(-1e15, i)), outwards);
        Series vanishing = Series.of("adam", values(20, i -> i / 10), values(20, i -> i < 10 ? i / 10 : Double.NaN));
        return Stream.of(
                bowl(),
                bowl().withPaths(diverging),
                bowl().withPaths(vanishing),
                bowl().withPaths(Series.of("adam", new double[] {1}, new double[] {1})),
                bowl().withPaths(Series.of("adam", new double[] {1}, new double[] {Double.NaN})),
                bowl().withMarks(Mark.minimum(1e300, -1e300)),
                chart((x, y) -> 1 / (x - 1), 0, 1),
                chart((x, y) -> Double.NaN, 1),
                chart((x, y) -> 3, 3),
                chart((x, y) -> 1e308 * x, -1e308, 1e308),
                chart((x, y) -> x * y, 0),
                ContourChart.of(
                        "Tiny", X, Y, ScalarField.of(SIDE, SIDE, new double[][] {{1, 2}, {3, 1}}), List.of(1.5)),
                ContourChart.of("Zoomed", X.withLimits(0, 1e-3), Y, bowl().field(), List.of(1.0)));
    }

    @ParameterizedTest
    @MethodSource("hardCases")
    void writesOnlyNumbersAndKeepsTextsInside(ContourChart chart) {
        String text = Charts.svg(chart, Theme.LIGHT, WIDTH, HEIGHT, Map.of());

        assertThat(text).doesNotContain("NaN", "Infinity", "∞");
        assertThat(Arrays.stream(numbers(text)).map(Math::abs).max().orElseThrow())
                .isLessThan(1e7);
        assertThat(Svg.of(text).elements("text").stream().filter(each -> !Svg.turned(each)))
                .hasSizeGreaterThan(4)
                .allSatisfy(each -> {
                    double x = Svg.number(each, "x");
                    assertThat(x).isPositive();
                    assertThat(x + Svg.number(each, "textLength")).isLessThan(WIDTH);
                    assertThat(Svg.number(each, "y")).isBetween(12.0, HEIGHT - 3.0);
                });
    }

    @Test
    void drawsALevelWhereTheAxesSayItIs() {
        Svg svg = draw(chart(BOWL, 1));
        double[] line = numbers(line(svg, 0, 1));
        double[] x = IntStream.range(0, line.length)
                .filter(i -> i % 2 == 0)
                .mapToDouble(i -> line[i])
                .toArray();
        double[] y = IntStream.range(0, line.length)
                .filter(i -> i % 2 == 1)
                .mapToDouble(i -> line[i])
                .toArray();

        assertThat(Arrays.stream(x).min().orElseThrow()).isCloseTo(across(svg, "−1.0"), within(1.0));
        assertThat(Arrays.stream(x).max().orElseThrow()).isCloseTo(across(svg, "1.0"), within(1.0));
        // The baseline of a label is about 5 below its middle.
        assertThat(Arrays.stream(y).min().orElseThrow()).isCloseTo(up(svg, "1.0") - 5, within(1.5));
        assertThat(Arrays.stream(y).max().orElseThrow()).isCloseTo(up(svg, "−1.0") - 5, within(1.5));
    }

    @Test
    void paintsTheGroundFromTheHighestLevelDownAndThenTheLines() {
        List<String> colors = draw(chart(BOWL, 0.5, 1, 2)).elements("path").stream()
                .map(path -> Svg.inherited(path, "fill").equals("none")
                        ? Svg.inherited(path, "stroke")
                        : Svg.inherited(path, "fill"))
                .toList();

        assertThat(colors)
                .containsSubsequence(
                        rgb(LOOK.ground(2, 3)),
                        rgb(LOOK.ground(1, 3)),
                        rgb(LOOK.ground(0, 3)),
                        rgb(LOOK.levelLine(0, 3)),
                        rgb(LOOK.levelLine(1, 3)),
                        rgb(LOOK.levelLine(2, 3)));
    }

    /** In the hole of a region, a hill within, even-odd filling paints nothing. */
    @Test
    void leavesHillsUnpainted() {
        Element region = draw(chart((x, y) -> -x * x - y * y, -1)).elements("path").stream()
                .filter(path -> Svg.inherited(path, "fill").equals(rgb(LOOK.ground(0, 1))))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one region");
                })
                .orElseThrow();

        assertThat(count('M', region.getAttribute("d"))).isEqualTo(2);
        assertThat(Svg.inherited(region, "fill-rule")).isEqualTo("evenodd");
    }

    @Test
    void drawsClosedLinesClosedAndNoGrid() {
        Svg svg = draw(chart(BOWL, 1, 5));

        assertThat(line(svg, 0, 2)).endsWith("Z");
        assertThat(line(svg, 1, 2)).doesNotContain("Z"); // it leaves the map at each corner
        assertThat(svg.elements("line").stream().map(line -> Svg.inherited(line, "stroke")))
                .isNotEmpty()
                .doesNotContain("rgb(228,228,228)"); // the color of grid lines
    }

    @Test
    void growsDarkerTowardsTheLowest() {
        assertThat(LOOK.ground(0, 5).getGreen()).isLessThan(LOOK.ground(2, 5).getGreen());
        assertThat(LOOK.ground(2, 5).getGreen()).isLessThan(LOOK.ground(4, 5).getGreen());
        assertThat(LOOK.levelLine(0, 5).getGreen()).isLessThan(LOOK.ground(0, 5).getGreen());
    }

    @Test
    void drawsAPathOnAWiderWhiteOne() {
        List<Element> lines =
                draw(bowl().withPaths(spiral("adam", 20)).withLegend(LegendPlace.NONE)).elements("path").stream()
                        .filter(path -> count('L', path.getAttribute("d")) == 19)
                        .toList();

        assertThat(lines).extracting(line -> Svg.inherited(line, "stroke")).containsExactly(WHITE, ADAM);
        assertThat(width(lines.get(0))).isGreaterThan(width(lines.get(1)) + 1);
    }

    /** Else the ground of a later path cuts an earlier one into dashes. */
    @Test
    void drawsTheGroundsOfAllPathsBelowTheLinesOfAll() {
        List<String> strokes = draw(
                        bowl().withPaths(spiral("adam", 20), spiral("sgdm", 20)).withLegend(LegendPlace.NONE))
                .elements("path")
                .stream()
                .filter(path -> count('L', path.getAttribute("d")) == 19)
                .map(path -> Svg.inherited(path, "stroke"))
                .toList();

        assertThat(strokes).containsExactly(WHITE, WHITE, ADAM, "rgb(204,102,119)");
    }

    @Test
    void drawsWhereAPathEndsAboveTheMarks() {
        String all = Charts.svg(
                bowl().withPaths(spiral("adam", 20))
                        .withMarks(new Mark("", 0, 0, Mark.Symbol.STAR))
                        .withLegend(LegendPlace.NONE),
                Theme.LIGHT,
                WIDTH,
                HEIGHT,
                Map.of());

        assertThat(all.indexOf("fill=\"rgb(255,200,30)")).isPositive();
        assertThat(all.lastIndexOf("fill=\"" + ADAM)).isGreaterThan(all.indexOf("fill=\"rgb(255,200,30)"));
    }

    @Test
    void breaksAPathWhereThereIsNoNumber() {
        double[] y = values(20, i -> i == 7 ? Double.NaN : i / 10 - 1);
        Series broken = Series.of("adam", values(20, i -> i / 10 - 1), y);

        assertThat(draw(bowl().withPaths(broken).withLegend(LegendPlace.NONE)).paths("stroke", ADAM))
                .filteredOn(d -> count('L', d) > 0) // the ring at its start has none
                .hasSize(1)
                .allMatch(d -> count('M', d) == 2 && count('L', d) == 17);
    }

    /** Circles are drawn as four Bézier curves each. */
    @Test
    void hasADotAtEachStepUnlessThereAreManyAndOneAtTheEnd() {
        assertThat(dots(spiral("adam", 20))).isEqualTo(21);
        assertThat(dots(spiral("adam", 80))).isEqualTo(81);
        assertThat(dots(spiral("adam", 81))).isEqualTo(1);
    }

    @Test
    void endsAPathAtItsLastNumber() {
        double[] x = values(5, i -> i / 10);
        Series whole = Series.of("adam", Arrays.copyOf(x, 3), new double[] {0, 1, 1});
        Series diverged = Series.of("adam", x, new double[] {0, 1, 1, Double.POSITIVE_INFINITY, Double.NaN});
        Series never = Series.of("adam", x, values(5, i -> Double.NaN));

        assertThat(fills(diverged)).isEqualTo(fills(whole));
        assertThat(fills(never)).isEmpty();
    }

    @Test
    void drawsLaterPathsAboveEarlierOnesAndMarksAboveAll() {
        String all = Charts.svg(
                bowl().withPaths(spiral("adam", 20), spiral("sgdm", 20))
                        .withMarks(new Mark("", 0, 0, Mark.Symbol.STAR))
                        .withLegend(LegendPlace.NONE),
                Theme.LIGHT,
                WIDTH,
                HEIGHT,
                Map.of());

        int adamsDots = all.indexOf("fill=\"" + ADAM);
        int sgdmsLine = all.indexOf("stroke=\"rgb(204,102,119)");
        int star = all.indexOf("fill=\"rgb(255,200,30)");
        assertThat(List.of(adamsDots, sgdmsLine, star)).doesNotContain(-1).isSorted();
    }

    @Test
    void namesPathsAndMarksOnceInTheLegend() {
        Svg svg = draw(bowl().withPaths(spiral("adam", 20))
                .withMarks(
                        Mark.start(1, 1),
                        Mark.minimum(0, 0),
                        Mark.minimum(-1, 0),
                        new Mark("", 1, 0, Mark.Symbol.CROSS)));

        assertThat(svg.texts()).containsSubsequence("adam", "start", "minimum");
        assertThat(svg.texts().stream().filter("minimum"::equals)).hasSize(1);
        assertThat(svg.texts()).doesNotContain("");
        assertThat(Svg.number(svg.text("minimum"), "x")).isEqualTo(Svg.number(svg.text("adam"), "x"));
        assertThat(Svg.number(svg.text("start"), "x")).isEqualTo(Svg.number(svg.text("adam"), "x"));
    }

    @Test
    void putsTheLegendWhereItCoversNoPathAndNoMark() {
        double middle = WIDTH / 2.0;
        Series toTheTopRight = Series.of("adam", new double[] {0, 1.9}, new double[] {0, 1.9});
        Series inTheMiddle = Series.of("adam", new double[] {0, 0.1}, new double[] {0, 0.1});

        assertThat(legendX(bowl().withPaths(inTheMiddle))).isGreaterThan(middle);
        assertThat(legendX(bowl().withPaths(toTheTopRight))).isLessThan(middle);
        assertThat(legendX(bowl().withPaths(inTheMiddle).withMarks(new Mark("", 1.9, 1.9, Mark.Symbol.STAR))))
                .isLessThan(middle);
        assertThat(legendX(bowl().withPaths(inTheMiddle).withLegend(LegendPlace.BOTTOM_LEFT)))
                .isLessThan(middle);
    }

    @Test
    void leavesTheLegendOutIfAskedOrEmpty() {
        assertThat(draw(bowl().withPaths(spiral("adam", 9)).withLegend(LegendPlace.NONE))
                        .texts())
                .doesNotContain("adam");
        assertThat(draw(bowl()).texts())
                .containsExactlyInAnyOrderElementsOf(
                        draw(bowl().withLegend(LegendPlace.NONE)).texts());
    }

    @Test
    void showsTheWholeFieldOrTheChosenLimits() {
        assertThat(draw(bowl()).texts()).contains("−2.0", "2.0").doesNotContain("−2.5", "2.5");
        assertThat(draw(ContourChart.of("Zoomed", X.withLimits(0.2, 0.4), Y, bowl().field(), List.of(1.0)))
                        .texts())
                .contains("0.20", "0.40");
    }

    private static ContourChart bowl() {
        return chart(BOWL, 0.5, 1, 2);
    }

    private static ContourChart chart(DoubleBinaryOperator function, double... levels) {
        ScalarField field = ScalarField.sample(function, SIDE, SIDE, 41, 41);
        return ContourChart.of("Map", X, Y, field, Arrays.stream(levels).boxed().toList());
    }

    private static Svg draw(ContourChart chart) {
        return Svg.of(Charts.svg(chart, Theme.LIGHT, WIDTH, HEIGHT, Map.of()));
    }

    private static Series spiral(String name, int steps) {
        return Series.of(
                name,
                values(steps, i -> Math.cos(i / 3) / (1 + i / 9)),
                values(steps, i -> Math.sin(i / 3) / (1 + i / 9)));
    }

    private static double[] values(int count, DoubleUnaryOperator value) {
        return IntStream.range(0, count)
                .mapToDouble(i -> value.applyAsDouble(i))
                .toArray();
    }

    private static List<String> fills(Series path) {
        return draw(bowl().withPaths(path).withLegend(LegendPlace.NONE)).paths("fill", ADAM).stream()
                .filter(d -> !d.isEmpty())
                .toList();
    }

    private static long dots(Series path) {
        return fills(path).stream().mapToLong(d -> count('C', d)).sum() / 4;
    }

    private static String line(Svg svg, int level, int count) {
        return svg.paths("stroke", rgb(LOOK.levelLine(level, count))).get(0);
    }

    private static double[] numbers(String text) {
        Matcher number = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?")
                .matcher(text.replaceAll("#[0-9a-zA-Z-]+|id=\"[^\"]*\"", ""));
        return number.results()
                .mapToDouble(found -> Double.parseDouble(found.group()))
                .toArray();
    }

    /** The middle of a label of the horizontal axis. */
    private static double across(Svg svg, String label) {
        return labels(svg, label)
                .max((one, other) -> Double.compare(Svg.number(one, "y"), Svg.number(other, "y")))
                .map(text -> Svg.number(text, "x") + Svg.number(text, "textLength") / 2)
                .orElseThrow();
    }

    /** The baseline of a label of the vertical axis. */
    private static double up(Svg svg, String label) {
        return labels(svg, label)
                .min((one, other) -> Double.compare(Svg.number(one, "x"), Svg.number(other, "x")))
                .map(text -> Svg.number(text, "y"))
                .orElseThrow();
    }

    private static Stream<Element> labels(Svg svg, String label) {
        return svg.elements("text").stream()
                .filter(text -> text.getTextContent().equals(label));
    }

    private static double legendX(ContourChart chart) {
        return Svg.number(draw(chart).text("adam"), "x");
    }

    private static double width(Element line) {
        return Double.parseDouble(Svg.inherited(line, "stroke-width"));
    }

    private static String rgb(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private static long count(char command, String path) {
        return path.chars().filter(c -> c == command).count();
    }
}
