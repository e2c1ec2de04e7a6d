package org.gradus.lecture.warmup;

import java.util.ArrayList;
import java.util.List;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.Series;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 22: RAdam against Adam, with a warm-up and without, each at the best of the same rates, and what each makes of rates that are too large.
 *
 * @param trials runs of all three at all rates
 */
public record RadamVsAdam(RateTrials trials) implements Figure {
    /** {@return the figure: Adam's usual rate, and such as are smaller and larger by factors of 4} */
    static RadamVsAdam of(Workshop workshop) throws InterruptedException {
        return new RadamVsAdam(RateTrials.of(workshop));
    }

    /** {@return how many times Adam's loss that of RAdam is at the largest rate} */
    double gain() {
        return RateTrials.loss(trials.largest(0)).median()
                / RateTrials.loss(trials.largest(2)).median();
    }

    @Override
    public List<RunSpec> runs() {
        return trials.results().runs().stream().map(RunResult::spec).toList();
    }

    @Override
    public Chart chart(Language language) {
        List<Series> courses = new ArrayList<>();
        List<Series> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            courses.add(look(
                    i,
                    Bands.byEpoch(
                            name(i, language),
                            trials.best(i),
                            epoch -> epoch.onTraining().loss())));
            double[] rates =
                    trials.byRate(i).stream().mapToDouble(RateTrials::rate).toArray();
            ends.add(look(
                    i,
                    Bands.of(
                            name(i, language),
                            rates,
                            trials.byRate(i).stream().map(RateTrials::loss).toList())));
        }
        String title = language.of(
                "Adam needs no warm-up here; at too large a rate RAdam's loss is %s times lower",
                "這裡的 Adam 不需要暖身；學習率太大時，RAdam 的損失只有 Adam 的 1/%s");
        Axis epoch = Axis.linear(Term.EPOCH.in(language));
        Axis rate = Axis.log(Term.LEARNING_RATE.in(language));
        Axis loss = Axis.log(Term.TRAINING_LOSS.in(language));
        return Panels.of(
                        title.formatted(Numbers.fixed(gain(), 1)),
                        2,
                        panel(language.of("each at its best rate", "各用最佳的學習率"), epoch, loss, courses),
                        panel(language.of("in the end, at each rate", "訓練結束時，各種學習率"), rate, loss, ends))
                .withSharing(Panels.Sharing.Y)
                .withSubtitle(language.of(
                                "digits, MLP 64 – 64 – 10 with batch normalization; median and quartiles over %s seeds",
                                "digits，MLP 64 – 64 – 10，批次標準化；%s 個亂數種子的中位數與四分位數")
                        .formatted(trials.best(0).runs().size()));
    }

    private static Chart panel(String title, Axis x, Axis y, List<Series> lines) {
        return LineChart.of(title, x, y, lines.toArray(Series[]::new)).withLegend(LegendPlace.OUTSIDE);
    }

    private static String name(int contender, Language language) {
        return Rules.written(contender == 2 ? "radam" : "adam")
                + (contender == 1 ? language.of(" with warm-up", "，有暖身") : "");
    }

    private static Series look(int contender, Series line) {
        return line.withColor(Rules.color(contender == 2 ? "radam" : "adam"))
                .withStyle(contender == 1 ? LineStyle.DASHED : LineStyle.SOLID);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: RAdam does without a warm-up what Adam does with one. Each at the best of %s rates, Adam ends at a training loss of %s, with a warm-up over %s updates at %s, RAdam at %s: in %s epochs what begins slowly stays behind. Too large a rate is another matter: at η = %s RAdam has %s, Adam with a warm-up %s and without %s, but nothing good comes of any; over 100 updates, tried first, warm-up did not help Adam there.",
                        "投影片：RAdam 不用暖身，就有 Adam 加暖身的效果。各取 %s 個學習率中最好的：Adam 的訓練損失降到 %s，加上 %s 次更新的暖身是 %s，RAdam 是 %s；只訓練 %s 個週期，起步慢的就落後。學習率太大時則不同：η = %s 時 RAdam 是 %s，Adam 有暖身是 %s，沒有暖身是 %s，但都不好；最初試的 100 次更新的暖身，對 Adam 也沒有幫助。")
                .formatted(
                        trials.byRate(0).size(),
                        digits(trials.best(0)),
                        RateTrials.WARM_UP,
                        digits(trials.best(1)),
                        digits(trials.best(2)),
                        trials.best(0).epochs().size() - 1,
                        RateTrials.rate(trials.largest(0)),
                        digits(trials.largest(2)),
                        digits(trials.largest(1)),
                        digits(trials.largest(0)));
    }

    private static String digits(RunGroup group) {
        return Numbers.fixed(RateTrials.loss(group).median(), 4);
    }
}
