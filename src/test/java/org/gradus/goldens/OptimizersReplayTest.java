package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.Adam;
import org.gradus.optim.Optimizer;
import org.gradus.optim.Sgd;
import org.gradus.optim.Sgdm;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** optimizers.json: trajectories of 200 steps, by PyTorch and reference implementations in float64. */
class OptimizersReplayTest {
    private static final Map<String, Function<JsonObject, UpdateRule>> RULES = Map.of(
            "sgd", h -> new Sgd(number(h, "lr")),
            "sgdm", h -> new Sgdm(eta(h), number(h, "momentum")),
            "sgdm_sched_lecture", h -> new Sgdm(halfCosine(number(h, "lr")), number(h, "momentum")),
            "adam", h -> adam(eta(h), h),
            "adam_linear_warmup", h -> adam(t -> number(h, "lr") * Math.min(1, (t + 1) / 20.0), h));

    @TestFactory
    Stream<DynamicTest> trajectoriesAreThoseOfTheReference() {
        JsonObject file = Goldens.read("optimizers.json");
        return Goldens.entries(file).stream()
                .filter(entry -> RULES.containsKey(entry.get("optimizer").getAsString()))
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> replay(file, entry)));
    }

    @Test
    void everyFamilyThatIsReplayedHasEntries() {
        List<String> families = Goldens.entries(Goldens.read("optimizers.json")).stream()
                .map(entry -> entry.get("optimizer").getAsString())
                .distinct()
                .toList();
        assertThat(families).containsAll(RULES.keySet());
    }

    private static void replay(JsonObject file, JsonObject entry) {
        JsonObject problem = file.getAsJsonObject("problems")
                .getAsJsonObject(entry.get("problem").getAsString());
        Function<Tensor, Tensor> loss = Problems.loss(problem);
        Parameter theta = new Parameter("theta", Tensor.of(Goldens.numbers(problem.getAsJsonArray("theta0"))));
        UpdateRule rule = RULES.get(entry.get("optimizer").getAsString()).apply(entry.getAsJsonObject("hyper"));
        Optimizer optimizer = new Optimizer(rule, Map.of("theta", theta));
        double tolerance = entry.get("abs_tol").getAsDouble();
        JsonObject snapshots = entry.getAsJsonObject("theta");
        for (int t = 1; t <= 200; t++) {
            optimizer.step(loss.apply(theta.value()).backward());
            if (snapshots.has(Integer.toString(t))) {
                double[] expected = Goldens.numbers(snapshots.getAsJsonArray(Integer.toString(t)));
                Goldens.assertClose("θ after step " + t, theta.value().toArray(), expected, tolerance, 0);
                double after = entry.getAsJsonObject("loss_after")
                        .get(Integer.toString(t))
                        .getAsDouble();
                double[] found = {loss.apply(theta.value()).item()};
                Goldens.assertClose("loss after step " + t, found, new double[] {after}, tolerance, 1e-9);
            }
        }
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }

    private static Schedule eta(JsonObject hyper) {
        return new Constant(number(hyper, "lr"));
    }

    private static Schedule halfCosine(double lr) {
        return t -> 0.5 * lr * (1 + FastMath.cos(Math.PI * t / 200));
    }

    private static Adam adam(Schedule eta, JsonObject h) {
        return new Adam(eta, number(h, "beta1"), number(h, "beta2"), number(h, "eps"));
    }
}
