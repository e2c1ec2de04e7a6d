package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Panels;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.data.Dataset;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.optim.Rules;
import org.gradus.train.Training;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 33: regularization against wrong labels, over its strength: too little does nothing, too much keeps the network from learning at all, and
 * between them the validation loss is least. The labels are no setting, so there are no runs for the receipt.
 *
 * @param gamma the strengths of the decay, rising
 * @param share the shares of smoothed labels that all classes get, rising
 * @param none runs without any
 * @param l2 runs with γ/2 ‖θ‖² in the loss, for each strength
 * @param decoupled runs with decoupled weight decay, for each strength
 * @param smoothing runs with smoothed labels, for each share
 */
public record Regularization(
        List<Double> gamma,
        List<Double> share,
        Trial none,
        List<Trial> l2,
        List<Trial> decoupled,
        List<Trial> smoothing)
        implements Figure {
    private static final double WRONG = 0.3;
    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.4 test-share=0.4 hidden=128 normalization=none rule=sgdm evaluate-every=4");

    /**
     * Runs of one strength.
     *
     * @param group the runs
     * @param norm the length of all weights in the end
     */
    record Trial(RunGroup group, Quartiles norm) {
        static Trial of(Workshop workshop, String changes) {
            RunSpec spec = BASE.with("epochs=" + workshop.count(30, 40)).with(changes);
            List<Training> trained = new ArrayList<>();
            RunGroup group = Trials.of(workshop, spec, workshop.count(1, 3), training -> {
                trained.add(mislabeled(training));
                return trained.get(trained.size() - 1);
            });
            return new Trial(
                    group,
                    Quartiles.of(
                            trained.stream().mapToDouble(Regularization::norm).toArray()));
        }

        /** The validation loss in the end. */
        Quartiles loss() {
            return group.last(epoch -> epoch.validation().loss());
        }

        /** The validation accuracy in the end. */
        Quartiles accuracy() {
            return group.last(epoch -> epoch.validation().accuracy());
        }

        /** The validation loss after the epoch in which it was least. */
        Quartiles lossOfBest() {
            return Quartiles.of(group.runs().stream()
                    .mapToDouble(run -> run.history().best().validation().loss())
                    .toArray());
        }
    }

    private static Training mislabeled(Training training) {
        Dataset data = training.data().training();
        return Trials.on(Trials.mislabeled(data, Trials.wrong(data.size(), WRONG)), training);
    }

    private static double norm(Training trained) {
        double squares = trained.model().trainable().values().stream()
                .mapToDouble(parameter ->
                        parameter.value().mul(parameter.value()).sum().item())
                .sum();
        return FastMath.sqrt(squares);
    }

    /** {@return the figure: SGDM with its usual rate on 359 digits, 30 % of them with a wrong label} */
    static Regularization of(Workshop workshop) {
        boolean few = workshop.count(0, 1) == 0;
        List<Double> gamma = few ? List.of(1e-3, 1e-2, 1e-1) : List.of(1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1);
        List<Double> share = few ? List.of(0.2, 0.6) : List.of(0.1, 0.2, 0.4, 0.6);
        return new Regularization(
                gamma,
                share,
                Trial.of(workshop, "rule=sgdm"),
                trials(workshop, gamma, "rule=sgdm-l2:gamma="),
                trials(workshop, gamma, "rule=sgdwm:gamma="),
                trials(workshop, share, "label-smoothing="));
    }

    private static List<Trial> trials(Workshop workshop, List<Double> strengths, String changes) {
        return strengths.stream()
                .map(strength -> Trial.of(workshop, changes + strength))
                .toList();
    }

    /** {@return the least median of the validation loss in the end} */
    static double least(List<Trial> trials) {
        return trials.stream()
                .map(trial -> trial.loss().median())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "Validation loss %s becomes %s by L2, %s by smoothing, %s by stopping early",
                "驗證損失 %s：用 L2 降到 %s，標籤平滑 %s，提早停止 %s");
        return Panels.of(
                        title.formatted(
                                text(none.loss().median()),
                                text(least(l2)),
                                text(least(smoothing)),
                                text(none.lossOfBest().median())),
                        3,
                        decay(language.of("decay: loss", "衰減：損失"), lossAxis(language), language, Trial::loss),
                        decay(
                                language.of("decay: weights", "衰減：權重"),
                                Axis.log(language.of("length of all weights", "全部權重的長度"))
                                        .withLines(
                                                ReferenceLine.of(none.norm().median(), language.of("no decay", "無衰減"))),
                                language,
                                Trial::norm),
                        smoothed(language))
                .withSubtitle(language.of(
                                "359 digits, 30 %% of labels wrong, SGDM, %s epochs; median and quartiles over seeds 1 to %s",
                                "digits 的 359 張圖，標籤有 30 %% 是錯的，SGDM，%s 個週期；亂數種子 1 到 %s 的中位數與四分位數")
                        .formatted(
                                none.group().runs().get(0).history().last().epoch(),
                                none.group().runs().size()));
    }

    private static String text(double loss) {
        return Numbers.fixed(loss, 2);
    }

    private Axis lossAxis(Language language) {
        return Axis.linear(Term.VALIDATION_LOSS.in(language))
                .withLimits(0.5, 2.1)
                .withLines(
                        ReferenceLine.of(none.loss().median(), language.of("none", "未使用")),
                        ReferenceLine.of(none.lossOfBest().median(), language.of("stopped early", "提早停止")));
    }

    private Chart decay(String title, Axis y, Language language, Function<Trial, Quartiles> measure) {
        return LineChart.of(
                title,
                Axis.log(Term.WEIGHT_DECAY.in(language)),
                y,
                line("L2", gamma, l2, measure).withColor(Rules.color("sgdm")),
                line(language.of("decoupled", "分離式"), gamma, decoupled, measure)
                        .withStyle(LineStyle.DASHED)
                        .withColor(Rules.color("sgdwm")));
    }

    private Chart smoothed(Language language) {
        return LineChart.of(
                        language.of("label smoothing: loss", "標籤平滑：損失"),
                        Axis.linear(language.of("share given to all classes", "分給所有類別的比例"))
                                .withLimits(0, 0.65),
                        lossAxis(language),
                        line("", share, smoothing, Trial::loss).withColor(Rules.color("sgdm")))
                .withLegend(LegendPlace.NONE);
    }

    private static Series line(
            String name, List<Double> strengths, List<Trial> trials, Function<Trial, Quartiles> measure) {
        return Trials.band(
                name,
                strengths.stream().mapToDouble(strength -> strength).toArray(),
                trials.stream().map(measure).toList());
    }

    @Override
    public String caption(Language language) {
        int best = share.indexOf(0.2);
        return language.of(
                        "The slide: regularization against overfitting. Each kind has a strength that serves best, and too much of it is worse than none: at γ = %s the weights are so short that nothing is learned. With SGDM, L2 and decoupled decay are nearly the same here (η / (1 − λ) = 1), unlike with Adam (figure 26). Smoothing hardly lowers the loss, because a network that is told never to be sure pays for it; accuracy goes from %s to %s with a share of %s. Stopping early costs nothing and is the loss after the best epoch, which was chosen on the same validation part, so it is a little too good; so are the best strengths.",
                        "投影片：用正則化對抗過度擬合。每種方法都有最合適的強度，太強反而比不用還差：γ = %s 時權重太小，什麼都學不到。用 SGDM 時，L2 與分離式衰減在這裡幾乎相同（η / (1 − λ) = 1），Adam 則不同（圖 26）。標籤平滑幾乎不降低損失，因為網路學到永遠不要太肯定；準確率則從 %s 變成 %s（比例 %s）。提早停止取損失最低的週期，不需額外計算；但它與最佳強度都是用同一份驗證資料挑選的，所以略為樂觀。")
                .formatted(
                        gamma.get(gamma.size() - 1),
                        Numbers.percent(none.accuracy().median(), 0),
                        Numbers.percent(smoothing.get(best).accuracy().median(), 0),
                        share.get(best));
    }
}
