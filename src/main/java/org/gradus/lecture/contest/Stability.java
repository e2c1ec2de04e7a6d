package org.gradus.lecture.contest;

import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.duel.Trial;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 8: how much the learning rate matters to Adam and to SGDM, and how much the seed.
 *
 * @param study the duel
 * @param adam the rates within a point of Adam's best validation accuracy
 * @param sgdm those of SGDM
 */
public record Stability(ContestStudy study, GoodRates adam, GoodRates sgdm) implements Figure {

    /**
     * {@return the figure}
     *
     * @param workshop where the duel is shared
     * @throws InterruptedException if somebody asked to stop
     */
    static Stability of(Workshop workshop) throws InterruptedException {
        ContestStudy study = workshop.shared(ContestStudy.class, ContestStudy::of);
        return new Stability(
                study,
                study.result().goodRates(study.adam().tuned()).orElseThrow(),
                study.result().goodRates(study.sgdm().tuned()).orElseThrow());
    }

    /** Whether one of the ranges is wider, whatever lies between the rates that were tried. */
    boolean rangesDiffer() {
        return adam.factor() > sgdm.factorAtMost() || sgdm.factor() > adam.factorAtMost();
    }

    /** Test accuracies of a side less their median, in points. */
    double[] aroundMedian(ContestStudy.Side side) {
        double median = study.median(Aspect.TEST, side);
        return ContestStudy.numbers(
                side.runs(), run -> 100 * run.test().orElseThrow().accuracy() - median);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                        "Good rates span a factor of %s for Adam and %s for SGDM; %s", "好的學習率範圍：Adam %s 倍，SGDM %s 倍；%s")
                .formatted(
                        Numbers.fixed(adam.factor(), 1),
                        Numbers.fixed(sgdm.factor(), 1),
                        study.verdict(Aspect.SPREAD, language));
        return Panels.of(title, 2, sensitivity(language), spread(language)).withSubtitle(study.conditions(language));
    }

    private Chart sensitivity(Language language) {
        double lowest = study.sides().stream()
                .flatMap(side -> side.losses().stream())
                .mapToDouble(Quartiles::lower)
                .filter(Double::isFinite)
                .min()
                .orElseThrow();
        List<Series> lines = new ArrayList<>();
        study.sides()
                .forEach(side ->
                        lines.add(side.line(ContestStudy.numbers(side.byRate(), Trial::learningRate), side.losses())));
        lines.add(study.adam().bar(adam, lowest * 0.8));
        lines.add(study.sgdm().bar(sgdm, lowest * 0.7));
        return LineChart.of(
                language.of("over the learning rate; bars below: good rates", "隨學習率的變化；下方橫線：好的學習率"),
                Axis.log(Term.LEARNING_RATE.in(language)),
                Axis.log(Term.VALIDATION_LOSS.in(language)),
                lines.toArray(Series[]::new));
    }

    private Chart spread(Language language) {
        return IntervalChart.of(
                language.of("test accuracy over the seeds", "各種子的測試準確率"),
                Axis.linear(language.of("points from the median", "與中位數相差的百分點")).withLines(ReferenceLine.of(0, "")),
                study.sides().stream().map(this::row).toArray(IntervalChart.Row[]::new));
    }

    private IntervalChart.Row row(ContestStudy.Side side) {
        double[] values = aroundMedian(side);
        Quartiles middle = Quartiles.of(values);
        return IntervalChart.Row.of(side.name(), middle.median(), middle.lower(), middle.upper(), values)
                .withColor(side.color());
    }

    @Override
    public String caption(Language language) {
        return language.of(
                                "The slide calls Adam unstable and SGDM stable. A rate is good if its validation accuracy is within a point of the best: %s to %s for Adam, %s to %s for SGDM; which range is wider is %s, since only the rates that were tried are known. At the right the middle half of the seeds. ",
                                "投影片說 Adam 不穩定，SGDM 穩定。驗證準確率與最佳值相差一個百分點以內，就算好的學習率：Adam 是 %s 到 %s，SGDM 是 %s 到 %s；哪個範圍較寬%s，因為只知道試過的值。右圖的橫線是中間一半的種子。")
                        .formatted(
                                Numbers.text(adam.lowest()),
                                Numbers.text(adam.highest()),
                                Numbers.text(sgdm.lowest()),
                                Numbers.text(sgdm.highest()),
                                rangesDiffer() ? language.of("clear", "很清楚") : language.of("not decided", "未有定論"))
                + study.budget(language);
    }

    @Override
    public List<RunSpec> runs() {
        return study.runs();
    }
}
