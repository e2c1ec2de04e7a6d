package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
 * between them the validation loss is least.
 *
 * @param none runs without any
 * @param l2 runs with γ/2 ‖θ‖² in the loss, for each of {@link #GAMMA}
 * @param decoupled runs with decoupled weight decay, for each of {@link #GAMMA}
 * @param smoothing runs with smoothed labels, for each of {@link #SHARE}
 */
public record Regularization(Trial none, List<Trial> l2, List<Trial> decoupled, List<Trial> smoothing)
        implements Figure {
    static final List<Double> GAMMA = List.of(1e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1);
    static final List<Double> SHARE = List.of(0.2, 0.4, 0.6, 0.8);
    private static final double WRONG = 0.3;
    private static final RunSpec BASE = RunSpec.of(
            "data=digits validation-share=0.4 test-share=0.4 hidden=128 normalization=none rule=sgdm evaluate-every=2");

    /**
     * Runs of one strength.
     *
     * @param group the runs
     * @param norm the length of all weights in the end
     */
    record Trial(RunGroup group, Quartiles norm) {
        static Trial of(Workshop workshop, String changes) {
            RunSpec spec = BASE.with("epochs=" + workshop.count(16, 40)).with(changes);
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
        return new Regularization(
                Trial.of(workshop, "rule=sgdm"),
                trials(workshop, GAMMA, "rule=sgdm-l2:gamma="),
                trials(workshop, GAMMA, "rule=sgdwm:gamma="),
                trials(workshop, SHARE, "label-smoothing="));
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
                        smoothed(language),
                        decay(
                                language.of("decay: weights", "衰減：權重"),
                                Axis.log(language.of("length of all weights", "全部權重的長度"))
                                        .withLines(
                                                ReferenceLine.of(none.norm().median(), language.of("no decay", "無衰減"))),
                                language,
                                Trial::norm))
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
                .withLimits(0.4, 2.4)
                .withLines(
                        ReferenceLine.of(none.loss().median(), language.of("none", "未使用")),
                        ReferenceLine.of(none.lossOfBest().median(), language.of("stopped early", "提早停止")));
    }

    private Chart decay(String title, Axis y, Language language, Function<Trial, Quartiles> measure) {
        return LineChart.of(
                title,
                Axis.log(Term.WEIGHT_DECAY.in(language)),
                y,
                line("L2", GAMMA, l2, measure).withColor(Rules.color("sgdm")),
                line(language.of("decoupled", "分離式"), GAMMA, decoupled, measure)
                        .withStyle(LineStyle.DASHED)
                        .withColor(Rules.color("sgdwm")));
    }

    private Chart smoothed(Language language) {
        return LineChart.of(
                        language.of("label smoothing: loss", "標籤平滑：損失"),
                        Axis.linear(language.of("share given to all classes", "分給所有類別的比例")),
                        lossAxis(language),
                        line("", SHARE, smoothing, Trial::loss).withColor(Rules.color("sgdm")))
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
        return language.of(
                        "The slide: regularization against overfitting. Each kind has a strength that serves best, and too much of it is worse than none: at γ = %s the weights are so short that nothing is learned. With SGDM, L2 and decoupled decay are nearly the same here (η / (1 − λ) = 1), unlike with Adam (figure 26). Stopping early costs nothing and is the loss after the best epoch, which was chosen on the same validation part, so it is a little too good; so are the best strengths.",
                        "投影片：用正則化對抗過度擬合。每種方法都有最合適的強度，太強反而比不用還差：γ = %s 時權重太小，什麼都學不到。用 SGDM 時，L2 與分離式衰減在這裡幾乎相同（η / (1 − λ) = 1），Adam 則不同（圖 26）。提早停止取損失最低的週期，不需額外計算；但它與最佳強度都是用同一份驗證資料挑選的，所以略為樂觀。")
                .formatted(GAMMA.get(GAMMA.size() - 1));
    }

    @Override
    public List<RunSpec> runs() {
        return Stream.of(l2, decoupled, smoothing)
                .flatMap(List::stream)
                .flatMap(trial -> trial.group().runs().stream())
                .map(run -> run.spec())
                .toList();
    }
}
