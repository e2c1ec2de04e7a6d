package org.gradus.lecture.rates;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.range.Criterion;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTestResult;
import org.gradus.train.range.SweepPoint;
import org.gradus.view.Language;

/**
 * The usual range test of SGDM on digits, between whose bounds this chapter's schedules go.
 *
 * @param run what was tested
 * @param result what it saw
 */
record RangeStudy(RunSpec run, RangeTestResult result) {
    /** The study, made once for all figures. */
    static RangeStudy of(Workshop workshop) throws InterruptedException {
        return workshop.shared(RangeStudy.class, RangeStudy::make);
    }

    private static RangeStudy make(Workshop workshop) {
        RunSpec run = RunSpec.of("rule=sgdm");
        return new RangeStudy(run, new RunRecipe(run, workshop.shelf()).rangeTest(new RangeTest()));
    }

    /** {@return Smith's base, to two digits, as it is typed} */
    String base() {
        return RoundedDecimal.text(result.rates(Criterion.SMITH).base(), 2);
    }

    /** {@return Smith's maximum, to two digits, as it is typed} */
    String maximum() {
        return RoundedDecimal.text(result.rates(Criterion.SMITH).maximum(), 2);
    }
    /** {@return the curve, with a line at the largest rate that each criterion suggests} */
    Chart panel(Language language) {
        List<SweepPoint> points = result.points();
        double[] rates = points.stream().mapToDouble(SweepPoint::rate).toArray();
        ReferenceLine[] lines = Stream.of(Criterion.values())
                .map(criterion -> ReferenceLine.of(result.rates(criterion).maximum(), name(criterion, language))
                        .withColor(criterion.name()))
                .toArray(ReferenceLine[]::new);
        return LineChart.of(
                        language.of("range test: the rate rises from step to step", "範圍測試：學習率逐步提高"),
                        Axis.log(Term.LEARNING_RATE.in(language)).withLines(lines),
                        Axis.linear(Term.LOSS.in(language)).withLimits(0, 3.5),
                        Series.of(
                                        language.of("mini-batch", "小批次"),
                                        rates,
                                        points.stream()
                                                .mapToDouble(SweepPoint::loss)
                                                .toArray())
                                .withColor(Rules.color("sgdm"))
                                .withStyle(LineStyle.FAINT),
                        Series.of(
                                        language.of("smoothed", "平滑後"),
                                        rates,
                                        points.stream()
                                                .mapToDouble(SweepPoint::smoothedLoss)
                                                .toArray())
                                .withColor(Rules.color("sgdm")))
                .withLegend(LegendPlace.BOTTOM_LEFT);
    }

    private static String name(Criterion criterion, Language language) {
        return switch (criterion) {
            case STEEPEST_DESCENT -> language.of("steepest", "最陡");
            case MINIMUM_OVER_TEN -> language.of("minimum / 10", "最小值／10");
            case VALLEY -> language.of("valley", "谷中");
            case SMITH -> "Smith";
        };
    }
}
