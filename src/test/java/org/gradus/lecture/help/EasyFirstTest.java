package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class EasyFirstTest {
    private final EasyFirst figure = MadeFigures.get(EasyFirst.class, "curriculum");

    @Test
    void cleanLabelsHelpUntilTheWrongOnesJoin() {
        assertThat(figure.cleanFirst().lossBefore())
                .isLessThan(0.5 * figure.allAtOnce().loss());
        assertThat(figure.cleanFirst().loss())
                .isGreaterThan(2 * figure.cleanFirst().lossBefore());
    }

    /** What the slide claims of the end does not show: whichever comes first, it is within a third. */
    @Test
    void theEndIsAsIfAllHadBeenLearnedAtOnce() {
        assertThat(figure.cleanFirst().loss() / figure.allAtOnce().loss()).isCloseTo(1, within(1 / 3.0));
    }

    @Test
    void easyExamplesFirstDoNotLeadToABetterEnd() {
        assertThat(figure.easyFirst().loss())
                .isGreaterThan(0.9 * figure.atOnce().loss());
    }

    @Test
    void allHaveAboutEquallyManyUpdates() {
        assertThat(last(figure.easyFirst()) / last(figure.atOnce())).isCloseTo(1, within(0.05));
        assertThat(last(figure.cleanFirst()) / last(figure.allAtOnce())).isCloseTo(1, within(0.05));
    }

    private static double last(Course course) {
        return course.updates().get(course.updates().size() - 1);
    }
}
