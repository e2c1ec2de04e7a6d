package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.view.trace.WrittenPage.assertPage;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.chart.Limits;
import org.gradus.landscape.Bounds;
import org.gradus.landscape.Landscapes;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class PicturesTest {
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

    /** A tenth of the width, a twentieth of the height: the map around it is 0.1 · 1.2 as large, and as wide as high. */
    @Test
    void aSmallPathHasAMapOfItsOwn() {
        Region whole = Region.around(BOUNDS, List.of());
        Region near = whole.near(path(0, 1, 0.4, 1.2)).orElseThrow();
        assertThat(near.x().lower()).isCloseTo(0.2 - 0.24, within(1e-12));
        assertThat(near.x().upper()).isCloseTo(0.2 + 0.24, within(1e-12));
        assertThat(near.y().lower()).isCloseTo(1.1 - 0.24, within(1e-12));
        assertThat(near.y().upper()).isCloseTo(1.1 + 0.24, within(1e-12));
        assertThat(whole.near(path(0, 1, 0.9, 1.2))).isEmpty(); // large enough
        assertThat(whole.near(path(1, 1, 1, 1))).isEmpty(); // does not move
        assertThat(whole.near(path(0, 0, Double.NaN, 0))).isEmpty();
    }

    @Test
    void aFramePutsItsLimitsAtItsEdges() {
        Frame frame = new Frame(new Limits(-2, 2), new Limits(-1, 3), 50, 20, 400, 200);
        assertThat(frame.point(-2, -1)).containsExactly(50, 220);
        assertThat(frame.point(2, 3)).containsExactly(450, 20);
        assertThat(frame.point(-1.2, 1)).containsExactly(130, 120);
        assertThat(frame.point(Double.NaN, 1)).isNull();
        assertThat(frame.point(1, Double.NEGATIVE_INFINITY)).isNull();
        assertThat(frame.point(1e300, -1e300)).containsExactly(10_000, 10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 2, '−2 −1 0 1 2'",
        "0, 20, '0 5 10 15 20'",
        "-0.02, 0.031, '−0.02 −0.01 0 0.01 0.02 0.03'",
        "1e6, 9e6, '2000000 4000000 6000000 8000000'",
        "-1.7, 1.1, '−1.5 −1 −0.5 0 0.5 1'",
    })
    void ticksAreRound(double lower, double upper, String labels) {
        Frame frame = new Frame(new Limits(lower, upper), new Limits(0.1, 0.2), 50, 20, 400, 200);
        String svg = frame.axes("x", "y", y -> "");
        assertThat(matches("<text class=\"tick\"[^>]*text-anchor=\"middle\">([^<]*)</text>", svg))
                .containsExactly(labels.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "himmelblau", "ackley", "saddle"})
    void aLandscapeHasThirteenLinesItsMinimaAndTheStart(String name) {
        Trace trace = Trace.of(new Adam(), 0.05, Landscapes.named(name), 2);
        String svg = whole(trace);
        assertThat(matches("<path class=\"level\" stroke=\"hsl\\(212 \\d+% \\d+%\\)\" d=\"(M[-\\d. LMZ]+)\"/>", svg))
                .hasSize(13)
                .allMatch(line -> line.length() > 40);
        assertThat(svg.split("class=\"minimum\"", -1))
                .hasSize(1 + trace.landscape().minima().size());
        assertThat(svg.split("class=\"start\"", -1)).hasSize(2);
    }

    /** The map of Rosenbrock's bounds, [−2, 2] × [−1, 3], is 524 by 428 pixels large, from (58, 26) on. */
    @Test
    void pathStartAndMinimumAreWhereTheyBelong() {
        Trace trace = Trace.of(new Adam(), 0.05, new Rosenbrock(), 20);
        String html = TracePage.html(trace);
        assertPage(html).doesNotContain("leaves the picture");
        assertPage(html)
                .contains(
                        "<circle class=\"start\" cx=\"162.8\" cy=\"240\" r=\"7\"/>"); // 58 + 0.2 · 524; 26 + 0.5 · 428
        assertPage(html).contains("<path class=\"minimum\" transform=\"translate(451 240)\""); // 58 + 0.75 · 524
        List<double[]> drawn = new WrittenPage(html).path(0);
        List<double[]> path = trace.path();
        assertThat(drawn).hasSameSizeAs(path);
        for (int t = 0; t < drawn.size(); t++) {
            assertThat(drawn.get(t)[0]).isCloseTo(58 + 524 * (path.get(t)[0] + 2) / 4, within(0.051));
            assertThat(drawn.get(t)[1]).isCloseTo(26 + 428 * (3 - path.get(t)[1]) / 4, within(0.051));
        }
    }

    /** On a level line of a drawn map the loss is the same: a check of the whole way from the loss to the picture. */
    @Test
    void alongALevelLineTheLossIsTheSame() {
        Trace trace = Trace.of(new Adam(), 0.05, Landscapes.named("ill-conditioned"), 2);
        Limits x = new Limits(
                trace.landscape().bounds().lower()[0],
                trace.landscape().bounds().upper()[0]);
        for (String line : matches("<path class=\"level\" stroke=\"[^\"]*\" d=\"([^\"]*)\"/>", whole(trace))) {
            List<Double> losses = Stream.of(line.split("[MLZ]+"))
                    .filter(point -> !point.isEmpty())
                    .map(point -> point.split(" "))
                    .map(point -> trace.landscape()
                            .value(
                                    new double[] {
                                        x.lower() + (Double.parseDouble(point[0]) - 58) / 524 * (x.upper() - x.lower()),
                                        x.upper() - (Double.parseDouble(point[1]) - 26) / 428 * (x.upper() - x.lower())
                                    },
                                    1))
                    .toList();
            double mean = losses.stream().mapToDouble(loss -> loss).average().orElseThrow();
            assertThat(losses).allMatch(loss -> Math.abs(loss - mean) < 0.05 * mean + 0.02);
        }
    }

    private static String whole(Trace trace) {
        Region region = Region.around(trace.landscape().bounds(), trace.path());
        Walk walk = new Walk(trace, "adam", "#1f6ed4", 0);
        return new ContourMap(trace.landscape(), region).svg(List.of(walk), new PageData(), "whole");
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<double[]> path(double... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToObj(i -> new double[] {numbers[2 * i], numbers[2 * i + 1]})
                .toList();
    }
}
