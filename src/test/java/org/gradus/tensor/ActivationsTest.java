package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.elementwise.Relu;
import org.gradus.tensor.elementwise.Sigmoid;
import org.gradus.tensor.elementwise.Tanh;
import org.junit.jupiter.api.Test;

/** The functions themselves are tested with their ops. */
class ActivationsTest {
    private final Tensor x = new Parameter("x", Tensor.of(-1, 0, 2)).value();

    @Test
    void eachAppliesItsOp() {
        assertThat(Activations.relu(x).op).isEqualTo(new Relu());
        assertThat(Activations.sigmoid(x).op).isEqualTo(new Sigmoid());
        assertThat(Activations.tanh(x).op).isEqualTo(new Tanh());
    }
}
