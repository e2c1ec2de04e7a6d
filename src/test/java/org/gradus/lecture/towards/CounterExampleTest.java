package org.gradus.lecture.towards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.landscape.Reddi;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

/** Numbers: demos.json, reddi2018/online: literal_adam and literal_amsgrad, plain double loops. */
class CounterExampleTest {
    private final CounterExample figure = MadeFigures.get(CounterExample.class, "reddi");

    @Test
    void adamGoesToTheWorstPoint() {
        assertSeen(figure.adam(), 101, -0.5969870874077166, 8.58371531601842);
        assertSeen(figure.adam(), 10100, 0.9606253768710066, 0.4828470456719008);
    }

    @Test
    void amsGradGoesTowardsTheBest() {
        assertSeen(figure.amsGrad(), 101, -0.5692993089888229, 8.31988432876699);
        assertSeen(figure.amsGrad(), 10100, -0.797755636422078, 0.4156276064070081);
    }

    @Test
    void fromTheSecondCycleOnEachGoesItsWay() {
        for (int i = 1; i < figure.adam().size(); i++) {
            if (figure.adam().get(i).t() > 202) {
                assertThat(figure.adam().get(i).x())
                        .isGreaterThan(figure.adam().get(i - 1).x());
                assertThat(figure.amsGrad().get(i).x())
                        .isLessThan(figure.amsGrad().get(i - 1).x());
            }
        }
    }

    @Test
    void theGradientsAreTheProblems() {
        for (int t : new int[] {1, 2, 101, 102, 103}) {
            assertThat(new Reddi().gradient(new double[] {0.3}, t)[0]).isEqualTo(ReddiWalk.slope(t));
        }
    }

    private static void assertSeen(List<ReddiWalk.Seen> walk, int t, double x, double regret) {
        ReddiWalk.Seen seen =
                walk.stream().filter(each -> each.t() == t).findFirst().orElseThrow();
        assertThat(seen.x()).isCloseTo(x, within(1e-9));
        assertThat(seen.regret()).isCloseTo(regret, within(1e-9));
    }
}
