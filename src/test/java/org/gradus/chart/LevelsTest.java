package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class LevelsTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final Limits SIDE = new Limits(0, 1);

    @Test
    void areEvenlySpacedIfLinear() {
        assertThat(Levels.linear(-1, 3, 5)).containsExactly(-1.0, 0.0, 1.0, 2.0, 3.0);
        assertThat(Levels.linear(0.5, 0.75, 2)).containsExactly(0.5, 0.75);
    }

    @Test
    void haveHeightsOfEqualRatiosIfLogarithmic() {
        assertClose(Levels.logarithmic(0, 0.1, 1000, 5), 0.1, 1, 10, 100, 1000);
        assertClose(Levels.logarithmic(-39, 1, 4, 3), -38, -37, -35);
    }

    /** The field rises from 2 to 10; four levels divide that into five. */
    @Test
    void divideTheRangeOfAFieldIfLinear() {
        ScalarField field = ScalarField.sample((x, y) -> 2 + 8 * x * y, SIDE, SIDE, 11, 11);

        assertClose(Levels.linear(field, 4), 3.6, 5.2, 6.8, 8.4);
    }

    /** Of the 10 000 heights 0, 1, …, 9999 over 6, a hundredth lies below 100, a twentieth from 9500 on. */
    @Test
    void encloseAHundredthAndLeaveOutATwentiethOfAFieldIfLogarithmic() {
        double[][] z = new double[100][100];
        for (int i = 0; i < 10_000; i++) {
            z[i % 100][i / 100] = 6 + i;
        }

        List<Double> levels = Levels.logarithmic(ScalarField.of(SIDE, SIDE, z), 3);

        assertClose(levels, 110, 980, 9500); // 106, 6 + √(100 · 9500) = 980.7 and 9506, to two digits of their heights
    }

    @Test
    void goDownAThousandthWhereTheBottomIsFlat() {
        ScalarField mostlyFlat = ScalarField.sample((x, y) -> Math.max(0, x - 0.5), SIDE, SIDE, 101, 101);
        ScalarField almostFlat = ScalarField.sample((x, y) -> x == 1 && y == 1 ? 7 : 3, SIDE, SIDE, 101, 101);

        assertClose(Levels.logarithmic(mostlyFlat, 2), 0.00045, 0.45);
        assertClose(Levels.logarithmic(almostFlat, 2), 3.004, 7);
    }

    @Test
    void leaveOutWhatIsNotFinite() {
        ScalarField field = ScalarField.of(SIDE, SIDE, new double[][] {{1, Double.NaN}, {Double.POSITIVE_INFINITY, 4}});

        assertClose(Levels.linear(field, 2), 2, 3);
    }

    @Test
    void wantARange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.linear(ScalarField.sample((x, y) -> 3, SIDE, SIDE, 2, 2), 5))
                .withMessage("levels: the field 2 × 2 over 0.0 to 1.0, 0.0 to 1.0 has no two different finite values,"
                        + " so there are no levels between; give a list of your own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.logarithmic(ScalarField.sample((x, y) -> Double.NaN, SIDE, SIDE, 2, 2), 5))
                .withMessageStartingWith("levels: the field 2 × 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.linear(2, 1, 5))
                .withMessage("limits: found 2.0 to 1.0; give two finite numbers, the smaller one first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.logarithmic(0, 0, 1, 5))
                .withMessage("levels: found heights from 0.0 above 0.0; give heights above 0 over a finite bottom");
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.logarithmic(Double.NaN, 1, 2, 5));
    }

    @Test
    void areAtLeastTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.linear(0, 1, 1))
                .withMessage("levels: found 1; ask for at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Levels.logarithmic(0, 1, 2, 1));
    }

    private static void assertClose(List<Double> levels, double... expected) {
        assertThat(levels.stream().mapToDouble(Double::doubleValue).toArray()).containsExactly(expected, ROUNDING);
    }
}
