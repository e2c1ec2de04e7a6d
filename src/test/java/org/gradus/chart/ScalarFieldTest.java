package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class ScalarFieldTest {

    private static final Limits X = new Limits(-1, 3);
    private static final Limits Y = new Limits(0.1, 0.7);

    @Test
    void samplesAFunctionAtEvenlySpacedPlacesFromTheBottomLeft() {
        ScalarField field = ScalarField.sample((x, y) -> 10 * x + y, X, Y, 5, 3);

        assertThat(field.columns()).isEqualTo(5);
        assertThat(field.rows()).isEqualTo(3);
        assertThat(field.x(0)).isEqualTo(-1);
        assertThat(field.x(3)).isEqualTo(2);
        assertThat(field.x(4)).isEqualTo(3);
        assertThat(field.y(0)).isEqualTo(0.1);
        assertThat(field.y(1)).isCloseTo(0.4, within(1e-15));
        assertThat(field.y(2)).isEqualTo(0.7);
        assertThat(field.z(3, 1)).isCloseTo(20.4, within(1e-14));
        assertThat(field.z(0, 2)).isEqualTo(-9.3);
    }

    @Test
    void isFineUnlessTold() {
        ScalarField field = ScalarField.sample((x, y) -> x, X, Y);

        assertThat(field.columns()).isEqualTo(301);
        assertThat(field.rows()).isEqualTo(301);
    }

    @Test
    void takesRowsFromTheBottomUp() {
        ScalarField field = ScalarField.of(X, Y, new double[][] {{1, 2, 3}, {4, 5, Double.NaN}});

        assertThat(field.z(0, 0)).isEqualTo(1);
        assertThat(field.z(2, 0)).isEqualTo(3);
        assertThat(field.z(0, 1)).isEqualTo(4);
        assertThat(field.z(2, 1)).isNaN();
        assertThat(field.xLimits()).isEqualTo(X);
        assertThat(field.yLimits()).isEqualTo(Y);
    }

    @Test
    void isItsValuesAndPlaces() {
        double[][] z = {{1, 2}, {3, 4}};
        ScalarField field = ScalarField.of(X, Y, z);
        ScalarField same = ScalarField.of(X, Y, new double[][] {{1, 2}, {3, 4}});

        z[0][0] = 9;

        assertThat(field).isEqualTo(same).hasSameHashCodeAs(same).hasToString("2 × 2 over -1.0 to 3.0, 0.1 to 0.7");
        assertThat(field).isNotEqualTo(ScalarField.of(X, Y, z));
        assertThat(field).isNotEqualTo(ScalarField.of(Y, Y, new double[][] {{1, 2}, {3, 4}}));
        assertThat(field).isNotEqualTo(ScalarField.of(X, X, new double[][] {{1, 2}, {3, 4}}));
    }

    @Test
    void wantsARectangleOfAtLeastFourValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.of(X, Y, new double[][] {{1, 2}}))
                .withMessage("field: found 2 columns and 1 rows; a field needs at least 2 of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.sample((x, y) -> x, X, Y, 1, 2))
                .withMessage("field: found 1 columns and 2 rows; a field needs at least 2 of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.of(X, Y, new double[0][]))
                .withMessage("field: found 0 columns and 0 rows; a field needs at least 2 of each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScalarField.of(X, Y, new double[][] {{1, 2}, {3}}))
                .withMessage("field: the rows have 2 and 1 values; all need the same number");
    }
}
