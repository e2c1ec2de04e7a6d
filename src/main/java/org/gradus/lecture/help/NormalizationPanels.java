package org.gradus.lecture.help;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.Bands;
import org.gradus.lecture.Term;
import org.gradus.view.Language;
import org.gradus.view.Numbers;

/** The panels of the figure on normalization layers. */
record NormalizationPanels(NormalizationRuns runs, Language language) {
    /** Both, from left to right. */
    Chart[] all() {
        String atOne = language.of("at the best rate without, η = %s", "無標準化時的最佳學習率 η = %s");
        return new Chart[] {
            panel(
                    atOne.formatted(Numbers.text(runs.bestWithout())),
                    Axis.linear(Term.EPOCH.in(language)),
                    shown().map(this::course)),
            panel(
                    language.of("in the end", "訓練結束時"),
                    Axis.log(Term.LEARNING_RATE.in(language)),
                    shown().map(this::range))
        };
    }

    private Chart panel(String title, Axis x, Stream<Series> lines) {
        Axis y = Axis.log(Term.TRAINING_LOSS.in(language)).withLimits(0.02, 4);
        return LineChart.of(
                title, x, y.withLines(ReferenceLine.of(NormalizationRuns.LEARNED, "")), lines.toArray(Series[]::new));
    }

    private Series course(String name) {
        RunGroup group = runs.of(name).get(runs.rates().indexOf(runs.bestWithout()));
        return styled(
                name,
                group.epochs().stream().mapToDouble(epoch -> epoch).toArray(),
                group.byEpoch(epoch -> epoch.onTraining().loss()));
    }

    private Series range(String name) {
        return styled(name, runs.rates().stream().mapToDouble(rate -> rate).toArray(), runs.losses(name));
    }

    /** All but positional normalization: of an input without places it is layer normalization, and its line would hide the other. */
    private static Stream<String> shown() {
        return NormalizationRuns.NAMES.stream().filter(name -> !name.equals("positional"));
    }

    private Series styled(String name, double[] x, List<Quartiles> y) {
        return switch (name) {
            case "none" ->
                Bands.of(language.of("none", "無標準化"), x, y)
                        .withStyle(LineStyle.DASHED)
                        .withColor("#6f6f6f");
            case "batch" -> Bands.of(name, x, y);
            default ->
                Series.of(
                        name.equals("layer") ? "layer = positional" : name,
                        x,
                        y.stream().mapToDouble(Quartiles::median).toArray());
        };
    }
}
