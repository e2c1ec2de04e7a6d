package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LandscapesTest {

    @Test
    void givesTwoDimensionsAndUsualConstants() {
        assertThat(Landscapes.named("ackley")).isEqualTo(new Ackley(2));
        assertThat(Landscapes.named("rastrigin")).isEqualTo(new Rastrigin(2));
        assertThat(Landscapes.named("styblinski-tang")).isEqualTo(new StyblinskiTang(2));
        assertThat(Landscapes.named("ill-conditioned")).isEqualTo(new IllConditioned(2, 100));
        assertThat(Landscapes.named("reddi-stochastic")).isEqualTo(new ReddiStochastic(1));
    }

    @Test
    void takesOptionsByTheNamesOfTheRecordsComponents() {
        assertThat(Landscapes.named("ackley", Map.of("dimensions", 7.0))).isEqualTo(new Ackley(7));
        assertThat(Landscapes.named("ill-conditioned", Map.of("condition", 5.0, "dimensions", 3.0)))
                .isEqualTo(new IllConditioned(3, 5));
        assertThat(Landscapes.named("reddi-stochastic", Map.of("seed", 9.0))).isEqualTo(new ReddiStochastic(9));
        assertThat(Landscapes.options("ill-conditioned"))
                .containsExactly(entry("dimensions", 2.0), entry("condition", 100.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscapes.named("ackley", Map.of("dimension", 3.0)))
                .withMessage(
                        "ackley: there is no option 'dimension'; did you mean dimensions? the options are dimensions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscapes.named("booth", Map.of("dimensions", 3.0)))
                .withMessage("booth: there is no option 'dimensions'; it has none");
    }

    @Test
    void listsTheSimplestKindsFirst() {
        assertThat(Landscapes.names())
                .startsWith("rosenbrock", "beale", "himmelblau")
                .containsSubsequence(new LibraryLandscapes()
                        .entries().stream().map(LandscapeEntry::name).toList());
    }

    @Test
    void hasTheNearestNameForATypingError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscapes.named("rosenbrok"))
                .withMessage("there is no problem 'rosenbrok'; did you mean rosenbrock? the problems are "
                        + String.join(", ", Landscapes.names()));
    }

    @Test
    void wantsADimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ackley(0))
                .withMessage("ackley: dimensions must be a whole number, at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rastrigin(-1))
                .withMessage("rastrigin: dimensions must be a whole number, at least 1, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StyblinskiTang(0))
                .withMessage("styblinski-tang: dimensions must be a whole number, at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IllConditioned(0, 1))
                .withMessage("ill-conditioned: dimensions must be a whole number, at least 1, found 0");
    }
}
