package org.gradus.view.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Stream;
import org.gradus.equation.Line;
import org.gradus.landscape.Landscape;
import org.gradus.optim.RuleWithRate;
import org.gradus.testing.InEveryLocale;
import org.gradus.trace.Trace;
import org.gradus.trace.TraceStep;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class TraceJsonTest {

    static Stream<Named<Trace>> traces() {
        return Traces.all();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyNumberOfEveryStepIsThereToTheLastBit(Trace trace) {
        JsonArray steps = parse(trace).getAsJsonArray("steps");
        assertThat(steps).hasSameSizeAs(trace.steps());
        for (TraceStep step : trace.steps()) {
            JsonObject json = steps.get((int) step.t() - 1).getAsJsonObject();
            assertThat(json.get("t").getAsLong()).isEqualTo(step.t());
            assertThat(json.get("loss").getAsString()).isEqualTo(Double.toString(step.loss()));
            JsonObject values = json.getAsJsonObject("values");
            assertThat(values.keySet()).containsExactlyElementsOf(step.values().keySet());
            step.values()
                    .forEach((symbol, value) -> assertThat(numbers(values.get(symbol)))
                            .as("%s at step %d", symbol, step.t())
                            .isEqualTo(value));
            JsonObject lines = json.getAsJsonObject("lines");
            assertThat(lines.keySet()).containsExactlyElementsOf(step.lines().keySet());
            step.lines()
                    .forEach((symbol, line) -> assertThat(lines.get(symbol).getAsString())
                            .isEqualTo(line.get(0).text()));
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void itSaysWhatWasTraced(Trace trace) {
        JsonObject json = parse(trace);
        assertThat(json.get("rule").getAsString()).isEqualTo(trace.rule().name());
        assertThat(numbers(json.get("start"))).isEqualTo(trace.path().get(0));
        JsonArray equations = json.getAsJsonArray("equations");
        assertThat(equations).hasSameSizeAs(trace.rule().equations().lines());
        for (int i = 0; i < equations.size(); i++) {
            Line line = trace.rule().equations().lines().get(i);
            JsonObject written = equations.get(i).getAsJsonObject();
            assertThat(Line.parse(written.get("text").getAsString())).isEqualTo(line);
            assertThat(written.get("latex").getAsString()).isEqualTo(line.latex());
        }
        JsonObject hyperparameters = json.getAsJsonObject("hyperparameters");
        assertThat(hyperparameters.get("η").getAsDouble()).isEqualTo(trace.eta().at(0));
        trace.rule()
                .equations()
                .constants()
                .forEach((symbol, value) ->
                        assertThat(hyperparameters.get(symbol).getAsDouble()).isEqualTo(value));
        JsonObject problem = json.getAsJsonObject("problem");
        Landscape landscape = trace.landscape();
        assertThat(problem.get("name").getAsString()).isEqualTo(landscape.name());
        assertThat(problem.get("formula").getAsString()).isEqualTo(landscape.formula());
        assertThat(problem.get("dimensions").getAsInt()).isEqualTo(landscape.dimensions());
        assertThat(problem.get("citation").getAsString()).isEqualTo(landscape.citation());
        JsonObject minimum = problem.getAsJsonArray("minima").get(0).getAsJsonObject();
        assertThat(numbers(minimum.get("point")))
                .isEqualTo(landscape.minima().get(0).point());
        assertThat(minimum.get("value").getAsDouble())
                .isEqualTo(landscape.minima().get(0).value());
    }

    @Test
    void whatJsonHasNoNumberForIsAString() {
        assertThat(TraceJson.json(Traces.written()))
                .contains("\"m̂_t\":[3.0,\"NaN\"]", "\"θ_t\":[\"Infinity\",-0.3333333333333333]")
                .endsWith("}\n");
    }

    @Test
    void aLearningRateThatChangesIsNoHyperparameter() {
        RuleWithRate rule = new RuleWithRate(Traces.written().rule(), t -> 0.1 / (t + 1));
        JsonObject json = parse(Trace.of(rule, Traces.written().landscape(), 2));
        assertThat(json.getAsJsonObject("hyperparameters").keySet()).doesNotContain("η");
    }

    private static JsonObject parse(Trace trace) {
        return JsonParser.parseString(TraceJson.json(trace)).getAsJsonObject();
    }

    private static double[] numbers(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }
}
