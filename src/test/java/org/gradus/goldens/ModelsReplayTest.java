package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.assertj.core.api.Assertions;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Mode;
import org.gradus.nn.Sequential;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.Evaluation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** models.json: 50 training steps of a small network on the digits, by PyTorch in float64. */
class ModelsReplayTest {
    /**
     * The loss does not depend on a bias in front of batch normalization: its gradient is 0 but for rounding, which Adam, dividing by √v̂,
     * turns into a random walk of about 10⁻¹¹ a step. The running mean follows that bias. With the bias held at 0 the reference is still
     * 4.7·10⁻¹⁰ away: that is PyTorch's own noise, so the entry's tolerance, which is met by the losses, cannot be asked of the running mean.
     */
    private static final double RUNNING_MEAN_TOLERANCE = 2e-9;

    @TestFactory
    Stream<DynamicTest> fiftyStepsAreThoseOfPyTorch() {
        return Goldens.entries(Goldens.read("models.json")).stream()
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> replay(entry)));
    }

    private static void replay(JsonObject entry) {
        double tolerance = entry.get("abs_tol").getAsDouble();
        Layer model = model(entry.get("id").getAsString());
        Optimizer optimizer = rule(entry.get("id").getAsString()).optimizer(model.parameters());
        Dataset digits = Digits.load();
        double[] expected = Goldens.numbers(entry.getAsJsonArray("loss"));
        double[] found = new double[expected.length];
        for (int t = 0; t < found.length; t++) {
            int start = 64 * (t % 4);
            Dataset batch = digits.range(start, start + 64);
            Tensor loss = Losses.crossEntropy(model.forward(batch.features(), Mode.TRAINING), batch.labels());
            found[t] = loss.item();
            optimizer.step(loss.backward());
        }
        Goldens.assertClose("loss by step", found, expected, tolerance, 0);
        after(entry.getAsJsonObject("after"), model, digits, tolerance);
    }

    private static void after(JsonObject after, Layer model, Dataset digits, double tolerance) {
        Evaluation seen = Evaluation.of(model, digits.range(0, 256));
        Evaluation fresh = Evaluation.of(model, digits.range(256, digits.size()));
        double[] losses = {seen.loss(), fresh.loss()};
        double[] expected = {
            after.get("eval_loss_rows_0_255").getAsDouble(),
            after.get("eval_loss_rows_256_1796").getAsDouble()
        };
        Goldens.assertClose("evaluation loss", losses, expected, tolerance, 0);
        Assertions.assertThat(FastMath.round(fresh.accuracy() * 1541))
                .isEqualTo(after.get("correct_of_1541").getAsLong());
        Tensor weight = model.parameters().get("0.weight").value();
        double[] row = weight.slice(1, 0, 1).toArray();
        Goldens.assertClose(
                "first row of the first weight",
                row,
                Goldens.numbers(after.getAsJsonArray("l1_weight_row0")),
                tolerance,
                0);
        for (String buffer : List.of("running_mean", "running_var")) {
            if (after.has(buffer)) {
                double[] running = model.buffers().get("1." + buffer).value().toArray();
                double allowed = buffer.equals("running_mean") ? RUNNING_MEAN_TOLERANCE : tolerance;
                Goldens.assertClose(buffer, running, Goldens.numbers(after.getAsJsonArray(buffer)), allowed, 0);
            }
        }
    }

    private static RuleWithRate rule(String id) {
        return switch (id) {
            case "digits_mlp/adam" -> new RuleWithRate(new Adam(), 0.01);
            case "digits_mlp/sgdm" -> new RuleWithRate(new Sgdm(), 0.05);
            case "digits_mlp/sgd_nonorm" -> new RuleWithRate(new Sgd(), 0.1);
            default -> throw new IllegalArgumentException("no rule is known for the model " + id);
        };
    }

    private static Layer model(String id) {
        if (id.endsWith("_nonorm")) {
            return Sequential.of(
                    linear(64, 32, k -> 0.2 * FastMath.cos(1.3 * k + 1)),
                    Activation.TANH,
                    linear(32, 10, k -> 0.3 * FastMath.cos(1.3 * k + 2)));
        }
        IntToDoubleFunction sine = k -> 0.1 * FastMath.sin(k);
        return Sequential.of(linear(64, 32, sine), new BatchNorm(32), Activation.RELU, linear(32, 10, sine));
    }

    /** The reference numbers the weights along the rows of PyTorch's (out, in) matrix, the transpose of ours. */
    private static Linear linear(int in, int out, IntToDoubleFunction weight) {
        double[] numbers = new double[in * out];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = weight.applyAsDouble(k);
        }
        Tensor outIn = Tensor.of(Shape.of(out, in), numbers);
        return new Linear(in, out, (i, o, random) -> outIn.transpose(), new RandomStream(0));
    }
}
