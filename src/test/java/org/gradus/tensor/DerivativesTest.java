package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DerivativesTest {
    private final Tensor x = new Parameter("x", Tensor.scalar(1.5)).value();

    /** (x³)′ = 3x², (x³)″ = 6x, (x³)‴ = 6, and nothing after that. */
    @Test
    void aCubeHasThreeDerivatives() {
        Tensor first = Derivatives.grad(x.mul(x).mul(x), x);
        Tensor second = Derivatives.grad(first, x);
        Tensor third = Derivatives.grad(second, x);
        assertThat(first.item()).isEqualTo(6.75);
        assertThat(second.item()).isEqualTo(9);
        assertThat(third.item()).isEqualTo(6);
        assertThat(Derivatives.grad(third, x).item()).isZero();
    }

    @Test
    void aPowerHasThreeDerivativesToo() {
        Tensor first = Derivatives.grad(x.pow(3), x);
        Tensor second = Derivatives.grad(first, x);
        assertThat(first.item()).isEqualTo(6.75);
        assertThat(second.item()).isEqualTo(9);
        assertThat(Derivatives.grad(second, x).item()).isEqualTo(6);
    }

    /** cosh x = (eˣ + e⁻ˣ)/2 is its own second derivative, and sinh x its first and third; Math.cosh and Math.sinh agree. */
    @Test
    void theHyperbolicCosineReturnsEverySecondTime() {
        Tensor y = x.exp().add(x.neg().exp()).div(2);
        for (int order = 0; order < 6; order++) {
            double expected = order % 2 == 0 ? StrictMath.cosh(1.5) : StrictMath.sinh(1.5);
            assertThat(y.item()).as("order " + order).isCloseTo(expected, within(1e-14));
            y = Derivatives.grad(y, x);
        }
    }

    /** For y = xˣ = e^(x ln x): y′ = y (ln x + 1) and y″ = y ((ln x + 1)² + 1/x). */
    @Test
    void xToTheXByExpAndLog() {
        Tensor y = x.mul(x.log()).exp();
        double value = StrictMath.pow(1.5, 1.5);
        double slope = StrictMath.log(1.5) + 1;
        Tensor first = Derivatives.grad(y, x);
        assertThat(first.item()).isCloseTo(value * slope, within(1e-14));
        assertThat(Derivatives.grad(first, x).item()).isCloseTo(value * (slope * slope + 1 / 1.5), within(1e-14));
    }

    /** f = Σ xᵢ³ has gradient 3xᵢ², so ‖∇f‖² = Σ 9xᵢ⁴, whose gradient is 36xᵢ³. */
    @Test
    void theGradientOfTheSquaredGradientNorm() {
        Parameter p = new Parameter("p", Tensor.of(1, -2, 0.5));
        Tensor gradient = Derivatives.grad(p.value().pow(3).sum(), p.value());
        Tensor penalty = gradient.mul(gradient).sum();
        assertThat(penalty.item()).isEqualTo(9 + 9 * 16 + 9 / 16.0);
        assertThat(penalty.backward().of(p).toArray()).containsExactly(36, -288, 4.5);
    }

    /** For f = xᵀ A x with symmetric A, the gradient of ⟨∇f, v⟩ is 2 A v: a Hessian-vector product. */
    @Test
    void theHessianTimesAVector() {
        Tensor a = Tensor.of(new double[][] {{2, 1}, {1, 3}});
        Tensor p = new Parameter("p", Tensor.of(new double[][] {{5}, {7}})).value();
        Tensor f = p.transpose().matmul(a).matmul(p).sum();
        Tensor v = Tensor.of(new double[][] {{1}, {-4}});
        Tensor product = Derivatives.grad(Derivatives.grad(f, p).mul(v).sum(), p);
        assertThat(product.toArray()).containsExactly(-4, -22);
        assertThat(product.shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void theGradientByANodeOnTheWay() {
        Tensor square = x.mul(x);
        Tensor y = square.mul(square).mul(5); // 5 s² with s = x²: 10 s by s
        Tensor bySquare = Derivatives.grad(y, square);
        assertThat(bySquare.item()).isEqualTo(22.5);
        assertThat(Derivatives.grad(bySquare, x).item()).as("10 x² by x").isEqualTo(30);
    }

    @Test
    void theGradientOfATensorByItselfIsOne() {
        Tensor y = x.mul(2);
        assertThat(Derivatives.grad(y, y).item()).isEqualTo(1);
        assertThat(Derivatives.grad(x, x).item()).isEqualTo(1);
    }

    @Test
    void severalGradientsInOneWalk() {
        Tensor z = new Parameter("z", Tensor.scalar(4)).value();
        CountedSum sum = new CountedSum();
        List<Tensor> gradients = Derivatives.grad(Tensor.apply(sum, x.mul(z), z), List.of(x, z));
        assertThat(gradients).extracting(Tensor::item).containsExactly(4.0, 2.5);
        assertThat(sum.calls()).hasValue(2);
    }

    @Test
    void theGradientByWhatYDoesNotDependOnIsZero() {
        Tensor other = new Parameter("other", Tensor.of(1, 2)).value();
        Tensor gradient = Derivatives.grad(x.mul(x), other);
        assertThat(gradient.shape()).isEqualTo(Shape.of(2));
        assertThat(gradient.toArray()).containsExactly(0, 0);
        assertThat(Derivatives.grad(Tensor.scalar(3), x).item()).isZero();
    }

    @Test
    void theResultIsRecordedWhereItDependsOnX() {
        assertThat(Derivatives.grad(x.mul(x), x).tracked()).isTrue();
        assertThat(Derivatives.grad(x.mul(2), x).tracked()).isFalse();
    }

    @Test
    void aConstantIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Derivatives.grad(x.mul(x), Tensor.of(1, 2)))
                .withMessage("grad: a tensor of shape (2) is a constant; "
                        + "make it a Parameter and differentiate by its value()");
    }

    @Test
    void onlyScalarsHaveAGradient() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Derivatives.grad(x.expand(Shape.of(2, 3)), x))
                .withMessageContaining("the output must be a scalar, but its shape is (2, 3)");
    }

    @Test
    void gradGoesOnlyWhereAWantedTensorIsReached() {
        CountedSum counted = new CountedSum();
        Tensor x = new Parameter("x", Tensor.scalar(2)).value();
        Tensor w = new Parameter("w", Tensor.scalar(3)).value();
        Tensor aside = Tensor.apply(counted, Tensor.apply(counted, w, w), w);
        assertThat(Derivatives.grad(x.mul(aside), x).item()).isEqualTo(9);
        assertThat(counted.calls()).as("nothing of what leads to w alone").hasValue(0);
        assertThat(Derivatives.grad(x.mul(aside), aside).item()).isEqualTo(2);
        assertThat(counted.calls()).as("nothing below what is wanted").hasValue(0);
    }
}
