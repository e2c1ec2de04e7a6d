package org.gradus.lecture.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.lecture.MadeFigures;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;

class SwitchToSgdmTest {
    private final SwitchToSgdm figure = MadeFigures.get(SwitchToSgdm.class, "swats");

    @Test
    void itSwitchesWhereTheProjectedRateFirstAgreesWithItsMean() {
        List<Double> gamma = figure.swats().gamma();
        List<Double> mean = figure.swats().mean();
        int last = gamma.size() - 1;
        assertThat(last + 1).isEqualTo(figure.found().step());
        for (int i = 1; i < last; i++) {
            assertThat(Math.abs(mean.get(i) - gamma.get(i))).isGreaterThanOrEqualTo(1e-4);
        }
        assertThat(Math.abs(mean.get(last) - gamma.get(last))).isLessThan(1e-4);
        assertThat(figure.found().rate()).isCloseTo(mean.get(last), within(1e-12));
    }

    @Test
    void theMeanIsTheMovingAverageOfTheProjectedRates() {
        double lambda = 0;
        for (int i = 0; i < figure.swats().gamma().size(); i++) {
            lambda = 0.999 * lambda + 0.001 * figure.swats().gamma().get(i);
            assertThat(figure.swats().mean().get(i)).isCloseTo(lambda / (1 - Math.pow(0.999, i + 1)), within(1e-9));
        }
    }

    @Test
    void beforeTheSwitchItIsAdamAndAfterItIsNot() {
        List<Double> swats = figure.swats().losses();
        List<Double> adam = figure.adam().losses();
        int switched = (int) (figure.found().step() / 10);
        for (int i = 0; i <= switched; i++) {
            assertThat(swats.get(i)).isCloseTo(adam.get(i), within(1e-4)); // its ε stands elsewhere
        }
        assertThat(Math.abs(swats.get(swats.size() - 1) - adam.get(swats.size() - 1)))
                .isGreaterThan(1e-3);
    }

    @Test
    void whenItSwitchesIsLuck() {
        long first = figure.steps().stream().min(Long::compare).orElseThrow();
        long last = figure.steps().stream().max(Long::compare).orElseThrow();
        assertThat(last).isGreaterThan(3 * first);
        assertThat(figure.chart(Language.EN).title()).endsWith("at steps " + first + " to " + last);
    }
}
