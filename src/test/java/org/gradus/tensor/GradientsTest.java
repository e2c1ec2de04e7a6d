package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Parameter a = new Parameter("a", Tensor.of(1, 2));
    private final Parameter b = new Parameter("b", Tensor.scalar(3));
    private final Parameter unused = new Parameter("unused", Tensor.scalar(0));

    /** a₁² + a₂² + 4b, with gradient (2, 4) by a and 4 by b. */
    private Gradients gradients() {
        return a.value().mul(a.value()).sum().add(b.value().mul(4)).backward();
    }

    @Test
    void eachParameterHasAGradientOfItsShape() {
        assertThat(gradients().of(a).toArray()).containsExactly(2, 4);
        assertThat(gradients().of(a).shape()).isEqualTo(Shape.of(2));
        assertThat(gradients().of(b).item()).isEqualTo(4);
        assertThat(gradients().of(b).shape()).isEqualTo(Shape.SCALAR);
    }

    @Test
    void onlyWhatTheLossDependsOnIsContained() {
        assertThat(gradients().contains(a)).isTrue();
        assertThat(gradients().contains(unused)).isFalse();
        assertThat(gradients().parameters()).containsExactlyInAnyOrder(a, b);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> gradients().parameters().clear());
    }

    @Test
    void anUnusedParameterIsNamedTogetherWithTheUsedOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gradients().of(unused))
                .withMessage("no gradient for parameter unused (): the loss was not computed from it, "
                        + "only from a (2), b (); "
                        + "use the parameter's value() in the forward pass, or leave it out of the optimizer");
    }

    @Test
    void aLossOfConstantsHasNoGradients() {
        Gradients none = Tensor.scalar(1).backward();
        assertThat(none.parameters()).isEmpty();
        assertThat(none.norm()).isZero();
        assertThat(none).hasToString("Gradients of constants");
        assertThatIllegalArgumentException().isThrownBy(() -> none.of(a)).withMessageContaining("only from constants;");
    }

    /** 2² + 4² + 4² = 36. */
    @Test
    void theNormIsThatOfAllGradientsAsOneVector() {
        assertThat(gradients().norm()).isEqualTo(6);
    }

    @Test
    void theNormOfAnInfiniteOrUndefinedGradientSaysSo() {
        assertThat(b.value().mul(Double.NEGATIVE_INFINITY).backward().norm()).isInfinite();
        assertThat(b.value().mul(Double.NaN).backward().norm()).isNaN();
    }

    @Test
    void printsItsParametersByName() {
        assertThat(gradients()).hasToString("Gradients of a (2), b ()");
        Gradients otherOrder = b.value().mul(a.value()).sum().backward();
        assertThat(otherOrder).hasToString("Gradients of a (2), b ()");
    }

    @Test
    void twoParametersOfOneNameAreTwoParameters() {
        Parameter twin = new Parameter("a", Tensor.of(5, 6));
        Gradients both = a.value().mul(twin.value()).sum().backward();
        assertThat(both.of(a).toArray()).containsExactly(5, 6);
        assertThat(both.of(twin).toArray()).containsExactly(1, 2);
    }

    @Test
    void theNormNeitherOverflowsNorUnderflows() {
        Parameter p = new Parameter("p", Tensor.of(3, 4));
        Tensor sum = p.value().mul(Tensor.of(3, 4)).sum();
        assertThat(sum.mul(1e200).backward().norm()).isCloseTo(5e200, within(1e186));
        assertThat(sum.mul(1e-200).backward().norm()).isCloseTo(5e-200, within(1e-214));
        assertThat(sum.mul(0).backward().norm()).isZero();
        assertThat(sum.mul(Double.POSITIVE_INFINITY).backward().norm()).isInfinite();
    }
}
