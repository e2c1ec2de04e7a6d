package org.gradus.experiment.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.experiment.RunSpec;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Outcome;

/**
 * What is kept of a run in a {@link ResultFile}: enough to run it again, to know whether the bits agree, and to say which number does not.
 *
 * @param spec the run, with absolute paths
 * @param id what means the run and its data; "" if the data could not be opened
 * @param data the fingerprint of the data; "" if it could not be opened
 * @param outcome how it ended
 * @param failure why it failed, in a sentence; none if it came to an end
 * @param untrained what was measured before training, by the part of the data; empty if nothing was
 * @param trained what was measured last, by the part of the data; empty if nothing was
 * @param fingerprint a hash of every number that was measured; "" if the run failed
 */
public record RunSummary(
        RunSpec spec,
        String id,
        String data,
        Outcome outcome,
        Optional<String> failure,
        Map<String, Evaluation> untrained,
        Map<String, Evaluation> trained,
        String fingerprint) {
    private static final String FAILURE = "failure";
    private static final List<String> PARTS =
            List.of(RunLine.RUN, "id", "data", "outcome", "untrained", "trained", "fingerprint");

    /** Keeps copies of the maps, which nobody can change. */
    public RunSummary {
        untrained = Collections.unmodifiableMap(new LinkedHashMap<>(untrained));
        trained = Collections.unmodifiableMap(new LinkedHashMap<>(trained));
    }

    /**
     * {@return what is kept of a result}
     *
     * @param result the result
     */
    public static RunSummary of(RunResult result) {
        History history = result.history();
        boolean measured = !history.epochs().isEmpty();
        Map<String, Evaluation> trained =
                new LinkedHashMap<>(measured ? history.last().parts() : Map.of());
        result.test().ifPresent(test -> trained.put("test", test));
        return new RunSummary(
                result.spec().located(),
                result.id(),
                result.data(),
                history.outcome(),
                result.failure(),
                measured ? history.epochs().get(0).parts() : Map.of(),
                trained,
                result.fingerprint());
    }

    /** {@return whether the run was trained until it ended by itself, be it that it diverged} */
    public boolean ended() {
        return failure.isEmpty()
                && !(outcome instanceof Outcome.Interrupted)
                && !(outcome instanceof Outcome.Unfinished);
    }

    /** {@return how it ended, in words, as {@link RunResult#ending} has it} */
    public String ending() {
        return failure.map(reason -> "failed: " + reason).orElseGet(outcome::text);
    }

    /** As one line of JSON, the same on every Java. */
    String json() {
        JsonObject line = new JsonObject();
        line.addProperty(RunLine.RUN, spec.text());
        line.addProperty("id", id);
        line.addProperty("data", data);
        line.add("outcome", RunLine.outcome(outcome));
        failure.ifPresent(reason -> line.addProperty(FAILURE, reason));
        line.add("untrained", json(untrained));
        line.add("trained", json(trained));
        line.addProperty("fingerprint", fingerprint);
        return line.toString();
    }

    private static JsonObject json(Map<String, Evaluation> parts) {
        JsonObject json = new JsonObject();
        parts.forEach((part, evaluation) -> {
            JsonObject numbers = new JsonObject();
            numbers.add("loss", number(evaluation.loss()));
            evaluation.metrics().forEach((metric, value) -> numbers.add(metric.column(), number(value)));
            json.add(part, numbers);
        });
        return json;
    }

    /** With every bit; what JSON has no number for is text. */
    private static JsonElement number(double value) {
        String text = ShortestDecimal.text(value);
        return Double.isFinite(value) ? JsonParser.parseString(text) : new JsonPrimitive(text);
    }

    /**
     * What a line says of a run.
     *
     * @throws RuntimeException whatever the parser throws where a part is missing or of another type
     */
    static RunSummary of(JsonObject line, RunSpec spec) {
        Set<String> names = line.keySet();
        if (!names.containsAll(PARTS) || names.size() != PARTS.size() + (line.has(FAILURE) ? 1 : 0)) {
            throw new IllegalStateException("a part is missing or unknown");
        }
        return new RunSummary(
                spec,
                line.get("id").getAsString(),
                line.get("data").getAsString(),
                RunLine.outcome(line.getAsJsonObject("outcome")),
                Optional.ofNullable(line.get(FAILURE)).map(JsonElement::getAsString),
                parts(line.getAsJsonObject("untrained")),
                parts(line.getAsJsonObject("trained")),
                line.get("fingerprint").getAsString());
    }

    private static Map<String, Evaluation> parts(JsonObject json) {
        Map<String, Evaluation> parts = new LinkedHashMap<>();
        json.entrySet()
                .forEach(part -> parts.put(
                        part.getKey(), RunLine.evaluation(part.getValue().getAsJsonObject())));
        return parts;
    }

    /** The run and how it ended. */
    @Override
    public String toString() {
        return "%s: %s".formatted(spec, ending());
    }
}
