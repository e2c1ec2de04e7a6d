package org.gradus.optim.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.rule.Swats;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What optimizers.json has beyond the families that the replay gives to dialects: when SWATS switches and to what rate, and the trajectories
 * of PyTorch and timm on which the lecture and the dialect agree. Gradients are written out here, without the engine.
 */
class DialectGoldensTest {
    private static final Map<String, Function<JsonObject, Dialect>> DIALECTS = Map.of(
            "swats", h -> new KozistrSwats(number(h, "beta1"), number(h, "beta2"), number(h, "tol")),
            "adagrad", h -> new PyTorchAdagrad(0, 0, epsilon(h)),
            "sgdm", h -> new PyTorchSgdm(number(h, "momentum"), 0),
            "sgdwm", h -> new TimmSgdw(number(h, "momentum"), number(h, "weight_decay")));

    @TestFactory
    Stream<DynamicTest> trajectoriesAndSwitchesAreThoseOfTheReference() throws IOException {
        JsonObject file = read();
        return StreamSupport.stream(file.getAsJsonArray("entries").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(entry -> DIALECTS.containsKey(entry.get("optimizer").getAsString()))
                .filter(entry -> !entry.get("problem").getAsString().equals("iris_a"))
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> replay(file, entry)));
    }

    private static void replay(JsonObject file, JsonObject entry) {
        JsonObject problem = file.getAsJsonObject("problems")
                .getAsJsonObject(entry.get("problem").getAsString());
        UnaryOperator<double[]> gradient = problem.has("A") ? quadratic(problem) : DialectGoldensTest::rosenbrock;
        Dialect dialect = DIALECTS.get(entry.get("optimizer").getAsString()).apply(entry.getAsJsonObject("hyper"));
        double[] theta = numbers(problem.getAsJsonArray("theta0"));
        State state = dialect.init(theta.length);
        double eta = number(entry.getAsJsonObject("hyper"), "lr");
        JsonObject snapshots = entry.getAsJsonObject("theta");
        double tolerance = entry.get("abs_tol").getAsDouble();
        for (int t = 1; t <= 200; t++) {
            Movements.step(dialect, theta, gradient.apply(theta), state, new Step(t, eta));
            if (snapshots.has(Integer.toString(t))) {
                double[] expected = numbers(snapshots.getAsJsonArray(Integer.toString(t)));
                assertThat(theta).as("θ after step %d", t).containsExactly(expected, within(tolerance));
            }
        }
        if (dialect instanceof KozistrSwats swats) {
            compareSwitch(swats.switched(state), entry.getAsJsonObject("switch"), tolerance);
        }
    }

    private static void compareSwitch(Optional<Swats.Switch> found, JsonObject expected, double tolerance) {
        if (expected.get("switched_after_step").isJsonNull()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).isPresent();
            assertThat(found.get().step())
                    .isEqualTo(expected.get("switched_after_step").getAsLong());
            assertThat(found.get().rate()).isCloseTo(expected.get("LAMBDA").getAsDouble(), within(tolerance));
        }
    }

    private static double[] rosenbrock(double[] theta) {
        double valley = theta[1] - theta[0] * theta[0];
        return new double[] {-2 * (1 - theta[0]) - 400 * theta[0] * valley, 200 * valley};
    }

    /** Aθ − b. */
    private static UnaryOperator<double[]> quadratic(JsonObject problem) {
        double[] b = numbers(problem.getAsJsonArray("b"));
        double[][] a = StreamSupport.stream(problem.getAsJsonArray("A").spliterator(), false)
                .map(row -> numbers(row.getAsJsonArray()))
                .toArray(double[][]::new);
        return theta -> {
            double[] g = new double[b.length];
            for (int i = 0; i < b.length; i++) {
                g[i] = -b[i];
                for (int j = 0; j < b.length; j++) {
                    g[i] += a[i][j] * theta[j];
                }
            }
            return g;
        };
    }

    private static JsonObject read() throws IOException {
        try (Reader in = new InputStreamReader(
                DialectGoldensTest.class.getResourceAsStream("/org/gradus/goldens/optimizers.json"),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        }
    }

    private static double[] numbers(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }

    /** Some have ε = 0, which a rule with an ε refuses; this one is as good as 0. */
    private static double epsilon(JsonObject hyper) {
        return Math.max(number(hyper, "eps"), 1e-300);
    }
}
