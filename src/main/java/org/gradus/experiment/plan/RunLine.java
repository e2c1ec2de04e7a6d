package org.gradus.experiment.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.RunSpec;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Metric;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;

/** A result as one line of JSON. Numbers keep every bit; those that JSON does not have are text. */
final class RunLine {
    static final String RUN = "run";
    private static final String FAILURE = "failure";
    private static final String STEPS = "steps";
    private static final String EPOCH = "epoch";
    private static final String LOSS = "loss";
    private static final String TEST = "test";
    private static final String REASON = "reason";
    private static final String END = "end";

    private RunLine() {}

    static String json(RunResult result) {
        JsonObject line = new JsonObject();
        line.addProperty(RUN, result.spec().text());
        line.addProperty("id", result.id());
        line.addProperty("data", result.data());
        result.failure().ifPresent(reason -> line.addProperty(FAILURE, reason));
        line.add("outcome", outcome(result.history().outcome()));
        line.add("epochs", epochs(result.history().epochs()));
        if (!result.history().steps().isEmpty()) {
            line.add(STEPS, steps(result.history().steps()));
        }
        result.test().ifPresent(test -> line.add(TEST, json(test)));
        line.addProperty("fingerprint", result.fingerprint());
        line.addProperty("seconds", result.seconds());
        JsonObject environment = new JsonObject();
        result.environment().forEach(environment::addProperty);
        line.add("environment", environment);
        return line.toString();
    }

    static RunResult result(JsonObject line, RunSpec spec) {
        List<StepMetrics> steps = new ArrayList<>();
        if (line.has(STEPS)) {
            line.getAsJsonArray(STEPS).forEach(step -> steps.add(step(step.getAsJsonArray())));
        }
        List<EpochMetrics> epochs = new ArrayList<>();
        line.getAsJsonArray("epochs").forEach(epoch -> epochs.add(epoch(epoch.getAsJsonObject())));
        Map<String, String> environment = new LinkedHashMap<>();
        line.getAsJsonObject("environment")
                .entrySet()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().getAsString()));
        return new RunResult(
                spec,
                line.get("id").getAsString(),
                line.get("data").getAsString(),
                new History(steps, epochs, outcome(line.getAsJsonObject("outcome"))),
                Optional.ofNullable(line.getAsJsonObject(TEST)).map(RunLine::evaluation),
                Optional.ofNullable(line.get(FAILURE)).map(JsonElement::getAsString),
                line.get("fingerprint").getAsString(),
                line.get("seconds").getAsDouble(),
                environment);
    }

    static JsonObject outcome(Outcome outcome) {
        JsonObject json = new JsonObject();
        if (outcome instanceof Outcome.Stopped stopped) {
            json.addProperty(END, "stopped");
            json.addProperty(EPOCH, stopped.epoch());
            json.addProperty("best", stopped.best());
        } else if (outcome instanceof Outcome.Diverged diverged) {
            json.addProperty(END, "diverged");
            json.addProperty("step", diverged.step());
            json.addProperty(REASON, diverged.reason());
        } else if (outcome instanceof Outcome.Interrupted interrupted) {
            json.addProperty(END, "interrupted");
            json.addProperty("step", interrupted.step());
        } else {
            json.addProperty(END, outcome.text());
        }
        return json;
    }

    static Outcome outcome(JsonObject json) {
        return switch (json.get(END).getAsString()) {
            case "completed" -> new Outcome.Completed();
            case "stopped" ->
                new Outcome.Stopped(json.get(EPOCH).getAsInt(), json.get("best").getAsInt());
            case "diverged" ->
                new Outcome.Diverged(
                        json.get("step").getAsLong(), json.get(REASON).getAsString());
            case "interrupted" -> new Outcome.Interrupted(json.get("step").getAsLong());
            case "unfinished" -> new Outcome.Unfinished();
            default -> throw new IllegalArgumentException("no end of a run: " + json);
        };
    }

    private static JsonArray epochs(List<EpochMetrics> epochs) {
        JsonArray array = new JsonArray();
        for (EpochMetrics epoch : epochs) {
            JsonObject json = new JsonObject();
            json.addProperty(EPOCH, epoch.epoch());
            json.add("parts", parts(epoch.parts()));
            array.add(json);
        }
        return array;
    }

    private static EpochMetrics epoch(JsonObject json) {
        JsonObject parts = json.getAsJsonObject("parts");
        return new EpochMetrics(
                json.get(EPOCH).getAsInt(),
                Optional.ofNullable(parts.getAsJsonObject("training")).map(RunLine::evaluation),
                evaluation(parts.getAsJsonObject("validation")),
                Optional.ofNullable(parts.getAsJsonObject(TEST)).map(RunLine::evaluation));
    }

    private static JsonObject parts(Map<String, Evaluation> parts) {
        JsonObject json = new JsonObject();
        parts.forEach((name, evaluation) -> json.add(name, json(evaluation)));
        return json;
    }

    private static JsonObject json(Evaluation evaluation) {
        JsonObject json = new JsonObject();
        json.add(LOSS, number(evaluation.loss()));
        evaluation.metrics().forEach((metric, value) -> json.add(metric.column(), number(value)));
        return json;
    }

    static Evaluation evaluation(JsonObject json) {
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (json.has(metric.column())) {
                metrics.put(metric, json.get(metric.column()).getAsDouble());
            }
        }
        return new Evaluation(json.get(LOSS).getAsDouble(), metrics);
    }

    private static JsonArray steps(List<StepMetrics> steps) {
        JsonArray array = new JsonArray();
        for (StepMetrics step : steps) {
            JsonArray numbers = new JsonArray();
            numbers.add(step.step());
            numbers.add(step.epoch());
            numbers.add(number(step.loss()));
            numbers.add(number(step.gradientNorm()));
            numbers.add(number(step.learningRate()));
            array.add(numbers);
        }
        return array;
    }

    private static StepMetrics step(JsonArray numbers) {
        return new StepMetrics(
                numbers.get(0).getAsLong(),
                numbers.get(1).getAsInt(),
                numbers.get(2).getAsDouble(),
                numbers.get(3).getAsDouble(),
                numbers.get(4).getAsDouble());
    }

    private static JsonPrimitive number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(Double.toString(value));
    }
}
