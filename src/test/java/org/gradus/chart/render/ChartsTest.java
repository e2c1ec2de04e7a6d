package org.gradus.chart.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.DiagramChart;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Histogram;
import org.gradus.chart.HistogramChart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Levels;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.Mark;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.ScalarField;
import org.gradus.chart.ScatterChart;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class ChartsTest {

    private static final double[] X = {1, 2, 3, 4, 5, 6};
    private static final double[] FALLING = {0.9, 0.7, 0.5, 0.3, 0.2, 0.1};

    /** One of each kind, so that a new kind without a renderer fails here. */
    static List<Chart> everyKind() {
        return List.of(falling(), valley(), moons(), cells(), bars(), histogram(), intervals(), diagram(), panels());
    }

    private static LineChart falling() {
        return LineChart.of(
                        "Loss of <sgdm> & \"adam\"",
                        Axis.linear("epoch"),
                        Axis.linear("loss"),
                        Series.of("sgdm", X, FALLING),
                        Series.of("adam", X, FALLING).withBand(new double[6], FALLING))
                .withSubtitle("θ after 5 seeds");
    }

    private static ContourChart valley() {
        ScalarField loss =
                ScalarField.sample((x, y) -> x * x + 9 * y * y, new Limits(-1, 1), new Limits(-1, 1), 21, 21);
        return ContourChart.of("Valley of <θ>", Axis.linear("θ₁"), Axis.linear("θ₂"), loss, Levels.linear(loss, 5))
                .withPaths(Series.of("adam", new double[] {0.9, 0.5, 0.1}, new double[] {0.9, 0.2, 0}))
                .withMarks(Mark.start(0.9, 0.9), Mark.minimum(0, 0))
                .withSubtitle("20 steps");
    }

    private static ScatterChart moons() {
        return ScatterChart.of(
                        "Moons & <stars>",
                        Axis.linear("x"),
                        Axis.linear("y"),
                        Series.of("class 0", X, FALLING),
                        Series.of("class 1", FALLING, X))
                .withDecision(ScatterChart.Decision.probability(
                        ScalarField.sample((x, y) -> x / 7, new Limits(0, 7), new Limits(0, 7), 9, 9)))
                .withSubtitle("20 points");
    }

    private static HeatMapChart cells() {
        ScalarField field = ScalarField.sample((x, y) -> x + y, new Limits(1, 4), new Limits(1, 3), 4, 3);
        return HeatMapChart.of("Cells", Axis.log("η"), Axis.linear("γ"), field, Axis.linear("accuracy"))
                .withLines(Series.of("limit", new double[] {1, 4}, new double[] {3, 1}))
                .withSubtitle("12 runs");
    }

    private static BarChart bars() {
        return BarChart.of(
                        "Bars", List.of("digits", "iris"), Axis.linear("accuracy"), Series.ofValues("adam", 0.9, 0.8))
                .withSubtitle("5 seeds");
    }

    private static HistogramChart histogram() {
        return HistogramChart.of(
                        "Gradients",
                        Axis.linear("g"),
                        Axis.linear("count"),
                        Histogram.of("step 1", X, Histogram.linearEdges(0, 6, 3)))
                .withSubtitle("6 values");
    }

    private static IntervalChart intervals() {
        return IntervalChart.of(
                        "Differences",
                        Axis.linear("difference").withLines(ReferenceLine.of(0, "none")),
                        IntervalChart.Row.of("digits", 0.1, -0.1, 0.3, FALLING))
                .withSubtitle("95 % intervals");
    }

    private static DiagramChart diagram() {
        return DiagramChart.of(
                        "From <SGD>",
                        List.of(DiagramChart.Box.of("SGD", 0, 0), DiagramChart.Box.of("SGDM & λ", 1, 0)),
                        List.of(DiagramChart.Link.of("SGD", "SGDM & λ", "momentum")))
                .withSubtitle("2 rules");
    }

    private static Panels panels() {
        return Panels.of("All of them", 2, falling(), valley(), bars(), histogram())
                .withSubtitle("2 × 2");
    }

    @Test
    void knowsEveryKindOfChart() {
        assertThat(everyKind())
                .extracting(Object::getClass)
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Chart.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsAPngOfTheRequestedSize(Chart chart) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Charts.png(chart, Theme.LIGHT, 301, 200, 1.5, Map.of())));

        assertThat(image.getWidth()).isEqualTo(452); // 451.5 rounded
        assertThat(image.getHeight()).isEqualTo(300);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void fillsThePngToItsFarCorner(Chart chart) throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Charts.png(chart, Theme.LIGHT, 640, 400, 2, Map.of())));

        int[] corner = image.getRGB(640, 400, 640, 400, null, 0, 640);

        assertThat(Arrays.stream(corner).distinct().count()).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsTheSameEachTimeAndInEveryLocale(Chart chart) {
        String svg = Charts.svg(chart, Theme.LIGHT, 640, 400, Map.of());
        byte[] png = Charts.png(chart, Theme.LIGHT, 640, 400, 1, Map.of());
        byte[] pdf = Charts.pdf(chart, Theme.LIGHT, 640, 400, Map.of());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Charts.svg(chart, Theme.LIGHT, 640, 400, Map.of())).isEqualTo(svg);
            assertThat(Charts.png(chart, Theme.LIGHT, 640, 400, 1, Map.of())).isEqualTo(png);
            assertThat(Charts.pdf(chart, Theme.LIGHT, 640, 400, Map.of())).isEqualTo(pdf);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsOneSvgElementThatScalesAndSaysWhatItShows(Chart chart) {
        String svg = Charts.svg(chart, Theme.LIGHT, 640, 400, Map.of());
        Element root = Svg.of(svg).root();

        assertThat(svg).startsWith("<svg ");
        assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 640 400");
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-label")).isEqualTo(chart.title());
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(chart.description());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsTextsAsTextsThatFitInAnyFont(Chart chart) {
        Svg svg = Svg.of(Charts.svg(chart, Theme.LIGHT, 640, 400, Map.of()));

        assertThat(svg.texts()).contains(chart.title(), chart.subtitle());
        assertThat(svg.elements("text"))
                .allSatisfy(text -> assertThat(Double.parseDouble(text.getAttribute("textLength")))
                        .isPositive());
        assertThat(svg.root().getAttribute("font-family")).isEqualTo("'DejaVu Sans', Verdana, sans-serif");
        assertThat(svg.elements("*").stream().filter(element -> element.hasAttribute("font-family")))
                .isEmpty();
    }

    @Test
    void keepsTheIdsOfTwoChartsInOnePageApart() {
        Svg one = Svg.of(Charts.svg(falling(), Theme.LIGHT, 640, 400, Map.of()));
        Svg other = Svg.of(Charts.svg(falling().withSubtitle("θ after 6 seeds"), Theme.LIGHT, 640, 400, Map.of()));

        assertThat(one.ids()).isNotEmpty().doesNotHaveDuplicates().doesNotContainAnyElementsOf(other.ids());
        assertThat(one.clips()).isNotEmpty().isSubsetOf(one.ids());
        assertThat(other.clips()).isNotEmpty().isSubsetOf(other.ids());
    }

    @Test
    void wantsASizeThatCanBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.svg(falling(), Theme.LIGHT, 640, 199, Map.of()))
                .withMessage("svg: the size is 640 × 199; give a width from 300 and a height from 200 up to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.png(falling(), Theme.LIGHT, 10_001, 500, 1, Map.of()))
                .withMessage("png: the size is 10001 × 500; give a width from 300 and a height from 200 up to 10000");
        for (double scale : new double[] {0, -1, Double.NaN, 50}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Charts.png(falling(), Theme.LIGHT, 800, 500, scale, Map.of()))
                    .withMessage("png: the scale is " + scale + "; give a number above 0, usually 1 or 2,"
                            + " such that the image has at most 100 million pixels");
        }
    }

    @Test
    void wantsAChart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.svg(null, Theme.LIGHT, 640, 400, Map.of()))
                .withMessage("charts: the chart is null; give one, for instance LineChart.of(...)");
    }

    @Test
    void saysWhatToInstallIfThereAreNoFonts() {
        Throwable failure = new InternalError(new RuntimeException("Fontconfig head is null"));

        assertThat(Charts.cannotDraw(failure))
                .hasMessage("charts: Java finds no fonts to write with (Fontconfig head is null);"
                        + " install fontconfig and a font, on Debian and Ubuntu:"
                        + " apt-get install libfontconfig1 fonts-dejavu-core")
                .hasCause(failure);
    }

    @Test
    void saysHowToDoWithoutAScreenTheFirstTimeAndLater() {
        assertThat(Charts.cannotDraw(new AWTError("Can't connect to X11")))
                .hasMessage("charts: Java cannot reach the screen (Can't connect to X11), and needs none;"
                        + " start it with -Djava.awt.headless=true");
        assertThat(Charts.cannotDraw(
                        new NoClassDefFoundError("Could not initialize class GraphicsEnvironment$LocalGE")))
                .hasMessageStartingWith("charts: Java cannot reach the screen");
    }
}
