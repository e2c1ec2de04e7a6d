package org.gradus.lecture.help;

import java.util.List;
import java.util.function.Function;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Term;
import org.gradus.optim.Rules;
import org.gradus.view.Language;

/** The panels of a figure on regularization. */
record RegularizationPanels(Regularization figure, Language language) {
    /** All of them, from left to right. */
    Chart[] all() {
        Axis weights = Axis.log(language.of("length of all weights", "全部權重的長度"))
                .withLines(ReferenceLine.of(figure.none().norm().median(), language.of("no decay", "無衰減")));
        return new Chart[] {
            decay(language.of("decay: loss", "衰減：損失"), lossAxis(), Strength::loss),
            decay(language.of("decay: weights", "衰減：權重"), weights, Strength::norm),
            smoothed()
        };
    }

    private Axis lossAxis() {
        return Axis.linear(Term.VALIDATION_LOSS.in(language))
                .withLimits(0.5, 2.1)
                .withLines(
                        ReferenceLine.of(figure.none().loss().median(), language.of("none", "未使用")),
                        ReferenceLine.of(figure.none().lossOfBest().median(), language.of("stopped early", "提早停止")));
    }

    private Chart decay(String title, Axis y, Function<Strength, Quartiles> measure) {
        return LineChart.of(
                title,
                Axis.log(Term.WEIGHT_DECAY.in(language)),
                y,
                line("L2", figure.gamma(), figure.l2(), measure).withColor(Rules.color("sgdm")),
                line(language.of("decoupled", "分離式"), figure.gamma(), figure.decoupled(), measure)
                        .withStyle(LineStyle.DASHED)
                        .withColor(Rules.color("sgdwm")));
    }

    private Chart smoothed() {
        return LineChart.of(
                        language.of("label smoothing: loss", "標籤平滑：損失"),
                        Axis.linear(language.of("share given to all classes", "分給所有類別的比例"))
                                .withLimits(0, 0.65),
                        lossAxis(),
                        line("", figure.share(), figure.smoothing(), Strength::loss)
                                .withColor(Rules.color("sgdm")))
                .withLegend(LegendPlace.NONE);
    }

    private static Series line(
            String name, List<Double> strengths, List<Strength> trials, Function<Strength, Quartiles> measure) {
        return Bands.of(
                name,
                strengths.stream().mapToDouble(strength -> strength).toArray(),
                trials.stream().map(measure).toList());
    }
}
