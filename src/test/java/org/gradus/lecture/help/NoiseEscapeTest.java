package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class NoiseEscapeTest {
    private final NoiseEscape figure = MadeFigures.get(NoiseEscape.class, "gradient-noise");

    @Test
    void withoutNoiseTheWalkEndsInTheOuterValley() {
        assertThat(figure.quiet().arrives()).isFalse();
        assertThat(figure.quiet().end()[0]).isCloseTo(-1.748, within(0.01)); // the local minimum, to three decimals
        assertThat(figure.quiet().end()[1]).isCloseTo(0.874, within(0.01));
        assertThat(figure.noisy().arrives()).isTrue();
    }

    @Test
    void noWalkGetsOutWithTheNoiseOfThePaper() {
        assertThat(List.of(figure.arrived(0.01), figure.arrived(0.3), figure.arrived(1.0)))
                .containsOnly(0.0);
    }

    @Test
    void aQuarterOrMoreGetOutWithMoreNoiseAndTooMuchDiverges() {
        assertThat(figure.best()).isBetween(3.0, 100.0);
        assertThat(figure.arrived(figure.best())).isGreaterThan(0.25);
        assertThat(figure.arrived(300.0)).isLessThan(0.1);
        assertThat(figure.diverged().get(NoiseEscape.C.indexOf(300.0))).isGreaterThan(0.9);
    }

    @Test
    void theDeviationFallsAsTheLectureHasIt() {
        assertThat(NoiseEscape.sigma(2)[0]).isEqualTo(2); // t = 0: c
        assertThat(NoiseEscape.sigma(2)[15]).isCloseTo(2 / Math.pow(2, 4 * 0.55), within(1e-12)); // t = 15: 16 = 2⁴
    }
}
