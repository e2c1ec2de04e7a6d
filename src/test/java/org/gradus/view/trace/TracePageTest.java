package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.view.trace.WrittenPage.assertPage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.landscape.Ackley;
import org.gradus.landscape.GradientTable;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Reddi;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class TracePageTest {
    private static final Trace ADAM = Trace.of(new Adam(), 0.05, new Rosenbrock(), 20);
    private static final String PAGE = TracePage.html(ADAM);

    static Stream<Named<Trace>> traces() {
        return Traces.all();
    }

    @Test
    void thePageRefersToNothingOutsideItself() {
        String page = PAGE.replaceAll("xmlns(:xlink)?=\"[^\"]*\"", ""); // names, which nobody opens
        assertPage(page).doesNotContain("http", "src=", "@import", "//cdn", "<link", "<iframe", "fetch(", "XMLHttp");
        assertPage(PAGE.replace("url(#", "")).doesNotContain("url(");
        assertThat(attributes("href", PAGE)).isEmpty();
        assertPage(PAGE)
                .startsWith("<!DOCTYPE html>")
                .contains("<meta charset=\"utf-8\">")
                .endsWith("</html>\n");
    }

    @Test
    void itSaysWhatIsTraced() {
        assertPage(PAGE)
                .contains("<title>adam on rosenbrock</title>", "<h1>adam on rosenbrock</h1>")
                .contains("L = (1 − x)² + 100 (y − x²)² from (−1.2, 1), with η = 0.05, β1 = 0.9, β2 = 0.999, ε = 1e−8<")
                .contains("max=\"20\"", "of 20</output>", "<span class=\"initial\">");
    }

    @Test
    void everyIdIsThereOnce() {
        assertThat(attributes("id", PAGE))
                .doesNotHaveDuplicates()
                .contains("step", "t", "play", "loss", "coordinate", "zoom", "data");
    }

    /** Every symbol in every table, in the order of computation, and below it the numbers of the trace to the last bit. */
    @ParameterizedTest
    @MethodSource("traces")
    void theTablesNumbersAreTheTracesToTheLastBit(Trace trace) {
        WrittenPage page = WrittenPage.withoutPicture(trace);
        List<String> symbols = List.copyOf(trace.symbols());
        List<List<int[]>> cells = bySymbol(page.cells(), symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            for (TraceStep step : trace.steps()) {
                double[] expected = step.values().get(symbols.get(i));
                double[] found = page.value(cells.get(i).get(0)[0], step.t());
                assertThat(found).as("%s at step %d", symbols.get(i), step.t()).isEqualTo(expected);
            }
            assertThat(cells.get(i)).hasSize(Column.sizes(trace).get(symbols.get(i)));
        }
    }

    /** The cells of each symbol, which stand below each other, in the order of the series' first cells. */
    private static List<List<int[]>> bySymbol(List<int[]> cells, int symbols) {
        List<Integer> series = cells.stream().map(cell -> cell[0]).distinct().toList();
        assertThat(series).hasSize(symbols);
        return series.stream()
                .map(number -> cells.stream().filter(cell -> cell[0] == number).toList())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theLossIsTheTracesToTheLastBit(Trace trace) {
        String html = TracePage.html(trace);
        int series = Integer.parseInt(Pattern.compile("id=\"loss\" data-s=\"(\\d+)\"")
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        WrittenPage page = new WrittenPage(html);
        trace.steps().forEach(step -> assertThat(page.value(series, step.t())).isEqualTo(new double[] {step.loss()}));
    }

    @Test
    void namesAreEscapedAndCannotEndTheScript() {
        WrittenRule rule = new WrittenRule("<b>&\"</script>");
        String html = TracePage.html(Trace.of(rule, 0.05, new IllConditioned(3, 10), 2));
        assertPage(html)
                .contains("<title>&lt;b&gt;&amp;&quot;&lt;/script&gt; on ill-conditioned</title>")
                .doesNotContain("<b>&");
        assertThat(html.split("</script>", -1)).hasSize(3); // the data's and the script's
    }

    @Test
    void aLongPathHasOneDotAtItsEndAShortOneADotAtEachStep() {
        assertPage(PAGE).contains("class=\"dots\"");
        String html = TracePage.html(Trace.of(new Adam(), 0.02, new Rosenbrock(), 1000));
        assertPage(html).doesNotContain("class=\"dots\"").contains("class=\"head\"");
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_500_000);
        assertThat(new WrittenPage(html).path(0)).hasSize(1001);
    }

    @Test
    void onThePlaneLinesShowVectorsOrACoordinate() {
        assertPage(PAGE)
                .contains("<option value=\"all\">all, as vectors</option>"
                        + "<option value=\"0\">x</option><option value=\"1\">y</option></select>");
    }

    @Test
    void ofManyCoordinatesTheFirstTenAreShown() {
        Trace trace = Trace.of(new Adam(), 0.05, new Ackley(12), 2);
        String html = TracePage.html(trace);
        assertPage(html)
                .contains("<option value=\"9\">x₁₀</option></select>", "θ, its first 10 coordinates")
                .doesNotContain("x₁₁", "<option value=\"all\">", "id=\"whole\"");
        WrittenPage page = new WrittenPage(html);
        assertThat(page.value(page.cells().get(0)[0], 1))
                .containsExactly(Arrays.copyOf(trace.steps().get(0).values().get("g_{t−1}"), 10));
    }

    @Test
    void ofOneCoordinateThereIsNoChoice() {
        assertPage(TracePage.html(Traces.projected()))
                .contains("1010x if t mod 101 = 1, else −10x from 0, with")
                .doesNotContain("id=\"coordinate\"", "id=\"whole\"");
    }

    @Test
    void aLandscapeThatChangesHasNoMap() {
        GradientTable table = new GradientTable(new double[][] {{1, 0}, {0, 1}});
        assertPage(TracePage.html(Trace.of(new Adam(), 0.05, table, 3))).doesNotContain("id=\"whole\"");
        assertPage(PAGE).contains("id=\"whole\"");
    }

    @Test
    void curvesShowThetaAndTheLossOverTheSteps() {
        WrittenPage page = new WrittenPage(TracePage.html(Traces.projected()));
        List<double[]> theta = page.path(0);
        List<double[]> loss = page.path(1);
        assertThat(theta).hasSize(5).doesNotContainNull();
        assertThat(loss.get(0)).isNull(); // no step led to the start
        for (List<double[]> path : List.of(theta, loss.subList(1, 5))) { // places are to a tenth of a pixel
            double first = path.get(1)[0] - path.get(0)[0];
            assertThat(first).isPositive();
            assertThat(IntStream.range(1, path.size()).mapToDouble(t -> path.get(t)[0] - path.get(t - 1)[0]))
                    .allSatisfy(distance -> assertThat(distance).isCloseTo(first, within(0.11)));
        }
        assertThat(theta.get(1)[1]).isGreaterThan(theta.get(0)[1]); // θ falls from 0 to −1, the picture's y grows
        assertThat(theta.get(2)[1]).isLessThan(theta.get(0)[1]);
    }

    @Test
    void ofAProblemThatChangesTheRegretIsDrawn() {
        assertPage(TracePage.html(Trace.of(new Adam(), 0.05, new Reddi(), 5)))
                .contains("Average regret against the best fixed point");
        assertPage(PAGE).doesNotContain("regret");
    }

    @Test
    void pointsBeyondEveryAxisAreNotDrawn() {
        WrittenPage page = new WrittenPage(TracePage.html(Traces.diverging()));
        List<double[]> theta = page.path(0);
        assertThat(theta.get(0)).isNotNull();
        assertThat(theta.subList(1, theta.size())).containsOnlyNulls();
    }

    @Test
    void lossesThatSpanPowersOfTenAreDrawnByThem() {
        Trace trace = Trace.of(new Sgd(), 0.1, new IllConditioned(3, 10), 40);
        List<double[]> loss = new WrittenPage(TracePage.html(trace)).path(3);
        double first = Math.log10(trace.steps().get(0).loss());
        double middle = Math.log10(trace.steps().get(19).loss());
        double last = Math.log10(trace.steps().get(39).loss());
        assertThat((loss.get(20)[1] - loss.get(1)[1]) / (loss.get(40)[1] - loss.get(1)[1]))
                .isCloseTo((middle - first) / (last - first), within(0.002)); // places are to 0.1 of some 200 pixels
    }

    @Test
    void thePagesScriptKnowsEveryElementItAsksFor() {
        Set<String> asked = Set.copyOf(Pattern.compile("getElementById\\(\"(\\w+)\"\\)")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .toList());
        assertThat(attributes("id", PAGE)).containsAll(asked);
    }

    private static List<String> attributes(String name, String html) {
        return Pattern.compile("\\s" + name + "=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
