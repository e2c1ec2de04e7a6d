package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.view.trace.WrittenPage.assertPage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradus.chart.ContourChart;
import org.gradus.chart.Limits;
import org.gradus.chart.render.PlotArea;
import org.gradus.landscape.Bounds;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Landscapes;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.gradus.view.LandscapeChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class PicturesTest {
    private static final PlotArea AREA = new PlotArea(50, 20, 400, 200);
    private static final Bounds BOUNDS = new Bounds(new double[] {-2, -1}, new double[] {2, 3});

    @Test
    void aPathWithinTheBoundsLeavesThemAsTheyAre() {
        Region region = Region.around(BOUNDS, path(-2, -1, 2, 3));
        assertThat(region).isEqualTo(new Region(new Limits(-2, 2), new Limits(-1, 3)));
    }

    /** 5 % of the bounds' 4 beyond the farthest point. */
    @Test
    void aPathThatLeavesTheBoundsMakesThemLarger() {
        Region region = Region.around(BOUNDS, path(3, 0, -2.5, -4));
        assertThat(region.x().lower()).isEqualTo(-2.5 - 0.2);
        assertThat(region.x().upper()).isEqualTo(3 + 0.2);
        assertThat(region.y()).isEqualTo(new Limits(-4 - 0.2, 3));
        assertThat(region.contains(new double[] {3, 0})).isTrue();
    }

    @Test
    void aPathThatDivergesLeavesThePicture() {
        Region region = Region.around(BOUNDS, path(0, 0, 1e9, -1e9, Double.NaN, Double.NEGATIVE_INFINITY));
        assertThat(region).isEqualTo(new Region(new Limits(-2, 2), new Limits(-1, 3)));
        assertThat(region.contains(new double[] {1e9, -1e9})).isFalse();
        assertThat(region.contains(new double[] {Double.NaN, 0})).isFalse();
        Trace away = Trace.of(new Sgd(), 0.01, new Rosenbrock(), 12);
        assertPage(TracePage.html(away)).contains("<p class=\"caption\">The path leaves the picture.</p>");
    }

    /** A tenth of the width, a twentieth of the height: the map around it is 0.1 · 2 as large, and as wide as high. */
    @Test
    void aSmallPathHasAMapOfItsOwn() {
        Region whole = Region.around(BOUNDS, List.of());
        Region near = whole.near(path(0, 1, 0.4, 1.2)).orElseThrow();
        assertThat(near.x().lower()).isCloseTo(0.2 - 0.4, within(1e-12));
        assertThat(near.x().upper()).isCloseTo(0.2 + 0.4, within(1e-12));
        assertThat(near.y().lower()).isCloseTo(1.1 - 0.4, within(1e-12));
        assertThat(near.y().upper()).isCloseTo(1.1 + 0.4, within(1e-12));
        assertThat(whole.near(path(0, 1, 2.1, 1.2))).isEmpty(); // large enough
        assertThat(whole.near(path(1, 1, 1, 1))).isEmpty(); // does not move
        assertThat(whole.near(path(0, 0, Double.NaN, 0))).isEmpty();
    }

    @Test
    void aFramePutsItsLimitsAtItsEdges() {
        Frame frame = new Frame(AREA, new Limits(-2, 2), new Limits(-1, 3), false);
        assertThat(frame.point(-2, -1)).containsExactly(50, 220);
        assertThat(frame.point(2, 3)).containsExactly(450, 20);
        assertThat(frame.point(-1.2, 1)).containsExactly(130, 120);
        assertThat(frame.point(Double.NaN, 1)).isNull();
        assertThat(frame.point(1, Double.NEGATIVE_INFINITY)).isNull();
        assertThat(frame.point(1e300, -1e300)).containsExactly(10_000, 10_000);
    }

    @Test
    void aFrameOfPowersPutsThemAtEqualDistances() {
        Frame frame = new Frame(AREA, new Limits(0, 1), new Limits(0.01, 100), true);
        assertThat(frame.point(0, 1)[1]).isCloseTo(120, within(1e-9));
        assertThat(frame.point(0, 0.1)[1]).isCloseTo(170, within(1e-9));
        assertThat(frame.point(0, 0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "himmelblau", "ackley", "saddle"})
    void aLandscapeHasThirteenLinesAndItsMinima(String name) {
        Landscape landscape = Landscapes.named(name);
        ContourChart map = LandscapeChart.of(landscape);
        assertThat(map.levels()).hasSize(13);
        assertThat(map.marks())
                .extracting(mark -> List.of(mark.x(), mark.y()))
                .containsExactlyElementsOf(landscape.minima().stream()
                        .map(minimum -> List.of(minimum.point()[0], minimum.point()[1]))
                        .toList());
        assertThat(map.subtitle()).isEqualTo("L = " + landscape.formula());
        assertThat(LandscapeChart.of(landscape, new Limits(5, 6), new Limits(5, 6))
                        .marks())
                .as("no minimum there")
                .isEmpty();
    }

    @Test
    void aProblemOfAnotherSizeHasNoMap() {
        assertThatThrownBy(() -> LandscapeChart.of(Landscapes.parse("ackley:dimensions=3")))
                .hasMessage(
                        "ackley: a map needs a problem of 2 numbers, found 3; watch a rule on it instead, as in gradus trace adam --problem ackley");
    }

    /** The map of the whole has Rosenbrock's bounds, [−2, 2] × [−1, 3], at its edges. */
    @Test
    void thePathIsWhereItBelongs() {
        Trace trace = Trace.of(new Adam(), 0.05, new Rosenbrock(), 20);
        String html = TracePage.html(trace);
        Matcher clip = Pattern.compile(
                        "<clipPath id=\"whole-frame\"><rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\"")
                .matcher(html);
        assertThat(clip.find()).isTrue();
        double[] area = IntStream.rangeClosed(1, 4)
                .mapToDouble(i -> Double.parseDouble(clip.group(i)))
                .toArray();
        List<double[]> drawn = new WrittenPage(html).path(0);
        List<double[]> path = trace.path();
        assertThat(drawn).hasSameSizeAs(path);
        for (int t = 0; t < drawn.size(); t++) {
            assertThat(drawn.get(t)[0]).isCloseTo(area[0] + area[2] * (path.get(t)[0] + 2) / 4, within(0.2));
            assertThat(drawn.get(t)[1]).isCloseTo(area[1] + area[3] * (3 - path.get(t)[1]) / 4, within(0.2));
        }
    }

    @Test
    void thePageHasTheMapOfTheWholeAndThatOfThePathInBothThemes() {
        String html = TracePage.html(Trace.of(new Adam(), 0.05, new Rosenbrock(), 20));
        assertPage(html).contains("id=\"whole\"", "id=\"near\"", "id=\"zoom\"");
        assertThat(html.split("<div class=\"for-dark\"><svg", -1)).hasSize(3);
        assertThat(html.split("<div class=\"for-light\"><svg", -1)).hasSize(3);
    }

    private static List<double[]> path(double... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> new double[] {numbers[2 * i], numbers[2 * i + 1]})
                .toList();
    }
}
