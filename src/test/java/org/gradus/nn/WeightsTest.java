package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.nn.network.Mlp;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class WeightsTest {

    private static Sequential model(long seed) {
        return Mlp.withBatchNorm(new RandomStream(seed), 3, 2, 4);
    }

    /** A model that has seen a batch, so that its running statistics have moved. */
    private static Sequential used(long seed) {
        Sequential model = model(seed);
        model.forward(new RandomStream(9).gaussian(Shape.of(5, 3), 1), Mode.TRAINING);
        return model;
    }

    private static double[] output(Layer model) {
        return model.forward(Tensor.of(new double[][] {{1, -2, 3}}), Mode.EVALUATION)
                .toArray();
    }

    @Test
    void areTheParametersThenTheBuffersAsConstants() {
        Sequential model = used(1);
        Map<String, Tensor> weights = Weights.of(model);
        assertThat(weights.keySet())
                .containsExactly(
                        "0.weight",
                        "0.bias",
                        "1.weight",
                        "1.bias",
                        "3.weight",
                        "3.bias",
                        "1.running_mean",
                        "1.running_var");
        assertThat(weights.get("0.weight").toArray())
                .isEqualTo(model.parameters().get("0.weight").value().toArray());
        assertThat(weights.get("1.running_mean"))
                .isSameAs(model.buffers().get("1.running_mean").value());
        assertThat(weights.values())
                .allSatisfy(tensor -> assertThat(tensor.detach()).isSameAs(tensor));
        assertThatThrownBy(weights::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void stayAsTheyWereWhenTheModelLearnsOn() {
        Sequential model = model(1);
        Map<String, Tensor> weights = Weights.of(model);
        double before = weights.get("0.bias").get(0);
        model.parameters().get("0.bias").set(Tensor.of(7, 7));
        assertThat(weights.get("0.bias").get(0)).isEqualTo(before);
    }

    @Test
    void makeAnotherModelOfTheSameFormTheSame() {
        Sequential trained = used(1);
        Sequential other = model(2);
        assertThat(output(other)).isNotEqualTo(output(trained));
        Weights.load(other, Weights.of(trained));
        assertThat(output(other)).isEqualTo(output(trained));
    }

    @Test
    void theOrderOfTheMapDoesNotMatterAndGraphsAreNotKept() {
        Parameter parameter = new Parameter("p", Tensor.full(Shape.of(3, 2), 0.5));
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("bias", Tensor.of(1, 2));
        weights.put("weight", parameter.value().mul(2));
        Linear layer = new Linear(3, 2, new RandomStream(1));
        Weights.load(layer, weights);
        assertThat(layer.parameters().get("weight").value().toArray()).containsOnly(1);
        Tensor loss =
                layer.forward(Tensor.full(Shape.of(1, 3), 1), Mode.TRAINING).sum();
        assertThat(loss.backward().contains(parameter)).isFalse();
    }

    @Test
    void thatDoNotFitAreRefusedTogetherAndNothingChanges() {
        Sequential model = used(1);
        Map<String, Tensor> before = Weights.of(model);
        Map<String, Tensor> weights = new LinkedHashMap<>(Weights.of(used(2)));
        weights.remove("3.bias");
        weights.remove("1.running_var");
        weights.put("4.weight", Tensor.of(1));
        weights.put("0.weight", Tensor.full(Shape.of(2, 3), 1));
        assertThatThrownBy(() -> Weights.load(model, weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "weights do not fit the model, which is unchanged; missing: 3.bias, 1.running_var; unexpected: 4.weight; "
                                + "of another shape: 0.weight is (2, 3), the model's is (3, 2); "
                                + "if PyTorch wrote them, call StateDictionary.load, which transposes its matrices (out, in)");
        assertThat(Weights.of(model))
                .allSatisfy((path, tensor) ->
                        assertThat(tensor.toArray()).isEqualTo(before.get(path).toArray()));
    }

    @Test
    void aLongListOfWhatDoesNotFitIsShortened() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        IntStream.range(0, 7).forEach(i -> weights.put("w" + i, Tensor.of(1)));
        assertThatThrownBy(() -> Weights.load(Activation.RELU, weights))
                .hasMessage(
                        "weights do not fit the model, which is unchanged; unexpected: w0, w1, w2, w3, w4 and 2 more");
        Weights.load(Activation.RELU, Map.of());
        assertThat(Weights.of(Activation.RELU)).isEmpty();
    }

    @Test
    void aPathIsThatOfOneValue() {
        Layer twice = new Layer() {
            @Override
            public Tensor forward(Tensor x, Mode mode) {
                return x;
            }

            @Override
            public Map<String, Parameter> parameters() {
                return Map.of("mean", new Parameter("mean", Tensor.of(1)));
            }

            @Override
            public Map<String, Buffer> buffers() {
                return Map.of("mean", new Buffer(Tensor.of(1)));
            }
        };
        assertThatThrownBy(() -> Weights.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights: mean is the path of a parameter and of a buffer; give one another name");
    }
}
