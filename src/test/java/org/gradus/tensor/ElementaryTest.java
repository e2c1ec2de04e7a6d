package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.elementwise.Cos;
import org.gradus.tensor.elementwise.Erf;
import org.gradus.tensor.elementwise.Expm1;
import org.gradus.tensor.elementwise.Log1p;
import org.gradus.tensor.elementwise.Sin;
import org.gradus.tensor.selection.Abs;
import org.junit.jupiter.api.Test;

/** The functions themselves are tested with their ops. */
class ElementaryTest {
    private final Tensor x = new Parameter("x", Tensor.of(0.5, 1, 2)).value();

    @Test
    void eachAppliesItsOp() {
        assertThat(Elementary.abs(x).origin.op).isEqualTo(new Abs());
        assertThat(Elementary.sin(x).origin.op).isEqualTo(new Sin());
        assertThat(Elementary.cos(x).origin.op).isEqualTo(new Cos());
        assertThat(Elementary.log1p(x).origin.op).isEqualTo(new Log1p());
        assertThat(Elementary.expm1(x).origin.op).isEqualTo(new Expm1());
        assertThat(Elementary.erf(x).origin.op).isEqualTo(new Erf());
    }

    @Test
    void aSquareIsAProduct() {
        assertThat(Elementary.square(x).toArray()).containsExactly(0.25, 1, 4);
        assertThat(Derivatives.grad(Elementary.square(x).sum(), x).toArray()).containsExactly(1, 2, 4);
    }

    @Test
    void aPowerBroadcastsBaseAndExponent() {
        Tensor exponents = Tensor.of(new double[][] {{2}, {-1}});
        assertThat(Elementary.power(x, exponents)).hasToString("Tensor(2, 3) [[0.25, 1.0, 4.0], [2.0, 1.0, 0.5]]");
    }
}
