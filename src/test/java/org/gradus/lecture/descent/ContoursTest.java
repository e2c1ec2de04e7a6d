package org.gradus.lecture.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.trace.Trace;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private final Contours figure = MadeFigures.get(Contours.class, "contours");

    @Test
    void theWinnerOnTheBowlIsFarBehindInTheValley() {
        String winner = figure.ranking(0).get(0);
        assertThat(figure.ranking(1).indexOf(winner)).isGreaterThanOrEqualTo(3);
        assertThat(figure.ranking(1).get(0)).isNotEqualTo(winner);
    }

    @Test
    void allStartAtOnePointAndNoneRisesAboveIt() {
        for (List<Descent> ways : figure.landscapes()) {
            for (Descent way : ways) {
                assertThat(way.path()).hasSize(101);
                assertThat(way.path().get(0)).isEqualTo(ways.get(0).path().get(0));
                assertThat(way.path())
                        .allMatch(point -> way.landscape().value(point, 1)
                                <= way.landscape().value(way.path().get(0), 1));
            }
        }
    }

    @Test
    void eachHasTheBestOfTheSameRates() {
        for (List<Descent> ways : figure.landscapes()) {
            for (Descent way : ways) {
                assertThat(Descent.RATES).contains(way.eta());
                for (double eta : Descent.RATES) {
                    double[] start = way.path().get(0);
                    assertThat(Descent.of(way.rule(), way.landscape(), start, eta, 100)
                                    .loss())
                            .isGreaterThanOrEqualTo(way.loss());
                }
            }
        }
    }

    /** The trace computes each step from the rule's equations, not by its loop. */
    @Test
    void theWaysAreThoseOfTheEquations() {
        for (Descent way : figure.landscapes().get(1)) {
            Trace trace = Trace.of(way.rule(), way.eta(), way.landscape(), 5);
            assertThat(way.path().get(5)).containsExactly(trace.path().get(5), within(1e-12));
        }
    }
}
