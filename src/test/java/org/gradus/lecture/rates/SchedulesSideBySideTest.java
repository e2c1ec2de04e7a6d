package org.gradus.lecture.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.chart.Panels;
import org.gradus.lecture.MadeFigures;
import org.gradus.schedule.Schedules;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class SchedulesSideBySideTest {
    private final SchedulesSideBySide figure = MadeFigures.get(SchedulesSideBySide.class, "schedules");

    @Test
    void allSchedulesOfTheCatalogAreShown() {
        assertThat(figure.rates().keySet()).isEqualTo(Schedules.names());
        assertThat(((Panels) figure.chart(Language.EN)).charts()).hasSameSizeAs(Schedules.names());
    }

    /** By their formulas; the tests have a further schedule on their class path. */
    @Test
    void theFormulasFallOrRiseAsTheTitleCounts() {
        String[] again = {"sgdr", "triangular", "triangular2", "exp-range"};
        String[] first = {
            "one-cycle",
            "two-line-one-cycle",
            "cosine-one-cycle",
            "three-wave-one-cycle",
            "noam",
            "wsd",
            "linear-wsd",
            "root-wsd"
        };
        assertThat(again).allMatch(name -> figure.shape(name) == CourseShape.RISES_AGAIN);
        assertThat(first).allMatch(name -> figure.shape(name) == CourseShape.RISES_FIRST);
        String[] others = {
            "constant",
            "step-decay",
            "exponential-decay",
            "polynomial-decay",
            "linear-ramp",
            "piecewise",
            "multi-step",
            "cosine",
            "reduce-on-plateau"
        };
        assertThat(others).allMatch(name -> figure.shape(name) == CourseShape.FALLS);
        assertThat(figure.chart(Language.EN).title())
                .matches("Of [0-9]+ schedules [0-9]+ never rise, [0-9]+ rise first, [0-9]+ rise again and again")
                .contains(Schedules.names().size() + " schedules");
    }

    /** Triangular: from a quarter of the rate to all of it in 400 / 8 updates. Exponential decay leaves a hundredth. */
    @Test
    void someRatesAreThoseWorkedOutByHand() {
        assertThat(figure.rates().get("triangular")[0]).isEqualTo(0.25);
        assertThat(figure.rates().get("triangular")[50]).isEqualTo(1);
        assertThat(figure.rates().get("exponential-decay")[200]).isCloseTo(0.1, within(1e-12));
        assertThat(figure.rates().get("cosine")[200]).isCloseTo(0.5, within(1e-12));
        assertThat(figure.rates().get("reduce-on-plateau")[399]).isCloseTo(0.1, within(1e-12));
    }
}
