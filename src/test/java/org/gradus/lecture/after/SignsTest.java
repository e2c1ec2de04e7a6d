package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.gradus.lecture.MadeFigures;
import org.gradus.lecture.descent.Descent;
import org.junit.jupiter.api.Test;

class SignsTest {
    private final Signs figure = MadeFigures.get(Signs.class, "signs");

    @Test
    void everyStepOfARuleOfSignsIsEtaAlongEachAxis() {
        for (Descent way : figure.ways().subList(1, 3)) {
            for (int axis = 0; axis < 2; axis++) {
                double[] steps = Signs.steps(way, axis);
                double[] eta = new double[100];
                Arrays.fill(eta, 1);
                assertThat(steps).containsExactly(eta, within(1e-12));
            }
        }
    }

    @Test
    void adamsStepsBeginAtEtaAndShrink() {
        double[] adam = Signs.steps(figure.ways().get(0), 0);
        assertThat(adam[0]).isCloseTo(1, within(1e-6));
        assertThat(figure.adamsLastSteps()).isLessThan(0.1);
        assertThat(Arrays.stream(adam).max().orElseThrow()).isLessThan(1.01);
    }

    /** The rules of signs do not come to rest: where one of them is, its next step is η long. */
    @Test
    void onlyAdamComesNear() {
        double adam = figure.ways().get(0).loss();
        assertThat(figure.ways().get(1).loss()).isGreaterThan(10 * adam);
        assertThat(figure.ways().get(2).loss()).isGreaterThan(10 * adam);
    }
}
