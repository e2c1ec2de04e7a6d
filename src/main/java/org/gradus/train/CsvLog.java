package org.gradus.train;

import java.nio.file.Path;

/**
 * Writes the history as two tables, {@code steps.csv} and {@code epochs.csv}, that grow with every epoch.
 *
 * <p>When a run is resumed the tables are written anew from its history, so they are those of a run that nothing disturbed, byte for byte. So
 * are those of a run that starts: an older table of the same name is replaced.
 */
public final class CsvLog implements Listener {
    private final LogFile steps;
    private final LogFile epochs;

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
        epochs.add("epoch,training_loss,training_accuracy,validation_loss,validation_accuracy");
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

    private void add(EpochMetrics epoch) {
        Evaluation training = epoch.training();
        Evaluation validation = epoch.validation();
        epochs.add(epoch.epoch() + "," + training.loss() + "," + training.accuracy() + "," + validation.loss() + ","
                + validation.accuracy());
    }

    /** Where it goes, as in {@code log in runs/a/steps.csv and runs/a/epochs.csv}. */
    @Override
    public String toString() {
        return "log in %s and %s".formatted(steps, epochs);
    }
}
