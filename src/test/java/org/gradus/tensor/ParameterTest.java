package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class ParameterTest {
    private final Parameter w = new Parameter("weight", Tensor.of(1, 2, 3));

    @Test
    void startsAtItsFirstValue() {
        assertThat(w.value().toArray()).containsExactly(1, 2, 3);
        assertThat(w.shape()).isEqualTo(Shape.of(3));
        assertThat(w.name()).isEqualTo("weight");
        assertThat(w).hasToString("weight (3)");
    }

    @Test
    void needsAName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Parameter(null, Tensor.scalar(1)))
                .withMessage("name");
    }

    @Test
    void itsValueIsALeafWhateverItWasMadeFrom() {
        Parameter v = new Parameter("v", w.value().mul(2));
        Gradients gradients = v.value().sum().backward();
        assertThat(gradients.contains(v)).isTrue();
        assertThat(gradients.contains(w)).isFalse();
    }

    @Test
    void aNewValueLeavesOldGraphsAsTheyWere() {
        Tensor old = w.value();
        Tensor loss = old.mul(old).sum();
        w.set(Tensor.of(10, 20, 30));
        assertThat(old.toArray()).containsExactly(1, 2, 3);
        assertThat(loss.item()).isEqualTo(14);
        assertThat(loss.backward().of(w).toArray()).containsExactly(2, 4, 6);
        assertThat(w.value().toArray()).containsExactly(10, 20, 30);
    }

    @Test
    void aStretchOfAVectorIsCopied() {
        double[] theta = {9, 4, 5, 6, 9};
        w.set(theta, 1);
        theta[1] = 99;
        assertThat(w.value().toArray()).containsExactly(4, 5, 6);
        assertThat(w.value().sum().backward().contains(w)).isTrue();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> w.set(theta, 3));
        assertThat(w.value().toArray()).containsExactly(4, 5, 6);
    }

    @Test
    void keepsItsShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> w.set(Tensor.of(1, 2)))
                .withMessage("parameter weight: the new value has shape (2), the parameter (3); a parameter keeps its"
                        + " shape");
    }
}
