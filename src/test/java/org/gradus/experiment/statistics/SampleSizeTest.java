package org.gradus.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class SampleSizeTest {
    @Test
    void fivePairsCannotAndSixCan() {
        assertThat(SampleSize.leastP(5)).isEqualTo(0.0625);
        assertThat(SampleSize.leastP(6))
                .isEqualTo(0.03125)
                .isEqualTo(SignedRankTest.of(1, 2, 3, 4, 5, 6).p());
        assertThat(SampleSize.forTest(0.05, 1)).isEqualTo(6);
        assertThat(SampleSize.forTest(0.05, 5)).isEqualTo(8);
        assertThat(SampleSize.forTest(0.05, 6)).isEqualTo(8);
        assertThat(SampleSize.forTest(0.05, 7)).isEqualTo(9);
        assertThat(SampleSize.forTest(0.0625, 1))
                .as("less than α, not α itself")
                .isEqualTo(6);
    }

    @Test
    void aTestThatCannotFindAnythingIsRefused() {
        assertThatThrownBy(() -> SampleSize.requireTestable(5, 0.05, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("signed-rank test: asked for p < 0.05, but the least p of 5 pairs is 0.0625;"
                        + " take at least 6 seeds");
        assertThatThrownBy(() -> SampleSize.requireTestable(7, 0.05, 5))
                .hasMessage("signed-rank test: asked for p < 0.05 with Holm's correction over 5 questions,"
                        + " but the least p of 7 pairs is 0.0156; take at least 8 seeds");
        assertThatThrownBy(() -> SampleSize.requireTestable(1, 0.05, 1)).hasMessageContaining("of 1 pair is 1;");
        assertThatCode(() -> SampleSize.requireTestable(8, 0.05, 5)).doesNotThrowAnyException();
    }

    /** 29 is in the appendix of Bouthillier et al. 2021; the others from the formula with {@code scipy.stats.norm.ppf} of SciPy 1.17.1. */
    @Test
    void noethersFormulaGives29() {
        assertThat(SampleSize.noether(0.75, 0.05, 0.95)).isEqualTo(29);
        assertThat(SampleSize.noether(0.25, 0.05, 0.95)).isEqualTo(29);
        assertThat(SampleSize.noether(0.75, 0.05, 0.8)).isEqualTo(17);
        assertThat(SampleSize.noether(0.6, 0.05, 0.95)).isEqualTo(181);
        assertThat(SampleSize.noether(0.9, 0.05, 0.95)).isEqualTo(12);
        assertThat(SampleSize.noether(0.75, 0.01, 0.95)).isEqualTo(43);
    }

    /** {@code scipy.stats.norm.ppf} of 0.975 and 0.95. */
    @Test
    void quantilesOfTheNormalDistribution() {
        assertThat(StandardNormal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(StandardNormal.quantile(0.95)).isCloseTo(1.6448536269514722, within(1e-14));
        assertThat(StandardNormal.outside(1.959963984540054)).isCloseTo(0.05, within(1e-15));
    }

    /** {@code scipy.stats.binom.sf(k − 1, n, p)} of SciPy 1.17.1, k the fewest wins with Wilson's lower end above ½: 9 of 10, 20 of 29. */
    @Test
    void whatAVerdictCanPromise() {
        assertThat(SampleSize.chanceToClear(29, 0.75, 0.95)).isCloseTo(0.8336950504021206, within(1e-12));
        assertThat(SampleSize.chanceToClear(29, 0.25, 0.95)).isCloseTo(0.8336950504021206, within(1e-12));
        assertThat(SampleSize.chanceToClear(10, 0.75, 0.95)).isCloseTo(0.2440, within(5e-5));
        assertThat(SampleSize.chanceToClear(46, 0.75, 0.95)).isCloseTo(0.9516, within(5e-5));
        assertThat(SampleSize.chanceToClear(47, 0.75, 0.95)).isCloseTo(0.9413, within(5e-5));
        for (int n = 48; n < 80; n++) {
            assertThat(SampleSize.chanceToClear(n, 0.75, 0.95)).isGreaterThan(0.95);
        }
        assertThat(SampleSize.chanceToClear(3, 0.75, 0.95))
                .as("not even all wins clear ½")
                .isZero();
        assertThat(SampleSize.chanceToClear(10, 1, 0.95)).isEqualTo(1);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> SampleSize.noether(0.5, 0.05, 0.95))
                .hasMessage("sample size: expected a probability from 0 to 1 other than 0.5, found 0.5;"
                        + " no number of pairs finds a difference that is not there");
        assertThatThrownBy(() -> SampleSize.noether(0.75, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SampleSize.forTest(0.05, 0))
                .hasMessage("sample size: expected at least 1 question, found 0; ask one");
        assertThatThrownBy(() -> SampleSize.chanceToClear(5, 2, 0.95))
                .hasMessage("sample size: expected a probability from 0 to 1, found 2.0; give P(A > B)");
    }
}
