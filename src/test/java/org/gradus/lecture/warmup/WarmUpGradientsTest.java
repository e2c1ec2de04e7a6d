package org.gradus.lecture.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.experiment.RunSpec;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class WarmUpGradientsTest {
    private final WarmUpGradients figure = MadeFigures.get(WarmUpGradients.class, "warmup-gradients");

    @Test
    void bothBeginAlike() {
        for (int i = 0; i < figure.with().size(); i++) {
            assertThat(figure.with().get(i).sizes().get(0))
                    .isEqualTo(figure.without().get(i).sizes().get(0));
        }
    }

    @Test
    void withoutWarmUpTheDistributionMovesFarWithinTenUpdatesAndWithItHardly() {
        for (int i = 0; i < figure.with().size(); i++) {
            double moved = figure.without().get(i).distance(10);
            assertThat(moved).isGreaterThan(0.3);
            assertThat(moved).isGreaterThan(5 * figure.with().get(i).distance(10));
            assertThat(figure.without().get(i).shrinkage()).isGreaterThan(3);
            assertThat(figure.with().get(i).shrinkage()).isBetween(0.8, 1.5);
        }
    }

    /** What the slide has for a distortion is learning here: the loss falls by more than the gradients do. */
    @Test
    void theLossFallsMoreThanTheGradients() {
        assertThat(figure.without()).allMatch(seed -> seed.progress() > seed.shrinkage());
        assertThat(figure.chart(Language.EN).title()).contains("but so does the loss");
    }

    /** Of 1, 2, 3, 4 and 3, 4, 5, 6 half of the first and none of the second is up to 2. */
    @Test
    void distanceAndMediansAreThoseOfAnExampleByHand() {
        FirstGradients example = new FirstGradients(
                RunSpec.usual(), List.of(new double[] {4, 1, 3, 2}, new double[] {3, 6, 5, 4}), List.of(6.0, 2.0));
        assertThat(example.distance(1)).isZero();
        assertThat(example.distance(2)).isEqualTo(0.5);
        assertThat(example.shrinkage()).isCloseTo(2.5 / 4.5, within(1e-15));
        assertThat(example.progress()).isEqualTo(3);
    }
}
