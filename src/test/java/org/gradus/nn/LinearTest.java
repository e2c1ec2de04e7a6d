package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LinearTest {

    @Test
    void computesXTimesWPlusB() {
        Linear layer = new Linear(
                2, 3, (in, out, random) -> Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}), new RandomStream(1));
        Parameter bias = layer.parameters().get("bias");
        bias.set(Tensor.of(10, 20, 30));
        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 1}, {2, -1}}), Mode.EVALUATION);
        assertThat(y.toArray()).containsExactly(15, 27, 39, 8, 19, 30);
    }

    @Test
    void namesItsParametersInOrder() {
        assertThat(new Linear(4, 5, new RandomStream(1)).parameters().keySet()).containsExactly("weight", "bias");
    }

    @Test
    void theSameStreamGivesTheSameWeights() {
        double[] first = new Linear(4, 5, new RandomStream(7))
                .parameters()
                .get("weight")
                .value()
                .toArray();
        double[] again = new Linear(4, 5, new RandomStream(7))
                .parameters()
                .get("weight")
                .value()
                .toArray();
        double[] other = new Linear(4, 5, new RandomStream(8))
                .parameters()
                .get("weight")
                .value()
                .toArray();
        assertThat(again).containsExactly(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void anInputOfTheWrongWidthSaysBothShapes() {
        Linear layer = new Linear(2, 3, new RandomStream(1));
        assertThatThrownBy(() -> layer.forward(Tensor.of(new double[][] {{1, 2, 3}}), Mode.TRAINING))
                .hasMessage(
                        "linear: the input has shape (1, 3), but the layer takes 2 numbers at a time; its last axis must be 2");
    }

    @Test
    void needsInputsAndOutputs() {
        assertThatThrownBy(() -> new Linear(0, 3, new RandomStream(1)))
                .hasMessage("linear: needs at least 1 input and 1 output, found 0 and 3");
    }
}
