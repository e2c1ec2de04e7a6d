package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.view.trace.WrittenPage.assertPage;

import java.util.List;
import org.gradus.chart.Theme;
import org.gradus.landscape.IllConditioned;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AmsGrad;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Divergence;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.gradus.view.Markup;
import org.gradus.view.Numbers;
import org.junit.jupiter.api.Test;

@InEveryLocale
class DivergencePageTest {
    private static final Landscape PROBLEM = new IllConditioned(3, 10);

    @Test
    void itSaysWhereTheyPartAndWhy() {
        Divergence divergence =
                divergence(new RuleWithRate(new Sgdm(), 0.01), new RuleWithRate(new Sgdm(0.8), 0.01), PROBLEM);
        String html = DivergencePage.html(divergence);
        assertPage(html)
                .contains("<title>sgdm and sgdm′ on ill-conditioned</title>")
                .contains("sgdm: η = 0.01, λ = 0.9; sgdm′: η = 0.01, λ = 0.8</p>")
                .contains("They part at <a href=\"#step=2\">step 2</a>, first in <math")
                .contains("<b>" + divergence.parting().orElseThrow().why() + "</b>")
                .contains("After 5 steps they are " + Numbers.text(divergence.distance()) + " apart.");
    }

    @Test
    void rulesThatDoNotPartAreSaidNotTo() {
        assertPage(DivergencePage.html(
                        divergence(new RuleWithRate(new Sgd(), 0.01), new RuleWithRate(new Sgd(), 0.01), PROBLEM)))
                .contains("<p class=\"parting\">They do not part. After 5 steps they are 0 apart.</p>");
    }

    @Test
    void eachPathHasItsRulesColor() {
        String html = DivergencePage.html(
                divergence(new RuleWithRate(new Adam(), 0.05), new RuleWithRate(new Sgdm(), 0.01), PROBLEM));
        for (String rule : List.of("adam", "sgdm")) {
            String colors = "style=\"--light: %s; --dark: %s\""
                    .formatted(Rules.color(rule), Theme.DARK.drawn(Rules.color(rule)));
            assertPage(html)
                    .contains("<span class=\"key\" " + colors + ">" + rule + "</span>")
                    .contains("<g " + colors + ">\n<polyline class=\"halo\" data-path=\"");
        }
    }

    /** The parting of Adam and AMSGrad, whose first steps differ in the correction of m. */
    @Test
    void thePartingIsMarkedOnBothPathsOfTheMap() {
        Landscape problem = new Rosenbrock();
        Divergence divergence =
                divergence(new RuleWithRate(new Adam(), 0.05), new RuleWithRate(new AmsGrad(), 0.05), problem);
        String html = DivergencePage.html(divergence);
        assertPage(html).contains("<span class=\"ring\">where they part</span>");
        int step = (int) divergence.parting().orElseThrow().step();
        WrittenPage page = new WrittenPage(html);
        for (int path : List.of(0, 1)) {
            double[] point = page.path(path).get(step);
            assertPage(html)
                    .contains("<circle class=\"marked\" cx=\"%s\" cy=\"%s\" r=\"11\"/>"
                            .formatted(Markup.place(point[0]), Markup.place(point[1])));
        }
    }

    /** Rows: the loss, g_{t−1} with three coordinates, η, m_t, θ_t, Δθ_t and η̃_t, which both have; then Adam's v_t, m̂_t and v̂_t. */
    @Test
    void theTableHasTheNumbersOfBothToTheLastBitAndNoneWhereARuleLacksTheSymbol() {
        double[] start = {1, 2, 3};
        Divergence divergence = Divergence.from(
                start, new RuleWithRate(new Sgdm(), 0.01), new RuleWithRate(new Adam(), 0.05), PROBLEM, 5);
        WrittenPage page = new WrittenPage(DivergencePage.html(divergence));
        List<Trace> traces = List.of(
                Trace.from(start, new RuleWithRate(new Sgdm(), 0.01), PROBLEM, 5),
                Trace.from(start, new RuleWithRate(new Adam(), 0.05), PROBLEM, 5));
        List<String> symbols =
                List.of("g_{t−1}", "η", "m_t", "θ_t", Trace.MOVEMENT, Trace.EFFECTIVE_STEP, "v_t", "m̂_t", "v̂_t");
        List<int[]> cells = page.cells();
        for (int rule = 0; rule < 2; rule++) {
            for (TraceStep step : traces.get(rule).steps()) {
                assertThat(page.value(cells.get(rule)[0], step.t())).containsExactly(step.loss());
                int row = 1;
                for (String symbol : symbols) {
                    int[] cell = cells.get(2 * row + rule);
                    assertThat(cell[1]).isZero();
                    assertThat(page.value(cell[0], step.t()))
                            .as(symbol)
                            .isEqualTo(step.values().get(symbol));
                    row += symbol.equals("η") ? 1 : 3;
                }
                assertThat(cells).hasSize(2 * row);
            }
        }
    }

    private static Divergence divergence(RuleWithRate first, RuleWithRate second, Landscape problem) {
        return Divergence.of(first, second, problem, 5);
    }
}
