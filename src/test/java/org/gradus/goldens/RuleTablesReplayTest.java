package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.equation.Equations;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.optim.Treatment;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.optim.rule.AdaBound;
import org.gradus.optim.rule.RAdam;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables of schedules.json that belong to rules, by closed formulas in long double: the rules' equations give the same. */
class RuleTablesReplayTest {
    /**
     * A table of the file.
     *
     * @param lines the equations that have the numbers
     * @param columns the symbols by the names of the table's columns
     * @param first the step of the equations that the file counts as t = 0
     * @param tolerance relative: 1 − 0.999 is good to 10⁻¹³, and from it comes ρ_1 = 1 as the difference of two numbers near 2000
     */
    private record Table(Equations lines, Map<String, String> columns, int first, double tolerance) {}

    private static Table table(String id) {
        return switch (id) {
            case "RAdam/rho_r/beta2=0.999" ->
                new Table(new RAdam(0.9, 0.999, 1e-300).equations(), Map.of("values", "ρ_t", "r_t", "r_t"), 0, 1e-9);
            case "RAdam/rho_r/beta2=0.99" ->
                new Table(new RAdam(0.9, 0.99, 1e-300).equations(), Map.of("values", "ρ_t", "r_t", "r_t"), 0, 1e-11);
            case "AdaBound/bounds/beta2=0.999" ->
                new Table(
                        new AdaBound(0.9, 0.999, 1e-300, 0.1).equations(),
                        Map.of("values", "l_t", "upper", "u_t"),
                        0,
                        1e-12);
            case "GradientNoise/lecture/c=0.01" ->
                new Table(noisySgd(new GradientNoise(0.01, 0.55, 0)), Map.of("values", "σ_{t−1}"), 1, 1e-15);
            case "GradientNoise/paper/c=0.01" ->
                new Table(noisySgd(new PaperGradientNoise(0.01, 0.55, 0)), Map.of("std", "σ_{t−1}"), 1, 1e-15);
            default -> throw new IllegalArgumentException("no such table: " + id);
        };
    }

    private static Equations noisySgd(Treatment noise) {
        return noise.equations().then(Equations.of("θ_t = θ_{t−1} − η g̃_{t−1}"));
    }

    private static List<JsonObject> entries() {
        return Goldens.entries(Goldens.read("schedules.json")).stream()
                .filter(entry -> entry.get("id").getAsString().matches("(RAdam|AdaBound|GradientNoise)/.*"))
                .toList();
    }

    @Test
    void thereAreFive() {
        assertThat(entries()).hasSize(5);
    }

    @TestFactory
    Stream<DynamicTest> equationsGiveTheTable() {
        return entries().stream().map(entry -> {
            String id = entry.get("id").getAsString();
            return DynamicTest.dynamicTest(id, () -> replay(entry, table(id)));
        });
    }

    private static void replay(JsonObject entry, Table table) {
        List<JsonElement> steps =
                entry.getAsJsonObject("hyper").getAsJsonArray("t").asList();
        Recurrence recurrence = new Recurrence(table.lines, new double[] {1});
        Snapshot now = recurrence.step(1, point -> new double[] {1});
        for (int row = 0; row < steps.size(); row++) {
            while (now.t() < steps.get(row).getAsInt() + table.first) {
                now = recurrence.step(1, point -> new double[] {1});
            }
            for (Map.Entry<String, String> column : table.columns.entrySet()) {
                JsonElement expected = entry.getAsJsonArray(column.getKey()).get(row);
                compare(expected, now, column.getValue(), table.tolerance);
            }
        }
    }

    private static void compare(JsonElement expected, Snapshot step, String symbol, double tolerance) {
        if (expected.isJsonNull()) {
            assertThat(step.values()).as("%s at step %s", symbol, step.t()).doesNotContainKey(symbol);
        } else {
            assertThat(step.value(symbol)[0])
                    .as("%s at step %s", symbol, step.t())
                    .isCloseTo(expected.getAsDouble(), within(tolerance * expected.getAsDouble()));
        }
    }
}
