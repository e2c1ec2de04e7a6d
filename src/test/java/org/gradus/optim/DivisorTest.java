package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.util.FastMath;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;

class DivisorTest {
    @Test
    void quotientsHaveTheBitsOfADivision() {
        RandomStream random = new RandomStream(1);
        for (int i = 0; i < 300_000; i++) {
            double beta = random.below(2) == 0 ? random.uniform() : 0.9;
            double c = 1 - FastMath.pow(beta, 1.0 + random.below(2000));
            double x = random.gaussian() * FastMath.pow(10, random.below(500) - 250);
            assertThat(Divisor.of(c).divide(x)).isEqualTo(x / c);
        }
        assertThat(Divisor.of(0.1).divide(0)).isZero();
    }
}
