package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void listsTheSimplestKindsFirst() {
        assertThat(Landscapes.names())
                .startsWith("rosenbrock", "beale", "himmelblau")
                .endsWith("gradient-table");
    }

    @Test
    void hasTheNearestNameForATypingError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscapes.named("rosenbrok"))
                .withMessage(
                        "there is no problem 'rosenbrok'; did you mean rosenbrock? the problems are rosenbrock, beale,"
                                + " himmelblau, booth, matyas, three-hump-camel, styblinski-tang, rastrigin, ackley, saddle,"
                                + " ill-conditioned, reddi, reddi-stochastic, gradient-table");
    }

    @Test
    void wantsADimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ackley(0))
                .withMessage("ackley: the number of dimensions must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rastrigin(-1))
                .withMessage("rastrigin: the number of dimensions must be at least 1, found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StyblinskiTang(0))
                .withMessage("styblinski-tang: the number of dimensions must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IllConditioned(0, 1))
                .withMessage("ill-conditioned: the number of dimensions must be at least 1, found 0");
    }
}
