package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class GeneralizationGapTest {
    private final GeneralizationGap figure = MadeFigures.get(GeneralizationGap.class, "generalization-gap");

    @Test
    void allRunsDoTheTrainingDataBetter() {
        for (Pairs pairs : List.of(figure.accuracy().pairs(), figure.loss().pairs())) {
            assertThat(DoubleStream.concat(Arrays.stream(pairs.first()), Arrays.stream(pairs.second())))
                    .hasSize(16)
                    .allMatch(gap -> gap > 0);
        }
    }

    @Test
    void whichGapIsSmallerIsNotDecidedAndTheTitleSaysSo() {
        assertThat(figure.accuracy().difference().interval().contains(0)).isTrue();
        assertThat(figure.chart(Language.EN).title()).endsWith("the gap: not decided");
    }

    /** The slide gives Adam the larger gap; of the loss it is SGDM that has it here. */
    @Test
    void ofTheLossItIsSgdmThatHasTheLargerGap() {
        assertThat(figure.loss().difference().interval().upper()).isNegative();
        assertThat(Arrays.stream(figure.loss().pairs().differences()).filter(difference -> difference < 0))
                .hasSizeGreaterThan(6);
    }

    @Test
    void theDifferencesAreThoseOfRunsOfTheSameSeed() {
        for (int i = 0; i < figure.loss().pairs().size(); i++) {
            double adam = gap(figure.study().adam(), i);
            double sgdm = gap(figure.study().sgdm(), i);
            assertThat(figure.loss().pairs().differences()[i]).isCloseTo(adam - sgdm, within(1e-9));
        }
    }

    private static double gap(ContestStudy.Side side, int run) {
        var last = side.runs().get(run).history().last();
        return last.test().orElseThrow().loss() - last.onTraining().loss();
    }
}
