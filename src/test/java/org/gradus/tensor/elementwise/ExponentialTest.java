package org.gradus.tensor.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.gradus.tensor.Numbers;
import org.junit.jupiter.api.Test;

/** Against Commons Math's arithmetic of 40 decimal digits. */
class ExponentialTest {
    private static final DfpField DIGITS = new DfpField(40);
    private final Numbers numbers = new Numbers(33);

    /** The largest error in ulp over 4,000 arguments of every size up to a largest one. */
    private double worst(double largest, DoubleUnaryOperator function, UnaryOperator<Dfp> exact) {
        double worst = 0;
        for (int i = 0; i < 4000; i++) {
            double x = numbers.between(-largest, largest) * Math.pow(10, -numbers.below(4));
            Dfp expected = exact.apply(DIGITS.newDfp(x));
            Dfp error =
                    expected.subtract(DIGITS.newDfp(function.applyAsDouble(x))).abs();
            worst = Math.max(worst, error.toDouble() / Math.ulp(expected.toDouble()));
        }
        return worst;
    }

    @Test
    void expIsMostlyTheNearestDouble() {
        assertThat(worst(700, Exponential::exp, Dfp::exp)).isLessThan(0.65);
        assertThat(Exponential.exp(1)).isEqualTo(Math.E);
    }

    @Test
    void tanhIsWithinThreeUlp() {
        assertThat(worst(20, Exponential::tanh, ExponentialTest::tanh)).isLessThan(3);
    }

    @Test
    void sigmoidIsWithinThreeUlp() {
        assertThat(worst(30, Exponential::sigmoid, x -> x.negate().exp().add(1).reciprocal()))
                .isLessThan(3);
    }

    private static Dfp tanh(Dfp x) {
        Dfp square = x.multiply(2).exp();
        return square.subtract(DIGITS.getOne()).divide(square.add(DIGITS.getOne()));
    }

    @Test
    void expReachesTheEndsOfTheDoubles() {
        assertThat(Exponential.exp(709.782712893384))
                .isLessThan(Double.POSITIVE_INFINITY)
                .isGreaterThan(1.797e308);
        assertThat(Exponential.exp(709.7827128933841)).isInfinite();
        assertThat(Exponential.exp(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
        assertThat(Exponential.exp(-745.1332191019412)).isLessThanOrEqualTo(Double.MIN_VALUE);
        assertThat(Exponential.exp(-745.2)).isZero();
        assertThat(Exponential.exp(-708.5)).isEqualTo(StrictMath.exp(-708.5)); // a subnormal number
    }

    @Test
    void tanhIsOddAndKeepsTheSignOfZero() {
        for (int i = 0; i < 1000; i++) {
            double x = numbers.between(0, 25);
            assertThat(Exponential.tanh(-x)).isEqualTo(-Exponential.tanh(x));
        }
        assertThat(Exponential.tanh(-0.0)).isEqualTo(Double.valueOf(-0.0));
        assertThat(Exponential.tanh(1e-300)).isEqualTo(1e-300);
    }

    @Test
    void manyAtOnceHaveTheBitsOfOneByOne() {
        double[] x = new double[500];
        for (int i = 0; i < x.length; i++) {
            x[i] = numbers.between(-800, 800) * Math.pow(10, -numbers.below(4));
        }
        x[3] = Double.NaN;
        x[5] = Double.POSITIVE_INFINITY;
        x[7] = Double.NEGATIVE_INFINITY;
        x[11] = -0.0;
        double[] exponentials = x.clone();
        double[] tangents = new double[x.length];
        Exponential.exp(exponentials, exponentials);
        Exponential.tanh(x, tangents);
        for (int i = 0; i < x.length; i++) {
            assertThat(exponentials[i]).isEqualTo(Double.valueOf(Exponential.exp(x[i])));
            assertThat(tangents[i]).isEqualTo(Double.valueOf(Exponential.tanh(x[i])));
        }
    }
}
