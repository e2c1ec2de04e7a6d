package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class GoodRatesTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    @Test
    void isTheRangeAroundTheBestWithoutAGap() {
        double[] rates = {1, 0.001, 0.1, 0.01, 10, 0.0001};
        double[] losses = {0.32, 0.9, 0.3, 0.4, NONE, 0.31};
        GoodRates good = GoodRates.of(rates, losses, true, 0.1);
        assertThat(good).isEqualTo(new GoodRates(0.1, 0.01, 1, 0.001, 10));
        assertThat(good.factor()).isCloseTo(100, within(1e-12));
        assertThat(good.factorAtMost()).isCloseTo(10_000, within(1e-9));
        assertThat(good.reachesAnEdge()).isFalse();
    }

    @Test
    void higherMayBeBetter() {
        GoodRates good = GoodRates.of(new double[] {1, 2, 4}, new double[] {-NONE, 97, 96.5}, false, 0.5);
        assertThat(good).isEqualTo(new GoodRates(2, 2, 4, 1, NONE));
        assertThat(good.reachesAnEdge()).isTrue();
        assertThat(GoodRates.of(new double[] {1, 2, 4}, new double[] {97, 97, 9}, false, 0))
                .as("of two best the lower")
                .isEqualTo(new GoodRates(1, 1, 2, 0, 4));
    }

    @Test
    void prefersOneOnlyIfItIsWiderWhateverLiesBetween() {
        GoodRates wide = new GoodRates(1, 0.1, 10, 0.01, 100);
        GoodRates narrow = new GoodRates(1, 0.5, 2, 0.2, 5);
        GoodRates medium = new GoodRates(1, 0.2, 4, 0.1, 30);
        assertThat(wide.against(narrow, "Adam", "SGDM"))
                .isEqualTo("Adam forgives more rates here: factor 100 against factor 4");
        assertThat(narrow.against(wide, "Adam", "SGDM"))
                .isEqualTo("SGDM forgives more rates here: factor 4 against factor 100");
        assertThat(wide.against(medium, "Adam", "SGDM"))
                .isEqualTo("factor 100 against factor 20: nothing to choose between them");
        assertThat(wide.against(new GoodRates(1, 0.5, 2, 0, 5), "Adam", "SGDM"))
                .isEqualTo("factor 100 against factor 4: nothing to choose between them;"
                        + " a range reaches the edge of the rates tried");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> GoodRates.of(new double[] {1}, new double[0], true, 0))
                .hasMessage("good rates: expected a value for each rate, found 1 rates and 0 values;"
                        + " give both, and at least one");
        assertThatThrownBy(() -> GoodRates.of(new double[] {1, 1}, new double[] {1, 2}, true, 0))
                .hasMessage("good rates: expected finite rates of more than 0, each once, with a value that is not NaN;"
                        + " give the median over its seeds for each rate, and ∞ or −∞ if it diverged");
        assertThatThrownBy(() -> GoodRates.of(new double[] {0}, new double[] {1}, true, 0))
                .hasMessageContaining("more than 0");
        assertThatThrownBy(() -> GoodRates.of(new double[] {1}, new double[] {Double.NaN}, true, 0))
                .hasMessageContaining("not NaN");
        assertThatThrownBy(() -> GoodRates.of(new double[] {1, 2}, new double[] {NONE, NONE}, true, 0))
                .hasMessage("good rates: expected a rate with a finite value, found none of 2; try other rates");
        assertThatThrownBy(() -> GoodRates.of(new double[] {1}, new double[] {1}, true, -1))
                .hasMessage(
                        "good rates: expected a tolerance of at least 0, found -1.0; say how much worse is as good");
    }
}
