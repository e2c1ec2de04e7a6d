package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.nn.init.Initializer;
import org.gradus.nn.init.Initializers;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.network.Mlp;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @Test
    void anMlpNamesItsParametersByLayer() {
        Sequential model = Mlp.withBatchNorm(new RandomStream(1), 64, 32, 10);
        assertThat(model.parameters().keySet())
                .containsExactly("0.weight", "0.bias", "1.weight", "1.bias", "3.weight", "3.bias");
        assertThat(model.buffers().keySet()).containsExactly("1.running_mean", "1.running_var");
    }

    @Test
    void anMlpHasNoActivationBehindItsLastLayer() {
        assertThat(Mlp.of(new RandomStream(1), 2, 16, 16, 2).layers())
                .extracting(Object::toString)
                .containsExactly("Linear(2 → 16)", "relu", "Linear(16 → 16)", "relu", "Linear(16 → 2)");
    }

    @Test
    void anMlpNeedsTwoWidths() {
        assertThatThrownBy(() -> Mlp.of(new RandomStream(1), 64))
                .hasMessage("mlp: needs the width of the input and of the output, found only [64]");
    }

    @Test
    void layersAreAppliedInOrderAndLambdasAreLayers() {
        Sequential model = Sequential.of((x, mode) -> x.add(1), Activation.RELU, (x, mode) -> x.mul(10));
        assertThat(model.forward(Tensor.of(-3, 1), Mode.EVALUATION).toArray()).containsExactly(0, 20);
        assertThat(model.parameters()).isEmpty();
    }

    @Test
    void theGradientOfAWholeNetworkIsRight() {
        RandomStream random = new RandomStream(11);
        Tensor weight = random.gaussian(Shape.of(5, 4), 0.5);
        List<GradientCheck> checks = GradientCheck.of(
                t -> {
                    Tensor hidden = new BatchNorm(4).forward(t.get(0).matmul(t.get(1)), Mode.TRAINING);
                    return Losses.crossEntropy(
                            Activation.TANH.forward(hidden, Mode.TRAINING), new int[] {0, 3, 1, 2, 3, 0});
                },
                List.of(random.gaussian(Shape.of(6, 5), 1), weight),
                random);
        assertThat(checks).allMatch(GradientCheck::passes);
    }

    @Test
    void crossEntropyOfEqualLogitsIsTheLogarithmOfTheNumberOfClasses() {
        Tensor logits = Tensor.full(Shape.of(3, 10), 5);
        assertThat(Losses.crossEntropy(logits, new int[] {0, 4, 9}).item()).isCloseTo(Math.log(10), within(1e-14));
    }

    @Test
    void crossEntropyOfHugeLogitsDoesNotOverflow() {
        Tensor logits = Tensor.of(new double[][] {{1e4, -1e4}, {-1e4, 1e4}});
        assertThat(Losses.crossEntropy(logits, new int[] {0, 0}).item()).isEqualTo(1e4);
    }

    @Test
    void crossEntropyRefusesWhatIsNotAClass() {
        Tensor logits = Tensor.full(Shape.of(2, 3), 0);
        assertThatThrownBy(() -> Losses.crossEntropy(logits, new int[] {0, 3}))
                .hasMessage(
                        "crossEntropy: label 3 of example 1 is not a class; logits of shape (2, 3) have classes 0 to 2; "
                                + "to leave such examples out, say ClassTargets.of(labels).ignoring(3)");
        assertThatThrownBy(() -> Losses.crossEntropy(logits, new int[] {0}))
                .hasMessage(
                        "crossEntropy: logits have shape (2, 3), but the number of labels is 1; it needs (1, classes)");
    }

    /** The variance that each paper asks for; 100,000 draws scatter by about 1 %. */
    @ParameterizedTest
    @CsvSource({"heNormal, 0.02", "heUniform, 0.02", "xavierNormal, 0.0018181818", "xavierUniform, 0.0018181818"})
    void initializersHaveTheVarianceOfTheirPaper(String name, double variance) {
        Initializer initializer = switch (name) {
            case "heNormal" -> Initializers.heNormal();
            case "heUniform" -> Initializers.heUniform();
            case "xavierNormal" -> Initializers.xavierNormal();
            default -> Initializers.xavierUniform();
        };
        Tensor w = initializer.weights(100, 1000, new RandomStream(2));
        assertThat(w.shape()).isEqualTo(Shape.of(100, 1000));
        assertThat(w.mul(w).mean().item()).isCloseTo(variance, within(0.03 * variance));
        assertThat(w.mean().item()).isCloseTo(0, within(0.02 * Math.sqrt(variance)));
    }

    @Test
    void aBufferKeepsItsShape() {
        Buffer buffer = new Buffer(Tensor.of(1, 2));
        assertThatThrownBy(() -> buffer.set(Tensor.of(1, 2, 3)))
                .hasMessage("buffer: the new value has shape (3), the buffer (2); a buffer keeps its shape");
    }
}
