package org.gradus.lecture.towards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class BoundedRatesTest {
    private final BoundedRates figure = MadeFigures.get(BoundedRates.class, "adabound-bounds");

    /** lecture.md 1.8: at t = 1 they are 1e-4 and 100.1, the former a little less: 0.1 − 0.1 / 1.001. */
    @Test
    void theBoundsAreTheLectures() {
        assertThat(figure.moments().get(0).lower()).isCloseTo(9.99e-5, within(1e-8));
        assertThat(figure.moments().get(0).upper()).isCloseTo(100.1, within(1e-10));
        for (BoundedTraining.Moment moment : figure.moments()) {
            double a = (1 - 0.999) * moment.t();
            assertThat(moment.lower()).isCloseTo(0.1 - 0.1 / (a + 1), within(1e-14));
            assertThat(moment.upper()).isCloseTo(0.1 + 0.1 / a, within(1e-12));
        }
    }

    @Test
    void allRatesLieBetweenThem() {
        for (BoundedTraining.Moment moment : figure.moments()) {
            List<Double> moving =
                    moment.rates().stream().filter(rate -> !rate.isNaN()).toList();
            assertThat(moving).hasSizeGreaterThan(500);
            assertThat(moving)
                    .allSatisfy(rate ->
                            assertThat(rate).isBetween(moment.lower() * (1 - 1e-6), moment.upper() * (1 + 1e-6)));
        }
    }

    @Test
    void theyCloseInAndDecideMoreAndMoreRates() {
        List<BoundedTraining.Moment> moments = figure.moments();
        for (int i = 1; i < moments.size(); i++) {
            assertThat(moments.get(i).lower()).isGreaterThan(moments.get(i - 1).lower());
            assertThat(moments.get(i).upper()).isLessThan(moments.get(i - 1).upper());
        }
        assertThat(figure.shareAtBound(moments.get(0))).isLessThan(0.005);
        assertThat(figure.shareAtBound(figure.last())).isGreaterThan(0.02);
    }
}
