package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gradus.chart.Axis;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.StepMetrics;

/**
 * The charts of one training run, or of several over one another, such as the futures of a fork.
 *
 * @param histories what was measured, by the names for the legend
 */
public record RunPictures(Map<String, History> histories) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 450;

    /** Keeps a copy of the map. */
    public RunPictures {
        histories = new LinkedHashMap<>(histories);
    }

    /**
     * Writes all charts as PNG and SVG.
     *
     * @param folder where to; it must be there
     * @throws IOException if they cannot be written
     */
    public void write(Path folder) throws IOException {
        for (Picture picture : all()) {
            Artifact.writeAll(folder, picture.files(WIDTH, HEIGHT, Receipt.none()));
        }
    }

    List<Picture> all() {
        return List.of(
                new Picture(
                        "loss",
                        LineChart.of("Loss", Axis.linear("epoch"), Axis.log("cross-entropy"), losses()),
                        "Training and validation loss after each epoch, on a logarithmic axis."),
                new Picture(
                        "learning-rate",
                        LineChart.of("Learning rate", Axis.linear("step"), Axis.linear("η"), rates()),
                        "The learning rate of every step."));
    }

    private Series[] losses() {
        List<Series> series = new ArrayList<>();
        Map<String, String> colors = Rules.colors(histories.keySet());
        histories.forEach((name, history) -> {
            String color = colors.get(name);
            series.add(line(name + ", validation", history, m -> m.validation().loss(), color));
            if (history.epochs().stream().allMatch(m -> m.training().isPresent())) {
                series.add(
                        line(name + ", training", history, m -> m.onTraining().loss(), color)
                                .withStyle(LineStyle.DASHED));
            }
        });
        return series.toArray(Series[]::new);
    }

    private static Series line(String label, History history, ToDoubleFunction<EpochMetrics> measure, String color) {
        List<EpochMetrics> epochs = history.epochs();
        return Series.of(
                        label,
                        epochs.stream().mapToDouble(EpochMetrics::epoch).toArray(),
                        epochs.stream().mapToDouble(measure).toArray())
                .withColor(color);
    }

    private Series[] rates() {
        List<Series> series = new ArrayList<>();
        Map<String, String> colors = Rules.colors(histories.keySet());
        histories.forEach((name, history) -> {
            List<StepMetrics> steps = history.steps();
            series.add(Series.of(
                            name,
                            steps.stream().mapToDouble(StepMetrics::step).toArray(),
                            steps.stream()
                                    .mapToDouble(StepMetrics::learningRate)
                                    .toArray())
                    .withColor(colors.get(name)));
        });
        return series.toArray(Series[]::new);
    }
}
