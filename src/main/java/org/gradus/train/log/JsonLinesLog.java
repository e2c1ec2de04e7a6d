package org.gradus.train.log;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;

/**
 * Writes the history as a file with one JSON object to a line: one per step, one per epoch, and one for the end. It grows with every epoch.
 * Numbers that are NaN or infinite, which JSON does not have, become {@code null}.
 *
 * <p>When a run is resumed the file is written anew from its history, so it is that of a run that nothing disturbed, byte for byte. So is
 * that of a run that starts: an older file of the same name is replaced.
 */
public final class JsonLinesLog implements Listener {
    private final LogFile log;

    /**
     * A log, whose folder is made if need be.
     *
     * @param file where it goes
     */
    public JsonLinesLog(Path file) {
        this.log = new LogFile(file);
    }

    @Override
    public void onStart(History past) {
        int done = 0;
        for (EpochMetrics epoch : past.epochs()) {
            for (; done < past.steps().size() && past.steps().get(done).epoch() <= epoch.epoch(); done++) {
                onStep(past.steps().get(done));
            }
            add(epoch);
        }
        past.steps().subList(done, past.steps().size()).forEach(this::onStep);
        log.replace();
    }

    @Override
    public void onStep(StepMetrics step) {
        JsonObject line = new JsonObject();
        line.addProperty("step", step.step());
        line.addProperty("epoch", step.epoch());
        add(line, "loss", step.loss());
        add(line, "gradient_norm", step.gradientNorm());
        add(line, "learning_rate", step.learningRate());
        log.add(line.toString());
    }

    @Override
    public void onEpoch(EpochMetrics epoch) {
        add(epoch);
        log.flush();
    }

    private void add(EpochMetrics epoch) {
        JsonObject line = new JsonObject();
        line.addProperty("epoch", epoch.epoch());
        epoch.parts().forEach((part, evaluation) -> {
            add(line, part + "_loss", evaluation.loss());
            evaluation.metrics().forEach((metric, value) -> add(line, part + "_" + metric.column(), value));
        });
        log.add(line.toString());
    }

    @Override
    public void onEnd(History history) {
        JsonObject line = new JsonObject();
        line.addProperty("outcome", history.outcome().text());
        log.add(line.toString());
        log.flush();
    }

    private static void add(JsonObject line, String name, double number) {
        line.add(name, Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE);
    }

    /** Where it goes, as in {@code log in runs/a/log.jsonl}. */
    @Override
    public String toString() {
        return "log in " + log;
    }
}
