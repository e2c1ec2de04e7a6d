package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** f(a, b) = a₀² b + 3 a₁, whose derivatives are written down by hand, at a = (2, 5), b = 7. */
class VectorFunctionTest {
    private final Parameter a = new Parameter("a", Tensor.of(2, 5));
    private final Parameter b = new Parameter("b", Tensor.scalar(7));
    private final Map<String, Parameter> both = new LinkedHashMap<>();
    private final VectorFunction f;

    VectorFunctionTest() {
        both.put("0.a", a);
        both.put("0.b", b);
        f = VectorFunction.of(both, () -> {
            Tensor first = a.value().slice(0, 0, 1).reshape();
            return first.mul(first)
                    .mul(b.value())
                    .add(a.value().slice(0, 1, 2).sum().mul(3));
        });
    }

    @Test
    void theParametersAreOneVector() {
        assertThat(f.shape()).isEqualTo(Shape.of(3));
        assertThat(f.theta().toArray()).containsExactly(2, 5, 7);
        assertThat(f).hasToString("function of a vector of 3 numbers in 2 parameters");
    }

    @Test
    void valueAndDerivativesAreThoseOfTheFormula() {
        assertThat(f.value().item()).isEqualTo(43);
        assertThat(f.gradient().toArray()).containsExactly(28, 3, 4);
        assertThat(f.hessian().toArray()).containsExactly(14, 0, 4, 0, 0, 0, 4, 0, 0);
        assertThat(f.hessian().shape()).isEqualTo(Shape.of(3, 3));
        assertThat(f.hvp(Tensor.of(1, 10, 100)).toArray()).containsExactly(414, 0, 4);
        assertThat(f.gradient().tracked() || f.value().tracked()).isFalse();
    }

    @Test
    void theJacobianHasARowPerElement() {
        VectorFunction outer =
                VectorFunction.of(both, () -> a.value().mul(b.value()).reshape(1, 2));
        assertThat(outer.jacobian().shape()).isEqualTo(Shape.of(2, 3));
        assertThat(outer.jacobian().toArray()).containsExactly(7, 0, 2, 0, 7, 5);
    }

    @Test
    void onlyTheNamedParametersAreVariables() {
        VectorFunction byB =
                VectorFunction.of(Map.of("b", b), () -> a.value().sum().mul(b.value()));
        assertThat(byB.gradient().toArray()).containsExactly(7);
        assertThat(byB.hessian().toArray()).containsExactly(0);
    }

    @Test
    void elsewhereAndBack() {
        Tensor before = a.value();
        Gradients gradients = before.sum().backward();
        assertThat(f.at(Tensor.of(1, 1, 1), VectorFunction::gradient).toArray()).containsExactly(2, 3, 1);
        assertThat(a.value()).isSameAs(before);
        assertThat(gradients.isCurrent(a))
                .as("gradients from before stay current")
                .isTrue();
        assertThat(f.theta().toArray()).containsExactly(2, 5, 7);
    }

    @Test
    void theParametersComeBackAlsoAfterAFailure() {
        Tensor before = b.value();
        assertThatThrownBy(() -> f.at(Tensor.of(1, 1, 1), at -> {
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        assertThat(b.value()).isSameAs(before);
        assertThat(f.value().item()).isEqualTo(43);
    }

    @Test
    void onTheLineBetweenTwoPoints() {
        Tensor origin = Tensor.of(0, 0, 0);
        Tensor corner = Tensor.of(2, 2, 2);
        assertThat(f.between(origin, corner, 0, 0.5, 1, 2))
                .extracting(Tensor::item)
                .containsExactly(0.0, 4.0, 14.0, 76.0); // t = x/2: x³ + 3x
    }

    @Test
    void anotherShapeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> f.hvp(Tensor.of(1, 2)))
                .withMessage("hvp: a vector of shape (2) was given, but the parameters are one of shape (3); "
                        + "reshape it, or name the parameters it belongs to");
        assertThatIllegalArgumentException().isThrownBy(() -> f.at(Tensor.of(1, 2), VectorFunction::value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VectorFunction.of(Map.of(), () -> Tensor.scalar(1)))
                .withMessage("vector function: there are no parameters; pass at least one");
    }

    @Test
    void productsForOnePointShareTheGradient() {
        int[] asked = {0};
        VectorFunction counted = VectorFunction.of(Map.of("b", b), () -> {
            asked[0]++;
            return b.value().exp();
        });
        var product = counted.hvp();
        assertThat(product.apply(Tensor.of(2)).get(0)).isCloseTo(2 * StrictMath.exp(7), offset(1e-9));
        product.apply(Tensor.of(3));
        assertThat(asked[0]).isEqualTo(1);
    }
}
