package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.gradus.data.Safetensors;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.nn.norm.LayerNorm;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** PyTorch's own file and outputs; the README beside them says how they were made. */
class StateDictionaryTest {
    private static final String PREFIX = "state dictionary does not fit the model, which is unchanged: ";

    private final Map<String, Tensor> pyTorchs = read("mlp.safetensors");
    private final Sequential model = Sequential.of(
            new Linear(4, 5, new RandomStream(1)),
            new BatchNorm(5),
            Activation.RELU,
            new Linear(5, 5, new RandomStream(2)),
            new LayerNorm(5),
            Activation.GELU,
            new Linear(5, 3, new RandomStream(3)));

    private static Map<String, Tensor> read(String name) {
        try {
            Path file = Path.of(Objects.requireNonNull(StateDictionaryTest.class.getResource(name))
                    .toURI());
            return Safetensors.read(file).tensors();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aModelOfPyTorchComputesTheSameHere() {
        Map<String, Tensor> outputs = read("mlp-outputs.safetensors");
        Tensor x = outputs.get("x");
        StateDictionary.load(model, pyTorchs);
        assertThat(model.forward(x, Mode.EVALUATION).toArray())
                .containsExactly(outputs.get("evaluation").toArray(), within(1e-14));
        assertThat(model.forward(x, Mode.TRAINING).toArray())
                .containsExactly(outputs.get("training").toArray(), within(1e-14));
    }

    @Test
    void wrappedLayersAreTransposedToo() {
        Layer wrapped = new Frozen(Sequential.of(new Residual(new Linear(2, 2, new RandomStream(1))), Activation.TANH));
        Tensor square = Tensor.of(new double[][] {{1, 2}, {3, 4}});
        StateDictionary.load(wrapped, Map.of("0.weight", square, "0.bias", Tensor.of(5, 6)));
        assertThat(wrapped.parameters().get("0.weight").value().toArray()).containsExactly(1, 3, 2, 4);
        assertThat(wrapped.parameters().get("0.bias").value().toArray()).containsExactly(5, 6);
    }

    @Test
    void weightsOfOursAreRefused() {
        refused(
                tensors -> tensors.put("6.weight", tensors.get("6.weight").transpose()),
                PREFIX + "6.weight is (5, 3), but PyTorch stores it as (out, in), here (3, 5); "
                        + "weights that we wrote, as (in, out), are loaded by Weights.load");
    }

    @Test
    void whatIsMissingUnexpectedOrNoCountIsRefused() {
        refused(
                tensors -> tensors.remove("4.bias"),
                "weights do not fit the model, which is unchanged; missing: 4.bias");
        refused(
                tensors -> tensors.put("4.num_batches_tracked", Tensor.scalar(1)),
                "weights do not fit the model, which is unchanged; unexpected: 4.num_batches_tracked; "
                        + "if PyTorch wrote them, call StateDictionary.load, which transposes its matrices (out, in)");
        refused(
                tensors -> tensors.put("1.num_batches_tracked", Tensor.scalar(2.5)),
                PREFIX + "1.num_batches_tracked must be one whole number, at least 0, found 2.5");
        refused(
                tensors -> tensors.put("1.num_batches_tracked", Tensor.of(1, 2)),
                PREFIX + "1.num_batches_tracked must be one whole number, at least 0, found numbers of shape (2)");
    }

    private void refused(Consumer<Map<String, Tensor>> change, String message) {
        Map<String, Tensor> before = Weights.of(model);
        Map<String, Tensor> tensors = new LinkedHashMap<>(pyTorchs);
        change.accept(tensors);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateDictionary.load(model, tensors))
                .withMessage(message);
        assertThat(Weights.of(model))
                .allSatisfy((path, tensor) ->
                        assertThat(tensor.toArray()).isEqualTo(before.get(path).toArray()));
    }

    @Test
    void ourWayOfLoadingSaysWhichOtherThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.load(model, pyTorchs))
                .withMessage("weights do not fit the model, which is unchanged; unexpected: 1.num_batches_tracked; "
                        + "of another shape: 0.weight is (5, 4), the model's is (4, 5), 6.weight is (3, 5), the model's is (5, 3); "
                        + "if PyTorch wrote them, call StateDictionary.load, which transposes its matrices (out, in)");
    }

    @Test
    void aGraphBehindThemIsNotKept() {
        Linear layer = new Linear(2, 1, new RandomStream(1));
        StateDictionary.load(layer, Map.of("weight", Tensor.of(new double[][] {{7, 8}}), "bias", Tensor.of(9)));
        assertThat(layer.forward(Tensor.full(Shape.of(1, 2), 1), Mode.EVALUATION)
                        .item())
                .isEqualTo(24);
    }
}
