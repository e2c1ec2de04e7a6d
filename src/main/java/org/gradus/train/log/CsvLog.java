package org.gradus.train.log;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;

/**
 * Writes the history as two tables, {@code steps.csv} and {@code epochs.csv}, that grow with every epoch.
 *
 * <p>The table of epochs has the loss and the metrics of each part of the data that was measured, such as {@code validation_loss} and
 * {@code validation_accuracy}; which columns there are is decided by the first row, and a later row that lacks one leaves it empty.
 *
 * <p>When a run is resumed the tables are written anew from its history, so they are those of a run that nothing disturbed, byte for byte. So
 * are those of a run that starts: an older table of the same name is replaced.
 */
public final class CsvLog implements Listener {
    private final LogFile steps;
    private final LogFile epochs;
    private List<String> columns = List.of(); // of the table of epochs, once one was measured

    /**
     * A log in a folder, which is made if need be.
     *
     * @param folder where the tables go
     */
    public CsvLog(Path folder) {
        this.steps = new LogFile(folder.resolve("steps.csv"));
        this.epochs = new LogFile(folder.resolve("epochs.csv"));
    }

    @Override
    public void onStart(History past) {
        steps.add("step,epoch,loss,gradient_norm,learning_rate");
        columns = List.of();
        past.steps().forEach(this::onStep);
        past.epochs().forEach(this::add);
        steps.replace();
        epochs.replace();
    }

    @Override
    public void onStep(StepMetrics step) {
        steps.add(step.step() + "," + step.epoch() + "," + step.loss() + "," + step.gradientNorm() + ","
                + step.learningRate());
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
        add(epoch);
        steps.flush();
        epochs.flush();
    }

    /** A run that was interrupted ends in the middle of an epoch. */
    @Override
    public void onEnd(History history) {
        steps.flush();
    }

    private void add(EpochMetrics epoch) {
        Map<String, Double> row = row(epoch);
        if (columns.isEmpty()) {
            columns = List.copyOf(row.keySet());
            epochs.add("epoch," + String.join(",", columns));
        }
        epochs.add(epoch.epoch()
                + columns.stream()
                        .map(column -> "," + (row.containsKey(column) ? row.get(column) : ""))
                        .collect(Collectors.joining()));
    }

    /** What was measured by column: loss and metrics of each part. */
    private static Map<String, Double> row(EpochMetrics epoch) {
        Map<String, Double> row = new LinkedHashMap<>();
        epoch.parts().forEach((part, evaluation) -> {
            row.put(part + "_loss", evaluation.loss());
            evaluation.metrics().forEach((metric, value) -> row.put(part + "_" + metric.column(), value));
        });
        return row;
    }

    /** Where it goes, as in {@code log in runs/a/steps.csv and runs/a/epochs.csv}. */
    @Override
    public String toString() {
        return "log in %s and %s".formatted(steps, epochs);
    }
}
