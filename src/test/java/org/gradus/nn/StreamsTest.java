package org.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.nn.network.Mlp;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final Tensor ONES = Tensor.full(Shape.of(4, 5), 1);

    @Test
    void aModelNamesItsStreamsByPath() {
        RandomStream a = new RandomStream(1);
        RandomStream b = new RandomStream(2);
        RandomStream c = new RandomStream(3);
        Layer model = Sequential.of(
                Activation.RELU,
                new Dropout(0.5, a),
                new Residual(Sequential.of(new Dropout(0.5, b))),
                new Frozen(new Dropout(0.5, c)));
        assertThat(model.streams().keySet()).containsExactly("1.masks", "2.0.masks", "3.masks");
        assertThat(model.streams().values()).containsExactly(a, b, c);
    }

    @Test
    void aLayerThatDrawsNothingHasNone() {
        assertThat(Mlp.withBatchNorm(new RandomStream(1), 4, 3, 2).streams()).isEmpty();
        assertThat(((Layer) (x, mode) -> x).streams()).isEmpty();
    }

    @Test
    void aStreamThatIsPutBackGivesTheSameMaskAgain() {
        Layer dropout = new Dropout(0.5, new RandomStream(1));
        String before = dropout.streams().get("masks").save();
        Tensor first = dropout.forward(ONES, Mode.TRAINING);
        Tensor second = dropout.forward(ONES, Mode.TRAINING);
        dropout.streams().get("masks").load(before);
        assertThat(dropout.forward(ONES, Mode.TRAINING).toArray())
                .containsExactly(first.toArray())
                .isNotEqualTo(second.toArray());
    }
}
