package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Both online problems of Reddi, Kale and Kumar 2018, section 5. */
class ReddiTest {
    static final List<Landscape> BOTH = List.of(new Reddi(), new ReddiStochastic(3));

    @Test
    void hasTheLargeGradientOnceIn101Updates() {
        assertThat(LongStream.rangeClosed(1, 404).filter(t -> slope(new Reddi(), t) == 1010))
                .containsExactly(1L, 102L, 203L, 304L);
        assertThat(LongStream.rangeClosed(1, 404).filter(t -> slope(new Reddi(), t) == -10))
                .hasSize(400);
    }

    /** 10 000 updates; four standard deviations of the binomial distribution are √(10000 · 0.01 · 0.99) · 4 = 39.8. */
    @Test
    void hasTheLargeGradientWithProbabilityOneInAHundred() {
        long large = LongStream.rangeClosed(1, 10_000)
                .filter(t -> slope(new ReddiStochastic(3), t) == 1010)
                .count();
        long small = LongStream.rangeClosed(1, 10_000)
                .filter(t -> slope(new ReddiStochastic(3), t) == -10)
                .count();

        assertThat(large).isCloseTo(100, within(39L));
        assertThat(large + small).isEqualTo(10_000);
    }

    /** 0.01 · 1010 − 0.99 · 10 = 0.2, least at the left edge. */
    @Test
    void isOnAverageLeastAtMinusOne() {
        assertThat(new ReddiStochastic(3).minima()).containsExactly(new Minimum(new double[] {-1}, -0.2));
        assertThat(new Reddi().minima()).containsExactly(new Minimum(new double[] {-1}, (1010 - 100 * 10) / -101.0));
    }

    @Test
    void dependsOnTheSeedAndTheUpdateAlone() {
        assertThat(largeUpdates(3)).isEqualTo(largeUpdates(3)).isNotEqualTo(largeUpdates(4));
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void isFeasibleBetweenMinusOneAndOne(Landscape landscape) {
        assertThat(landscape.project(new double[] {1.5})).containsExactly(1);
        assertThat(landscape.project(new double[] {-3})).containsExactly(-1);
        assertThat(landscape.project(new double[] {0.25})).containsExactly(0.25);
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void countsUpdatesFromOne(Landscape landscape) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> landscape.value(new double[] {0.5}, 0))
                .withMessage(
                        "%s: the number of the update must be a whole number, at least 1, found 0", landscape.name());
    }

    private static List<Long> largeUpdates(long seed) {
        return LongStream.rangeClosed(1, 1000)
                .filter(t -> slope(new ReddiStochastic(seed), t) > 0)
                .boxed()
                .toList();
    }

    private static double slope(Landscape landscape, long t) {
        return landscape.gradient(new double[] {0.5}, t)[0];
    }
}
