package org.gradus.tensor.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.gradus.tensor.Numbers;
import org.junit.jupiter.api.Test;

/** Against Commons Math's arithmetic of 40 decimal digits. */
class LogarithmTest {
    private static final DfpField DIGITS = new DfpField(40);
    private final Numbers numbers = new Numbers(34);

    private static double error(double x) {
        Dfp expected = DIGITS.newDfp(x).log();
        Dfp error = expected.subtract(DIGITS.newDfp(Logarithm.log(x))).abs();
        return error.toDouble() / Math.ulp(expected.toDouble());
    }

    @Test
    void isWithinNineTenthsOfAnUlp() {
        double worst = 0;
        for (int i = 0; i < 4000; i++) {
            worst = Math.max(worst, error(numbers.between(0.5, 2))); // around 1, where cancellation threatens
            worst = Math.max(worst, error(Math.scalb(numbers.between(1, 2), numbers.below(2000) - 1000)));
        }
        assertThat(worst).isLessThan(0.9);
    }

    @Test
    void isExactWhereTheLogarithmIsANumber() {
        assertThat(Logarithm.log(1)).isEqualTo(Double.valueOf(0));
        assertThat(Logarithm.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Logarithm.log(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Logarithm.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Logarithm.log(-1)).isNaN();
        assertThat(Logarithm.log(Double.NaN)).isNaN();
    }

    @Test
    void knowsTheEndsOfTheDoubles() {
        assertThat(Logarithm.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(Logarithm.log(3 * Double.MIN_VALUE)).isEqualTo(StrictMath.log(3 * Double.MIN_VALUE));
        assertThat(Logarithm.log(Double.MIN_NORMAL)).isEqualTo(StrictMath.log(Double.MIN_NORMAL));
        assertThat(Logarithm.log(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
    }
}
