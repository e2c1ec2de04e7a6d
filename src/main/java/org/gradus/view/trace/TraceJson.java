package org.gradus.view.trace;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.equation.Line;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Minimum;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;

/**
 * A trace as JSON: the rule with its hyper-parameters and equations, the problem, the start, and for each step the loss, every symbol's value
 * and the lines that applied.
 *
 * <p>A value is an array of numbers, of one for a scalar. Reading a number gives the same bits. JSON has no NaN and no infinities; they are the
 * strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class TraceJson {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().create(); // which would write β1 = 0 as \u003d

    private TraceJson() {}

    /**
     * {@return the trace as one JSON object}
     *
     * @param trace the trace
     */
    public static String json(Trace trace) {
        JsonObject json = new JsonObject();
        json.addProperty("rule", trace.rule().name());
        json.add("hyperparameters", numbers(Titles.hyperparameters(trace)));
        json.add("equations", equations(trace));
        json.add("problem", problem(trace.landscape()));
        json.add(
                "start",
                array(trace.start().stream().mapToDouble(Double::doubleValue).toArray()));
        JsonArray steps = new JsonArray();
        trace.steps().forEach(step -> steps.add(step(step)));
        json.add("steps", steps);
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject numbers(Map<String, Double> values) {
        JsonObject json = new JsonObject();
        values.forEach((symbol, value) -> json.add(symbol, number(value)));
        return json;
    }

    private static JsonArray equations(Trace trace) {
        JsonArray lines = new JsonArray();
        for (Line line : trace.rule().equations().lines()) {
            JsonObject json = new JsonObject();
            json.addProperty("text", line.text());
            json.addProperty("latex", line.latex());
            lines.add(json);
        }
        return lines;
    }

    private static JsonObject problem(Landscape landscape) {
        JsonObject json = new JsonObject();
        json.addProperty("name", landscape.name());
        json.addProperty("formula", landscape.formula());
        json.addProperty("dimensions", landscape.dimensions());
        JsonArray minima = new JsonArray();
        for (Minimum minimum : landscape.minima()) {
            JsonObject point = new JsonObject();
            point.add("point", array(minimum.point()));
            point.add("value", number(minimum.value()));
            minima.add(point);
        }
        json.add("minima", minima);
        json.addProperty("citation", landscape.citation());
        return json;
    }

    private static JsonObject step(TraceStep step) {
        JsonObject json = new JsonObject();
        json.addProperty("t", step.t());
        json.add("loss", number(step.loss()));
        JsonObject values = new JsonObject();
        step.values().forEach((symbol, value) -> values.add(symbol, array(value)));
        json.add("values", values);
        JsonObject lines = new JsonObject();
        step.lines()
                .forEach((symbol, each) ->
                        lines.addProperty(symbol, each.stream().map(Line::text).collect(Collectors.joining("\n"))));
        json.add("lines", lines);
        return json;
    }

    static JsonArray array(double[] values) {
        JsonArray json = new JsonArray();
        for (double value : values) {
            json.add(number(value));
        }
        return json;
    }

    static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : new JsonPrimitive(Double.toString(value));
    }
}
