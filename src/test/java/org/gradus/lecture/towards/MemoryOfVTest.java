package org.gradus.lecture.towards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

/** The movements are those of demos.json, lecture/adam_movement_table: a plain double loop after 20000 steps. */
class MemoryOfVTest {
    private static final Percentage TOLERANCE = Percentage.withPercentage(1e-7); // 1e-9 as a share

    private final MemoryOfV figure = MadeFigures.get(MemoryOfV.class, "memory-of-v");

    @Test
    void theMovementsAreTheLecturesTable() {
        assertThat(moved(-1)).isCloseTo(1, TOLERANCE);
        assertThat(moved(0)).isCloseTo(31.622774989860996, TOLERANCE);
        assertThat(moved(1)).isCloseTo(0.0003163859824423609, TOLERANCE);
        assertThat(moved(2)).isCloseTo(0.0003165442941617465, TOLERANCE);
        assertThat(moved(100)).isCloseTo(0.00033244940829981455, TOLERANCE);
    }

    @Test
    void withMomentumTheSpikeIsSpreadOverTheNextSteps() {
        List<Double> spread = figure.withMomentum().subList(RareGradient.BEFORE, RareGradient.BEFORE + 3);
        assertThat(spread.get(0)).isCloseTo(3.1625621039610077, TOLERANCE);
        assertThat(spread.get(1)).isCloseTo(2.84776175322527, TOLERANCE);
        assertThat(spread.get(2)).isCloseTo(2.5642996869164807, TOLERANCE);
    }

    @Test
    void theThousandUselessStepsAreAThousandEtaAnd32TimesTheUsefulOne() {
        assertThat(figure.uselessMovement()).isCloseTo(1000, within(1e-6));
        assertThat(figure.ratio()).isCloseTo(1000 / 31.622774989860996, within(1e-6));
        assertThat(figure.chart(Language.EN).title()).contains(" 32 times ");
    }

    @Test
    void onlySgdmIsBackAfterTheOneThatKnewTheWay() {
        assertThat(path("sgdm", 0)).isBetween(-1020.0, -980.0); // 0.1 / (1 − 0.9) for each gradient of about 1
        assertThat(highest("sgdm")).isGreaterThan(-60); // all but the useless steps that follow it meanwhile
        for (String rule : List.of("adam", "amsgrad")) {
            double before = path(rule, -1);
            assertThat(before).isLessThan(-900);
            assertThat(highest(rule) - before).isBetween(25.0, 32.0); // at most η / √(1 − β2)
        }
    }

    private double moved(int fromSpike) {
        return figure.movements().get(RareGradient.BEFORE + fromSpike);
    }

    private double path(String rule, int fromSpike) {
        return figure.paths().get(rule).get(RareGradient.USELESS + fromSpike);
    }

    private double highest(String rule) {
        List<Double> path = figure.paths().get(rule);
        return path.subList(RareGradient.USELESS, path.size()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }
}
