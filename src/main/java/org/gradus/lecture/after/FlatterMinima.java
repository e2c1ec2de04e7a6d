package org.gradus.lecture.after;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.IntervalChart;
import org.gradus.chart.Panels;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Figure;
import org.gradus.lecture.Term;
import org.gradus.lecture.Workshop;
import org.gradus.lecture.contest.Minimum;
import org.gradus.optim.Rules;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/**
 * Figure 44: how sharp the minima are that SGDM and SAM come to, at the same training loss. Foret et al. 2020, <a
 * href="https://arxiv.org/abs/2010.01412">arXiv 2010.01412</a>.
 *
 * @param target the training loss that all were trained to
 * @param minima by ρ, one for each seed; ρ = 0 is SGDM
 */
public record FlatterMinima(double target, Map<Double, List<Minimum>> minima) implements Figure {
    private static final RunSpec BASE =
            RunSpec.of("data=digits hidden=32 normalization=none epochs=200 evaluate-every=200 evaluate-training=no");
    static final double LARGEST = 0.5; // of all ρ

    /** {@return the figure, with SGDM's usual rate for all} */
    static FlatterMinima of(Workshop workshop) {
        double target = workshop.count(8, 3) / 100.0;
        Map<Double, List<Minimum>> minima = new LinkedHashMap<>();
        for (double rho : workshop.choose(List.of(0.0, LARGEST), List.of(0.0, 0.05, 0.1, 0.2, LARGEST))) {
            RunSpec spec = BASE.with(rho == 0 ? "rule=sgdm" : "rule=sam(sgdm):rho=" + Numbers.exact(rho));
            minima.put(
                    rho,
                    IntStream.rangeClosed(1, workshop.count(2, 5))
                            .mapToObj(seed -> Minimum.of(spec.with("seed=" + seed), target, workshop.shelf()))
                            .toList());
        }
        return new FlatterMinima(target, minima);
    }

    private static double[] numbers(List<Minimum> minima, ToDoubleFunction<Minimum> measure) {
        return minima.stream().mapToDouble(measure).toArray();
    }

    /** {@return the median of a measure} */
    double median(double rho, ToDoubleFunction<Minimum> measure) {
        return Quartiles.of(numbers(minima.get(rho), measure)).median();
    }

    private static double accuracy(Minimum minimum) {
        return 100 * minimum.test().accuracy();
    }

    @Override
    public Chart chart(Language language) {
        String title = language.of(
                "At the same training loss SAM with ρ = %s has sharpness %s, SGDM %s",
                "訓練損失相同時，SAM（ρ = %s）的銳度是 %s，SGDM 是 %s");
        return Panels.of(
                        title.formatted(
                                Numbers.text(LARGEST),
                                Numbers.fixed(median(LARGEST, Minimum::sharpness), 2),
                                Numbers.fixed(median(0, Minimum::sharpness), 2)),
                        2,
                        panel(
                                language.of("largest eigenvalue of the Hessian", "Hessian 的最大特徵值"),
                                Axis.log(""),
                                Minimum::sharpness),
                        panel(Term.TEST_ACCURACY.in(language), Axis.linear("%"), FlatterMinima::accuracy))
                .withSubtitle(language.of(
                                "digits, 64 – 32 – 10; each trained to a training loss of %s; %s seeds, medians and middle halves",
                                "digits，64 – 32 – 10；都訓練到訓練損失 %s；%s 個亂數種子，中位數與中間一半")
                        .formatted(Numbers.text(target), minima.get(LARGEST).size()));
    }

    private Chart panel(String title, Axis x, ToDoubleFunction<Minimum> measure) {
        return IntervalChart.of(
                title, x, minima.keySet().stream().map(rho -> row(rho, measure)).toArray(IntervalChart.Row[]::new));
    }

    private IntervalChart.Row row(double rho, ToDoubleFunction<Minimum> measure) {
        double[] values = numbers(minima.get(rho), measure);
        Quartiles middle = Quartiles.of(values);
        return IntervalChart.Row.of(
                        rho == 0 ? "SGDM" : "ρ = " + Numbers.text(rho),
                        middle.median(),
                        middle.lower(),
                        middle.upper(),
                        values)
                .withColor(Rules.color(rho == 0 ? "sgdm" : "sam"));
    }

    @Override
    public String caption(Language language) {
        return language.of(
                        "SAM takes its gradient where the loss is highest within ρ, nearly, and so stays away from narrow valleys: the larger ρ, the flatter. Compared at the same training loss, since with cross-entropy the sharpness falls along with it. It costs two gradients a step, and time: %s epochs with ρ = %s, %s with SGDM. Its test accuracy is %s %%, SGDM's %s %%, but the seeds lie far apart: that flatter minima generalize better is not settled here. SGDM's usual rate for all.",
                        "SAM 在半徑 ρ 內損失（近似）最高的地方取梯度，因此避開狹窄的山谷：ρ 越大，越平坦。這裡在訓練損失相同時比較，因為用交叉熵時，銳度會跟著損失一起下降。代價是每步兩次梯度，還有時間：ρ = %2$s 要 %1$s 個週期，SGDM 要 %3$s 個。它的測試準確率是 %4$s %%，SGDM 是 %5$s %%，但各種子相差很大：平坦的最小值是否泛化較好，這裡不足以定論。一律用 SGDM 的慣用學習率。")
                .formatted(
                        Numbers.text(median(LARGEST, Minimum::epochs)),
                        Numbers.text(LARGEST),
                        Numbers.text(median(0, Minimum::epochs)),
                        Numbers.fixed(median(LARGEST, FlatterMinima::accuracy), 1),
                        Numbers.fixed(median(0, FlatterMinima::accuracy), 1));
    }

    @Override
    public List<RunSpec> runs() {
        return minima.values().stream().flatMap(List::stream).map(Minimum::spec).toList();
    }
}
