package org.gradus.lecture.towards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class MaximumOfVTest {
    private final MaximumOfV figure = MadeFigures.get(MaximumOfV.class, "amsgrad-max");
    private final List<Double> v = figure.v();
    private final List<Double> max = figure.max();

    @Test
    void theMaximumIsTheLargestSoFar() {
        double largest = 0;
        for (int i = 0; i < MaximumOfV.STEPS; i++) {
            largest = Math.max(largest, v.get(i));
            assertThat(max.get(i)).isEqualTo(largest);
        }
    }

    @Test
    void theMaximumStandsFromTheFirstLargeGradientOn() {
        int first = MaximumOfV.FIRST - 1;
        assertThat(max.get(first)).isCloseTo(0.999 * v.get(first - 1) + 0.001 * 100 * 100, within(1e-12));
        assertThat(max.get(MaximumOfV.SECOND - 1)).isEqualTo(max.get(first));
        assertThat(max.get(MaximumOfV.STEPS - 1)).isEqualTo(max.get(first));
    }

    @Test
    void withoutItTheStepsHaveGrownBackMoreThanTwofold() {
        // 10 · 0.999^3000 + 2.5 · 0.999^2000 + 1 = 1.84 of 10.6: √(10.6 / 1.84) = 2.4, but for the noise of the others
        assertThat(figure.longerWithout()).isBetween(2.2, 2.6);
        assertThat(v.get(MaximumOfV.STEPS - 1)).isLessThan(max.get(MaximumOfV.FIRST - 1) / 4);
    }
}
