package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.StepMetrics;

/**
 * The charts of one training run, or of several over one another, such as the futures of a fork.
 *
 * <p>Each run has its rule's color; validation is solid, training, where it was measured, dashed. Of a fork the past that all have in common is drawn once, as that of the
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

    /** {@return the charts: losses and learning rates} */
    public List<Picture> all() {
        return List.of(
                new Picture(
                        "loss",
                        chart("Loss", Axis.linear("epoch"), Axis.log("cross-entropy"), losses(), forkEpoch),
                        "Training and validation loss after each epoch, on a logarithmic axis."),
                new Picture(
                        "learning-rate",
                        chart("Learning rate", Axis.linear("step"), rateAxis(), rates(), forkStep()),
                        "The learning rate of every step."));
    }

    private LineChart chart(String title, Axis x, Axis y, List<Series> lines, double fork) {
        List<Series> series = new ArrayList<>(lines);
        if (forkEpoch > 0) {
            series.add(upright(lines, fork));
        }
        return LineChart.of(title, x, y, series.toArray(Series[]::new)).withSubtitle(conditions);
    }

    /** A line at the fork, as high as what is drawn. */
    private Series upright(List<Series> lines, double at) {
        double[] heights = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::y)
                .filter(Double::isFinite)
                .toArray();
        double lowest = Arrays.stream(heights).min().orElse(0);
        double highest = Arrays.stream(heights).max().orElse(1);
        return Series.of("fork after epoch " + forkEpoch, new double[] {at, at}, new double[] {lowest, highest})
                .withColor("#777777")
                .withStyle(LineStyle.FAINT);
    }

    private Map<String, String> colors() {
        Map<String, String> colors = new LinkedHashMap<>();
        for (String name : histories.keySet()) {
            String rule = rules.getOrDefault(name, name);
            String own = Rules.colors(List.of(rule)).get(rule);
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

    private List<Series> losses() {
        List<Series> series = new ArrayList<>();
        colors().forEach((name, color) -> {
            series.add(line(name, name + ", validation", m -> m.validation().loss(), color));
            if (epochs(name).stream().allMatch(m -> m.training().isPresent())) {
                series.add(line(name, name + ", training", m -> m.onTraining().loss(), color)
                        .withStyle(LineStyle.DASHED));
            }
        });
        return series;
    }

    private Series line(String name, String label, ToDoubleFunction<EpochMetrics> measure, String color) {
        List<EpochMetrics> epochs = epochs(name);
        return Series.of(
                        label,
                        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                        epochs.stream().mapToDouble(measure).toArray())
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
            DoubleStream rates = steps.stream().mapToDouble(StepMetrics::learningRate);
            double[] at = steps.stream().mapToDouble(StepMetrics::step).toArray();
            series.add(Series.of(name, at, rates.toArray()).withColor(color));
        });
        return series;
    }
}
