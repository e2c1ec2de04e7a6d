package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.rule.RAdam;
import org.gradus.testing.Browser;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser, at {@code #step=7} and after some keys: Chromium or Chrome; skipped where none is installed.
 *
 * <p>A script at the end of the page presses the keys and writes down what the page shows after each.
 */
class MicroscopeInBrowserTest {
    private static final Trace TRACE = Trace.of(new RAdam(), 0.0005, new Rosenbrock(), 12);

    private static final String VISITOR = """
            <script>
            const seen = [];
            const text = query => document.querySelector(query).textContent;
            function note() {
              const applied = [...document.querySelectorAll(".line")].map(line => line.classList.contains("idle") ? "0" : "1");
              const head = document.querySelector("circle.head");
              seen.push({
                step: text("#t"), slider: document.getElementById("step").value, loss: text("#loss"), address: location.hash,
                cells: [...document.querySelectorAll("td")].map(cell => cell.textContent),
                lines: applied.join(""),
                theta: [...document.querySelectorAll(".line")].pop().querySelector(".right.numbers").textContent,
                head: head.getAttribute("cx") + " " + head.getAttribute("cy"),
                points: document.querySelector("polyline").getAttribute("points").split(" ").length,
                wide: document.documentElement.scrollWidth > document.documentElement.clientWidth
              });
            }
            function press(key) { document.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true})); }
            function choose(coordinate) {
              const choice = document.getElementById("coordinate");
              choice.value = coordinate;
              choice.dispatchEvent(new Event("change"));
            }
            note();
            choose("0"); note();
            choose("1"); press("ArrowRight"); note();
            press("ArrowLeft"); press("ArrowLeft"); press("ArrowLeft"); press("ArrowLeft"); note();
            press("End"); press("ArrowRight"); note();
            press("Home"); press("ArrowLeft"); note();
            const slider = document.getElementById("step");
            slider.value = 5; slider.dispatchEvent(new Event("input")); note();
            const out = document.createElement("pre");
            out.id = "seen";
            out.textContent = JSON.stringify(seen);
            document.body.append(out);
            </script>
            </body>
            """;

    private static List<JsonObject> seen;

    @BeforeAll
    static void openThePage(@TempDir Path folder) throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Files.writeString(page, TracePage.html(TRACE).replace("</body>\n", VISITOR));
        URI seventh = URI.create(page.toUri() + "#step=7");
        seen = new ArrayList<>();
        Browser.open(seventh, folder.resolve("browser"), "--window-size=1280,800")
                .json()
                .getAsJsonArray()
                .forEach(element -> seen.add(element.getAsJsonObject()));
    }

    @Test
    void theAddressOpensAtItsStepAndFollowsIt() {
        assertThat(seen).extracting(at -> at.get("step").getAsInt()).containsExactly(7, 7, 8, 4, 12, 1, 5);
        assertThat(seen).allSatisfy(at -> {
            assertThat(at.get("address").getAsString())
                    .isEqualTo("#step=" + at.get("step").getAsString());
            assertThat(at.get("slider").getAsString()).isEqualTo(at.get("step").getAsString());
        });
    }

    /** Java and JavaScript both round to the nearest of six significant digits. */
    @Test
    void theTableAndTheLossHaveTheStepsNumbers() {
        for (JsonObject at : seen) {
            TraceStep step = TRACE.steps().get(at.get("step").getAsInt() - 1);
            assertThat(at.get("loss").getAsString()).isEqualTo(shown(step.loss()));
            assertThat(at.getAsJsonArray("cells").asList())
                    .extracting(cell -> cell.getAsString())
                    .containsExactlyInAnyOrderElementsOf(Column.of(TRACE).stream()
                            .map(column -> column.at(step) == null ? "" : shown(column.at(step)))
                            .toList());
        }
    }

    /** RAdam's θ_t = θ_{t−1} − η r_t / (√v̂_t + ε) m̂_t, the last line, in the chosen coordinate, five digits each. */
    @Test
    void theLineShowsTheChosenCoordinatesNumbers() {
        assertThat(seen.get(1).get("theta").getAsString()).isEqualTo(theta(7, 0));
        assertThat(seen.get(2).get("theta").getAsString()).isEqualTo(theta(8, 1));
        assertThat(seen.get(6).get("theta").getAsString()).isEqualTo(theta(5, 1));
        String both = seen.get(0).get("theta").getAsString();
        assertThat(both)
                .contains(five("θ_t", 7, 0) + five("θ_t", 7, 1))
                .contains(five("m̂_t", 7, 0) + five("m̂_t", 7, 1));
    }

    private static String theta(int t, int coordinate) {
        String before = five("θ_t", t - 1, coordinate);
        String mean = five("m̂_t", t, coordinate);
        return before + "−0.0005·" + five("r_t", t, 0) + five("v̂_t", t, coordinate) + "+10−8·"
                + (mean.startsWith("−") ? "(" + mean + ")" : mean) + "=" + five("θ_t", t, coordinate);
    }

    /** Five significant digits, of numbers that need no power of ten. */
    private static String five(String symbol, int t, int coordinate) {
        double[] value = TRACE.steps().get(t - 1).values().get(symbol);
        String digits = new BigDecimal(value[value.length == 1 ? 0 : coordinate])
                .round(new MathContext(5))
                .stripTrailingZeros()
                .toPlainString();
        return digits.replace('-', '−');
    }

    /** ρ_∞, m_t, v_t, m̂_t, v̂_t, ρ_t; r_t; θ_t where ρ_t ≤ 4, up to step 4; θ_t from then on. */
    @Test
    void theLinesThatDoNotApplyAreDimmed() {
        assertThat(seen)
                .allSatisfy(at -> assertThat(at.get("lines").getAsString())
                        .isEqualTo("111111" + (at.get("step").getAsInt() <= 4 ? "010" : "101")));
    }

    @Test
    void thePathGrowsWithTheStepsAndItsHeadIsItsEnd() {
        List<double[]> path = new WrittenPage(TracePage.html(TRACE)).path(0);
        for (JsonObject at : seen) {
            int t = at.get("step").getAsInt();
            assertThat(at.get("points").getAsInt()).isEqualTo(t + 1);
            String[] head = at.get("head").getAsString().split(" ");
            assertThat(Double.parseDouble(head[0])).isCloseTo(path.get(t)[0], within(0.001));
            assertThat(Double.parseDouble(head[1])).isCloseTo(path.get(t)[1], within(0.001));
        }
    }

    @Test
    void nothingIsWiderThanAWindowOf1280Pixels() {
        assertThat(seen).noneMatch(at -> at.get("wide").getAsBoolean());
    }

    private static String shown(double number) {
        return Numbers.text(number).replace('-', '−');
    }
}
