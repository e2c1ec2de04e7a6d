package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gradus.chart.Chart;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.graph.Graph;
import org.gradus.landscape.Ackley;
import org.gradus.landscape.Beale;
import org.gradus.landscape.Reddi;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Cosine;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Divergence;
import org.gradus.trace.Trace;
import org.gradus.view.trace.DivergencePage;
import org.gradus.view.trace.TraceChart;
import org.gradus.view.trace.TraceJson;
import org.gradus.view.trace.TracePage;
import org.gradus.view.trace.TraceTable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever writes text for machines writes it with the digits 0 to 9 and with points, wherever it runs. */
@InEveryLocale
class MachineTextTest {
    private static final Trace TRACE = Trace.of(new Adam(), 0.05, new Beale(), 12);

    static Stream<Named<Supplier<String>>> writers() {
        Graph graph = Graph.of(
                new Parameter("w", Tensor.of(1.5, -2500)).value().mul(0.25).sum());
        RuleWithRate adam = new RuleWithRate(new Adam(), 0.05);
        RuleWithRate sgdm = new RuleWithRate(new Sgdm(), 0.001);
        return Stream.of(
                writer("trace page", () -> TracePage.html(TRACE)),
                writer("trace page with curves", () -> TracePage.html(Trace.of(new Adam(), 0.05, new Ackley(12), 12))),
                writer("diff page", () -> DivergencePage.html(Divergence.of(adam, sgdm, new Beale(), 12))),
                writer("trace json", () -> TraceJson.json(TRACE)),
                writer("trace csv", () -> TraceTable.csv(TRACE)),
                writer("trace text", () -> TraceTable.text(TRACE)),
                writer(
                        "trace text of a rate that changes",
                        () -> TraceTable.text(
                                Trace.of(new RuleWithRate(new Adam(), new Cosine(0.1, 0.0125, 12)), new Beale(), 12))),
                writer("map svg", () -> svg(TraceChart.of(List.of(TRACE)))),
                writer("regret svg", () -> svg(TraceChart.of(List.of(Trace.of(new Adam(), 0.05, new Reddi(), 12))))),
                writer("schedule svg", () -> svg(ScheduleChart.of(new Cosine(0.1, 0, 1000), 1000))),
                writer("graph dot", graph::dot),
                writer("graph mermaid", graph::mermaid),
                writer("graph svg", graph::svg),
                writer("graph tree", graph::tree));
    }

    private static String svg(Chart chart) {
        return Charts.svg(chart, Theme.LIGHT, 600, 400, Map.of());
    }

    private static Named<Supplier<String>> writer(String name, Supplier<String> writer) {
        return Named.of(name, writer);
    }

    @ParameterizedTest
    @MethodSource("writers")
    void digitsAreTheSameEverywhere(Supplier<String> writer) {
        String text = writer.get();
        assertThat(text).containsPattern("[0-9]");
        assertThat(text.codePoints().filter(c -> Character.isDigit(c) && (c < '0' || c > '9')))
                .isEmpty();
        assertThat(text).doesNotContain("٫", "٬").doesNotContainPattern("viewBox=\"[^\"]*,");
    }
}
