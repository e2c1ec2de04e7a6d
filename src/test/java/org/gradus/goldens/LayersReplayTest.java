package org.gradus.goldens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.nn.norm.GroupNorm;
import org.gradus.nn.norm.LayerNorm;
import org.gradus.nn.norm.RmsNorm;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The normalization entries of ops.json once more, by the layers themselves, with their parameters and running statistics. */
class LayersReplayTest {

    @TestFactory
    Stream<DynamicTest> layersAreThoseOfPyTorch() {
        JsonObject file = Goldens.read("ops.json");
        return Goldens.entries(file).stream()
                .filter(entry -> entry.get("op").getAsString().endsWith("_norm")
                        || entry.get("op").getAsString().startsWith("batch_norm"))
                .filter(entry -> !entry.get("op").getAsString().equals("weight_norm"))
                .map(entry -> DynamicTest.dynamicTest(entry.get("id").getAsString(), () -> replay(file, entry)));
    }

    private static void replay(JsonObject file, JsonObject entry) {
        JsonObject attributes = entry.getAsJsonObject("attrs");
        JsonObject inputs = entry.getAsJsonObject("inputs");
        Parameter x = new Parameter("x", Goldens.tensor(inputs.get("x")));
        Layer layer = layer(entry, x.shape().rank() > 1 ? x.shape().size(1) : 0);
        layer.parameters().forEach((name, parameter) -> parameter.set(Goldens.tensor(inputs.get(name))));
        layer.buffers()
                .forEach((name, buffer) ->
                        buffer.set(Tensor.of(Goldens.numbers(attributes.getAsJsonArray(name + "_before")))));

        Mode mode = entry.get("op").getAsString().endsWith("_eval") ? Mode.EVALUATION : Mode.TRAINING;
        Tensor y = layer.forward(x.value(), mode);

        assertClose(file, "output", y, entry.get("output"));
        var gradients = y.mul(Goldens.tensor(entry.get("grad_output"))).sum().backward();
        JsonObject expected = entry.getAsJsonObject("grads");
        assertClose(file, "gradient of x", gradients.of(x), expected.get("x"));
        for (Map.Entry<String, Parameter> parameter : layer.parameters().entrySet()) {
            assertClose(file, parameter.getKey(), gradients.of(parameter.getValue()), expected.get(parameter.getKey()));
        }
        layer.buffers()
                .forEach((name, buffer) -> assertClose(
                        file,
                        name,
                        buffer.value(),
                        entry.getAsJsonObject("after").get(name)));
    }

    private static void assertClose(JsonObject file, String what, Tensor found, JsonElement expected) {
        double abs = file.get("abs_tol").getAsDouble();
        double rel = file.get("rel_tol").getAsDouble();
        Goldens.assertClose(what, found.toArray(), Goldens.tensor(expected).toArray(), abs, rel);
    }

    private static Layer layer(JsonObject entry, int channels) {
        JsonObject attributes = entry.getAsJsonObject("attrs");
        String op = entry.get("op").getAsString();
        assertThat(attributes.get("eps").getAsDouble())
                .as("the layers' own ε")
                .isEqualTo(op.equals("rms_norm") ? 1e-6 : 1e-5);
        return switch (op) {
            case "layer_norm" -> new LayerNorm(Goldens.ints(attributes.getAsJsonArray("normalized_shape")));
            case "group_norm" -> new GroupNorm(attributes.get("num_groups").getAsInt(), channels);
            case "instance_norm" -> new GroupNorm(channels, channels); // the reference has weights

            case "rms_norm" -> new RmsNorm(channels);
            default ->
                BatchNorm.withWeightOfNew(channels, attributes.get("momentum").getAsDouble());
        };
    }
}
