package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LayerTextTest {
    private final RandomStream random = new RandomStream(1);

    private static final class Quiet implements Layer {
        private final Parameter scale = new Parameter("scale", Tensor.scalar(2));

        @Override
        public Tensor forward(Tensor x, Mode mode) {
            return x.mul(scale.value());
        }

        @Override
        public Map<String, Parameter> parameters() {
            return Map.of("scale", scale);
        }
    }

    @Test
    void aLayerSaysWhatItIs() {
        assertThat(new Linear(64, 32, random)).hasToString("Linear(64 → 32)");
        assertThat(new Embedding(10, 3, random)).hasToString("Embedding(10 rows of 3)");
        assertThat(new Dropout(0.5, random)).hasToString("Dropout(0.5)");
        assertThat(new Flatten()).hasToString("Flatten");
        assertThat(Activation.GELU_TANH).hasToString("gelu-tanh");
        assertThat(new Residual(new Linear(3, 3, random))).hasToString("Residual(Linear(3 → 3))");
        assertThat(new Frozen(Activation.RELU)).hasToString("Frozen(relu)");
        assertThat(new Buffer(Tensor.full(Shape.of(32), 0))).hasToString("buffer (32)");
        assertThat(new Residual((x, mode) -> x)).hasToString("Residual(function)");
    }

    @Test
    void aNetworkHasALineForEachLayerWithItsParameters() {
        Layer shared = new Quiet();
        Layer nested = Sequential.of(shared, new Dropout(0.5, random));
        Layer anonymous = new Layer() {
            @Override
            public Tensor forward(Tensor x, Mode mode) {
                return x;
            }
        };
        assertThat(Sequential.of(
                        new Linear(64, 32, random),
                        Activation.RELU,
                        (x, mode) -> x.neg(),
                        nested,
                        anonymous,
                        shared,
                        new Frozen(new Linear(32, 10, random))))
                .hasToString("""
                        Sequential, 2411 parameters
                          0: Linear(64 → 32), 2080 parameters
                          1: relu
                          2: function
                          3: Sequential, 1 parameter
                            0: Quiet, 1 parameter
                            1: Dropout(0.5)
                          4: function
                          5: Quiet, 1 parameter
                          6: Frozen(Linear(32 → 10)), 330 parameters""");
    }
}
