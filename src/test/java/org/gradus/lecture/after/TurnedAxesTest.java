package org.gradus.lecture.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class TurnedAxesTest {
    private final TurnedAxes figure = MadeFigures.get(TurnedAxes.class, "soap");

    @Test
    void turningTheAxesCostsAdamMuchAndSoapNothing() {
        assertThat(figure.turned().get(0).loss())
                .isGreaterThan(10_000 * figure.straight().get(0).loss());
        for (int t = 0; t <= 100; t++) {
            assertThat(figure.turned().get(1).losses().get(t))
                    .isCloseTo(figure.straight().get(1).losses().get(t), withinPercentage(1e-4));
        }
        assertThat(figure.turned().get(1).loss())
                .isCloseTo(figure.straight().get(1).loss(), withinPercentage(1));
        assertThat(figure.turned().get(1).loss())
                .isLessThan(2 * figure.straight().get(0).loss());
    }

    @Test
    void atAConstantRateMuonDoesNotComeNear() {
        assertThat(figure.turned().get(2).loss())
                .isGreaterThan(10 * figure.turned().get(0).loss());
    }

    @Test
    void withItsAuthorsNumbersSoapIsNoBetterThanAdam() {
        assertThat(figure.authors().loss())
                .isBetween(
                        0.5 * figure.turned().get(0).loss(),
                        2 * figure.turned().get(0).loss());
    }

    @Test
    void noBestRateIsTheSmallestOfThoseTried() {
        assertThat(Stream.of(figure.straight(), figure.turned())
                        .flatMap(ways -> ways.stream().map(FittedMatrix::eta)))
                .allMatch(eta -> eta > FittedMatrix.RATES.get(0) && eta < 1);
    }
}
