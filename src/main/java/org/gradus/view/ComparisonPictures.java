package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;

/** The charts of a comparison: medians over the seeds with the quartiles as a band, by epoch. */
record ComparisonPictures(Compared compared) {
    private static final double DIVERGING =
            10; // a loss this many times that of the untrained network is on its way out

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        if (!compared.isMeasured()) {
            return pictures; // all runs failed
        }
        if (compared.hasTraining()) {
            pictures.add(new Picture(
                    "training-loss",
                    losses("Training loss", m -> m.onTraining().loss()),
                    "The loss on all training data after each epoch, on a logarithmic axis."));
        }
        pictures.add(
                new Picture(
                        "validation-loss",
                        losses("Validation loss", m -> m.validation().loss()),
                        "The loss on data the network has not seen. Where it rises while the training loss falls, the network overfits."));
        if (compared.hasTraining() && compared.hasAccuracy()) {
            pictures.add(new Picture(
                    "accuracy",
                    chart("Accuracy", Axis.linear("accuracy").withLimits(lowestAccuracy(), 1.005), accuracies()),
                    "Share of examples classified correctly: validation solid, training dashed."));
            pictures.add(new Picture(
                    "generalization-gap",
                    chart(
                            "Generalization gap",
                            Axis.linear("training − validation accuracy"),
                            lines(EpochMetrics::accuracyGap)),
                    "Training accuracy minus validation accuracy: what the network knows by heart only."));
        }
        return pictures;
    }

    /** Losses on a logarithmic axis; a diverging one leaves the chart at the top instead of flattening all others. */
    private LineChart losses(String title, ToDoubleFunction<EpochMetrics> loss) {
        double[] all = compared.results().runs().stream()
                .flatMap(run -> run.history().epochs().stream())
                .mapToDouble(loss)
                .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        double untrained = compared.results().runs().stream()
                .filter(run -> run.failure().isEmpty())
                .mapToDouble(run -> loss.applyAsDouble(run.history().epochs().get(0)))
                .max()
                .orElse(1);
        Axis axis = Axis.log("loss");
        boolean diverging = all.length > 0 && all[all.length - 1] > DIVERGING * untrained;
        return chart(title, diverging ? axis.withLimits(all[0] / 1.5, DIVERGING * untrained) : axis, lines(loss));
    }

    private LineChart chart(String title, Axis y, List<Series> series) {
        int seeds = compared.groups().get(0).runs().size();
        String over = seeds == 1 ? "one seed" : "median and quartiles over %s seeds".formatted(seeds);
        return LineChart.of(title, Axis.linear("epoch"), y, series.toArray(Series[]::new))
                .withSubtitle(compared.conditions() + over)
                .withLegend(LegendPlace.LINE_ENDS);
    }

    /** Where the accuracy axis starts: a tenth that shows every epoch but the untrained network's, which is mere chance. */
    private double lowestAccuracy() {
        return compared.results().runs().stream()
                .flatMap(run -> run.history().epochs().stream().skip(1))
                .mapToDouble(
                        m -> Math.min(m.onTraining().accuracy(), m.validation().accuracy()))
                .map(accuracy -> Math.floor(accuracy * 10) / 10)
                .min()
                .orElse(0);
    }

    private List<Series> accuracies() {
        List<Series> training = lines(m -> m.onTraining().accuracy()).stream()
                .map(series -> series.withRole("training", LineStyle.DASHED))
                .toList();
        List<Series> validation = lines(m -> m.validation().accuracy()).stream()
                .map(series -> series.withRole("validation", LineStyle.SOLID))
                .toList();
        return IntStream.range(0, training.size())
                .boxed()
                .flatMap(i -> List.of(validation.get(i), training.get(i)).stream())
                .toList();
    }

    private List<Series> lines(ToDoubleFunction<EpochMetrics> measure) {
        List<Series> lines = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (RunGroup group : compared.groups()) {
            String own = Legends.color(group.values().getOrDefault(Settings.RULE, group.name()));
            taken.add(taken.contains(own) ? group.name() : own); // a rule's second group gets another color
            if (!group.epochs().isEmpty()) {
                lines.add(line(group, measure).withColor(taken.get(taken.size() - 1)));
            }
        }
        return lines;
    }

    private static Series line(RunGroup group, ToDoubleFunction<EpochMetrics> measure) {
        List<Quartiles> byEpoch = group.byEpoch(measure);
        double[] epochs = group.epochs().stream().mapToDouble(epoch -> epoch).toArray();
        double[] median = byEpoch.stream().mapToDouble(Quartiles::median).toArray();
        double[] lower = byEpoch.stream().mapToDouble(Quartiles::lower).toArray();
        double[] upper = byEpoch.stream().mapToDouble(Quartiles::upper).toArray();
        return Series.of(Compared.written(group), epochs, median).withBand(lower, upper);
    }
}
