package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.lecture.contest.Minimum;
import org.junit.jupiter.api.Test;

class FlatterMinimaTest {
    private final FlatterMinima figure = MadeFigures.get(FlatterMinima.class, "sam");

    @Test
    void samEndsFlatterFromEverySeed() {
        List<Minimum> sgdm = figure.minima().get(0.0);
        List<Minimum> sam = figure.minima().get(FlatterMinima.LARGEST);
        for (int i = 0; i < sgdm.size(); i++) {
            assertThat(sam.get(i).sharpness()).isLessThan(0.5 * sgdm.get(i).sharpness());
        }
    }

    /** So the flatter one is not flatter because its loss is less. */
    @Test
    void allHaveTheSameTrainingLoss() {
        assertThat(figure.minima().values().stream().flatMap(List::stream))
                .allMatch(minimum -> minimum.training().loss() <= figure.target()
                        && minimum.training().loss() > 0.6 * figure.target());
    }

    @Test
    void itTakesMoreEpochsOfTwoGradientsAStep() {
        assertThat(figure.median(FlatterMinima.LARGEST, Minimum::epochs))
                .isGreaterThanOrEqualTo(figure.median(0, Minimum::epochs));
    }
}
