package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Metric;
import org.gradus.train.StepMetrics;

/**
 * The charts of one training run, or of several over one another, such as the futures of a fork.
 *
 * <p>Each run has its rule's color; validation is solid, training dashed and test faint, where they were measured. Of a fork the past that all have in common is drawn once, as that of the
 * first run, up to a line where they part.
 *
 * @param histories what was measured, by the names for the legend, those of a fork's trunk first
 * @param rules the names of the rules by the names for the legend; whose is missing is the rule of its own name
 * @param conditions data, network and what else is the same for all, in a few words; they stand under the titles; may be empty
 * @param forkEpoch the epoch after which the runs part; 0 if they have no common past
 * @param receipt where the charts are from
 */
public record RunPictures(
        Map<String, History> histories, Map<String, String> rules, String conditions, int forkEpoch, Receipt receipt) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 450;

    /** The parts of the data in the order of the legend. */
    private static final Map<String, LineStyle> STYLES = styles();

    /** Keeps copies of the maps. */
    public RunPictures {
        histories = Collections.unmodifiableMap(new LinkedHashMap<>(histories));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /**
     * Pictures of runs without a common past, each under the name of its rule.
     *
     * @param histories what was measured, by the names for the legend
     */
    public RunPictures(Map<String, History> histories) {
        this(histories, Map.of(), "", 0, Receipt.none());
    }

    /**
     * {@return the same pictures, with each run in its rule's color}
     *
     * @param byLegend the names of the rules by the names for the legend
     */
    public RunPictures withRules(Map<String, String> byLegend) {
        return new RunPictures(histories, byLegend, conditions, forkEpoch, receipt);
    }

    /**
     * {@return the same pictures with another subtitle}
     *
     * @param words data, network and what else is the same for all, as in {@code digits, 64-64-10, seed 1}
     */
    public RunPictures withConditions(String words) {
        return new RunPictures(histories, rules, words, forkEpoch, receipt);
    }

    /**
     * {@return the same pictures of runs that part after an epoch}
     *
     * @param epoch the last epoch of their common past
     */
    public RunPictures forkedAfter(int epoch) {
        return new RunPictures(histories, rules, conditions, epoch, receipt);
    }

    /**
     * {@return the same pictures with a receipt}
     *
     * @param other where they are from
     */
    public RunPictures withReceipt(Receipt other) {
        return new RunPictures(histories, rules, conditions, forkEpoch, other);
    }

    /**
     * Writes all charts as PNG and SVG.
     *
     * @param folder where to; made if it is missing
     * @throws IOException if they cannot be written
     */
    public void write(Path folder) throws IOException {
        for (Picture picture : all()) {
            Artifact.writeAll(folder, picture.files(WIDTH, HEIGHT, receipt));
        }
    }

    private static Map<String, LineStyle> styles() {
        Map<String, LineStyle> styles = new LinkedHashMap<>();
        styles.put("validation", LineStyle.SOLID);
        styles.put("training", LineStyle.DASHED);
        styles.put("test", LineStyle.FAINT);
        return Collections.unmodifiableMap(styles);
    }

    /** {@return the charts: losses and, once a step was taken, learning rates} */
    public List<Picture> all() {
        Picture loss = new Picture(
                "loss",
                chart(lossTitle(), at(Axis.linear("epoch"), forkEpoch), Axis.log(lossLabel()), losses()),
                "The loss on whole parts of the data after each epoch, on a logarithmic axis.");
        List<Series> rates = rates();
        if (rates.isEmpty()) {
            return List.of(loss);
        }
        return List.of(
                loss,
                new Picture(
                        "learning-rate",
                        chart("Learning rate", at(Axis.linear("step"), forkStep()), rateAxis(), rates),
                        "The learning rate of every step."));
    }

    /** The names stand at the ends of the lines; a run that is alone has its own in the title. */
    private LineChart chart(String title, Axis x, Axis y, List<Series> lines) {
        String whose = isAlone() ? ": " + legend(histories.keySet().iterator().next()) : "";
        return LineChart.of(title + whose, x, y, lines.toArray(Series[]::new))
                .withSubtitle(conditions)
                .withLegend(LegendPlace.LINE_ENDS);
    }

    private Axis at(Axis axis, double fork) {
        return forkEpoch > 0 ? axis.withLines(ReferenceLine.of(fork, "fork after epoch " + forkEpoch)) : axis;
    }

    private boolean isAlone() {
        return histories.size() == 1;
    }

    /** A run is called as its caller says, but where that is a rule as one types it, the rule is written out. */
    private static String legend(String name) {
        return Legends.ruleOrAsItIs(name);
    }

    private Map<String, String> colors() {
        Map<String, String> colors = new LinkedHashMap<>();
        for (String name : histories.keySet()) {
            String own = Legends.color(rules.getOrDefault(name, name));
            colors.put(name, colors.containsValue(own) ? name : own); // a rule's second future gets another color
        }
        return colors;
    }

    /** The epochs to draw of a run: of all but the trunk those from the fork on. */
    private List<EpochMetrics> epochs(String name) {
        return histories.get(name).epochs().stream()
                .filter(epoch -> isTrunk(name) || epoch.epoch() >= forkEpoch)
                .toList();
    }

    private List<StepMetrics> steps(String name) {
        double from = forkStep();
        return histories.get(name).steps().stream()
                .filter(step -> isTrunk(name) || step.step() >= from)
                .toList();
    }

    private boolean isTrunk(String name) {
        return name.equals(histories.keySet().iterator().next());
    }

    /** The last step of the common past. */
    private double forkStep() {
        return histories.values().iterator().next().steps().stream()
                .filter(step -> step.epoch() <= forkEpoch)
                .mapToDouble(StepMetrics::step)
                .max()
                .orElse(0);
    }

    /** The parts of the data that a loss was measured on in some run: a line each, if there are several told apart by style. */
    private List<String> parts() {
        return STYLES.keySet().stream()
                .filter(part -> measured().anyMatch(epoch -> epoch.parts().containsKey(part)))
                .toList();
    }

    private Stream<EpochMetrics> measured() {
        return histories.values().stream().flatMap(history -> history.epochs().stream());
    }

    private String lossTitle() {
        return parts().size() > 1 ? "Loss" : "Validation loss";
    }

    /** Classifiers are trained by cross-entropy; what else a loss may be, the measurements do not say. */
    private String lossLabel() {
        return measured().allMatch(epoch -> epoch.validation().metrics().containsKey(Metric.ACCURACY))
                ? "cross-entropy"
                : "loss";
    }

    private List<Series> losses() {
        List<Series> series = new ArrayList<>();
        List<String> parts = parts();
        colors().forEach((name, color) -> parts.forEach(part -> {
            List<EpochMetrics> epochs = epochs(name).stream()
                    .filter(epoch -> epoch.parts().containsKey(part))
                    .toList();
            if (!epochs.isEmpty()) {
                Series line = line(
                        name,
                        color,
                        epochs,
                        EpochMetrics::epoch,
                        epoch -> epoch.parts().get(part).loss());
                series.add(parts.size() > 1 ? line.withRole(part, STYLES.get(part)) : line);
            }
        }));
        return series;
    }

    private <T> Series line(String name, String color, List<T> at, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return Series.of(
                        isAlone() ? "" : legend(name),
                        at.stream().mapToDouble(x).toArray(),
                        at.stream().mapToDouble(y).toArray())
                .withColor(color);
    }

    private Axis rateAxis() {
        return ScheduleChart.rateAxis(histories.values().stream()
                .flatMapToDouble(history -> history.steps().stream().mapToDouble(StepMetrics::learningRate))
                .toArray());
    }

    private List<Series> rates() {
        List<Series> series = new ArrayList<>();
        colors().forEach((name, color) -> {
            List<StepMetrics> steps = steps(name);
            if (!steps.isEmpty()) {
                series.add(line(name, color, steps, StepMetrics::step, StepMetrics::learningRate));
            }
        });
        return series;
    }
}
