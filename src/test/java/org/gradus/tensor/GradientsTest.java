package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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
    void parametersAreSpokenOfByTheirPaths() {
        Parameter twin = new Parameter("a", Tensor.of(5, 6));
        Gradients named = gradients().named(Map.of("0.a", a, "2.a", twin));
        assertThat(named).hasToString("Gradients of 0.a (2), b ()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named.of(twin))
                .withMessage(
                        "no gradient for parameter 2.a (2): the loss was not computed from it, only from 0.a (2), b (); "
                                + "use the parameter's value() in the forward pass, or leave it out of the optimizer");
    }

    @Test
    void ofManyParametersTheFirstAreListed() {
        Tensor sum = Tensor.scalar(0);
        for (int i = 10; i < 30; i++) {
            sum = sum.add(new Parameter("p" + i, Tensor.scalar(1)).value());
        }
        assertThat(sum.backward().toString()).endsWith("p20 (), p21 () and 8 more");
    }

    @Test
    void theNormOfManyElementsIsThatOfTheirSquares() {
        for (int n : new int[] {1, 7, 8, 9, 100}) {
            Parameter p = new Parameter("p", Tensor.full(Shape.of(n), 1));
            double[] k = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                k[i] = i + 1;
                sum += k[i] * k[i];
            }
            assertThat(p.value().mul(Tensor.of(k)).sum().backward().norm()).isEqualTo(Math.sqrt(sum)); // whole numbers
            assertThat(p.value()
                            .mul(Tensor.of(k).mul(0x1p1000))
                            .sum()
                            .backward()
                            .norm())
                    .isEqualTo(0x1p1000 * Math.sqrt(sum));
        }
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
