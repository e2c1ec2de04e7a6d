package org.gradus.lecture.help;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
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
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 28: what dropout is good for. A network with more weights than examples learns wrong labels by heart, and with dropout less so; where all
 * labels are right, learning by heart does less harm, and dropout less good.
 *
 * @param right runs without dropout, all labels right
 * @param rightDropout runs with dropout, all labels right
 * @param wrong runs without dropout, some labels of the training part wrong
 * @param wrongDropout runs with dropout, the same labels wrong
 */
public record DropoutEffect(RunGroup right, RunGroup rightDropout, RunGroup wrong, RunGroup wrongDropout)
        implements Figure {
    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.4 test-share=0.4 hidden=128 normalization=none rule=sgdm evaluate-every=3");
    private static final String WITH = "dropout=0.5";

    /** {@return the figure: SGDM with its usual rate on 359 digits} */
    static DropoutEffect of(Workshop workshop) {
        RunSpec spec = BASE.with("epochs=" + workshop.count(30, 60));
        int seeds = workshop.count(2, 5);
        return new DropoutEffect(
                Trials.of(workshop, spec, seeds, UnaryOperator.identity()),
                Trials.of(workshop, spec.with(WITH), seeds, UnaryOperator.identity()),
                Trials.of(workshop, spec, seeds, Trials::mislabeled),
                Trials.of(workshop, spec.with(WITH), seeds, Trials::mislabeled));
    }

    /** {@return the median of the validation loss in the end} */
    static double loss(RunGroup group) {
        return Trials.last(group, epoch -> epoch.validation().loss());
    }

    /** {@return by which part of itself dropout lowers the validation loss} */
    static double gain(RunGroup without, RunGroup with) {
        return 1 - loss(with) / loss(without);
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Dropout lowers the loss by %s if labels are wrong, by %s if all are right",
                "隨機失活使驗證損失在標籤有錯時降低 %s，全對時降低 %s");
        return Panels.of(
                        title.formatted(
                                Numbers.percent(gain(wrong, wrongDropout), 0),
                                Numbers.percent(gain(right, rightDropout), 0)),
                        2,
                        panel(language.of("all training labels right", "訓練標籤全對"), language, right, rightDropout),
                        panel(
                                language.of("%s of training labels wrong", "訓練標籤有 %s 是錯的")
                                        .formatted(Numbers.percent(Trials.WRONG, 0)),
                                language,
                                wrong,
                                wrongDropout))
                .withSharing(Panels.Sharing.BOTH)
                .withSubtitle(language.of(
                                "359 digits, 64 – 128 – 10, SGDM; median and quartiles over seeds 1 to %s",
                                "digits 的 359 張圖，64 – 128 – 10，SGDM；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(right.runs().size()));
    }

    private static Chart panel(String title, Language language, RunGroup without, RunGroup with) {
        String dropout = language.of("dropout 0.5", "隨機失活 0.5");
        String none = language.of("no dropout", "無隨機失活");
        return LineChart.of(
                title,
                Axis.linear(Term.EPOCH.in(language)),
                Axis.log(Term.LOSS.in(language)),
                training(none, language, without),
                training(dropout, language, with),
                validation(none, language, without),
                validation(dropout, language, with));
    }

    private static Series training(String name, Language language, RunGroup group) {
        return Bands.byEpoch(name, group, epoch -> epoch.onTraining().loss())
                .withRole(language.of("training", "訓練"), LineStyle.DASHED);
    }

    private static Series validation(String name, Language language, RunGroup group) {
        return Bands.byEpoch(name, group, epoch -> epoch.validation().loss())
                .withRole(language.of("validation", "驗證"), LineStyle.SOLID);
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "The slide: dropout against overfitting. With wrong labels the network without dropout learns them by heart: training loss falls, validation loss rises. With dropout it does so less. With right labels there is less to gain: even the plain network generalizes, and its validation loss hardly rises. Both losses are measured without dropout, and the validation labels are all right; %s seeds.",
                        "投影片：隨機失活可以減輕過度擬合。標籤有錯時，沒有隨機失活的網路會把錯的也背下來：訓練損失下降，驗證損失上升；加上隨機失活就輕得多。標籤全對時，原本的網路就已經能泛化，驗證損失幾乎不上升，能改善的也較少。兩種損失都在關閉隨機失活時測量，驗證資料的標籤全部正確；共 %s 個亂數種子。")
                .formatted(right.runs().size());
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.of(right, rightDropout)
                .flatMap(group -> group.runs().stream())
                .map(RunResult::spec)
                .toList();
    }
}
