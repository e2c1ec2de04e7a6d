package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Mark;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.landscape.Ackley;
import org.gradus.landscape.Beale;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Reddi;
import org.gradus.landscape.Rosenbrock;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.schedule.Cosine;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.junit.jupiter.api.Test;

@InEveryLocale
class TraceChartTest {
    private static Trace trace(UpdateRule rule, double rate, Landscape landscape) {
        return Trace.of(rule, rate, landscape, 30);
    }

    @Test
    void pathsOfSeveralRulesAreOnOneMap() {
        Trace sgd = trace(new Sgd(), 0.001, new Beale());
        Trace adam = trace(new Adam(0.8, 0.999, 1e-8), 0.05, new Beale());
        ContourChart chart = (ContourChart) TraceChart.of(List.of(sgd, adam));
        assertThat(chart.title()).isEqualTo("SGD and Adam on Beale");
        assertThat(chart.subtitle())
                .isEqualTo("L = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)² from (1, 1), 30 steps");
        assertThat(chart.paths())
                .extracting(Series::name)
                .containsExactly("SGD, η = 0.001", "Adam, β1 = 0.8, η = 0.05");
        assertThat(chart.paths()).extracting(Series::color).containsExactly(Rules.color("sgd"), Rules.color("adam"));
        assertThat(chart.marks()).contains(Mark.start(1, 1), Mark.minimum(3, 0.5));
        assertThat(chart.paths().get(1).points())
                .containsExactlyElementsOf(adam.path().stream()
                        .map(point -> Point.of(point[0], point[1]))
                        .toList());
    }

    @Test
    void oneRuleTwiceHasTwoColorsAndAScheduleItsName() {
        RuleWithRate cosine = new RuleWithRate(new Adam(), new Cosine(0.05, 0, 30));
        ContourChart chart = (ContourChart)
                TraceChart.of(List.of(trace(new Adam(), 0.05, new Beale()), Trace.of(cosine, new Beale(), 30)));
        assertThat(chart.title()).isEqualTo("Adam on Beale");
        assertThat(chart.paths()).extracting(Series::color).doesNotHaveDuplicates();
        assertThat(chart.paths()).extracting(Series::name).containsExactly("Adam, η = 0.05", "Adam, cosine");
    }

    @Test
    void aPathThatDivergesEndsWhereItIsAPlace() {
        ContourChart chart = (ContourChart) TraceChart.of(List.of(trace(new Sgd(), 0.01, new Rosenbrock())));
        assertThat(chart.paths().get(0).points())
                .hasSizeLessThan(31)
                .allMatch(point -> Math.abs(point.y()) < 1e100 && Double.isFinite(point.y()));
    }

    @Test
    void withoutAMapThereAreLossesAndOfAChangingProblemTheRegret() {
        LineChart losses = (LineChart) TraceChart.of(List.of(trace(new Adam(), 0.05, new Ackley(5))));
        assertThat(losses.y()).isEqualTo(Axis.linear("loss"));
        Trace adam = trace(new Adam(), 0.05, new Reddi());
        LineChart regret = (LineChart) TraceChart.of(List.of(adam));
        assertThat(regret.y()).isEqualTo(Axis.linear("regret / t"));
        assertThat(regret.title()).isEqualTo("Adam on Reddi");
        assertThat(regret.legend()).isEqualTo(LegendPlace.LINE_ENDS);
        assertThat(regret.series()).extracting(Series::color).containsExactly(Rules.color("adam"));
        assertThat(regret.series().get(0).points())
                .extracting(Point::y)
                .containsExactlyElementsOf(adam.averageRegret());
    }

    @Test
    void whatCannotBeDrawnTogetherIsRefused() {
        List<Trace> two = List.of(trace(new Adam(), 0.05, new Beale()), trace(new Adam(), 0.05, new Rosenbrock()));
        assertThatThrownBy(() -> TraceChart.of(two))
                .hasMessage(
                        "trace chart: found rosenbrock from (-1.2, 1) beside beale from (1, 1); give traces on one problem from one start");
        assertThatThrownBy(() -> TraceChart.of(List.<Trace>of()))
                .hasMessage("trace chart: there is no trace to draw; give at least one");
        Chart one = TraceChart.of(List.of(trace(new Adam(), 0.05, new Beale())));
        assertThat(one.title()).isEqualTo("Adam on Beale");
    }
}
