package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class AutoLimitsTest {

    @Test
    void leaveAirAroundTheData() {
        assertThat(linear(10, 20)).isEqualTo(new Limits(9, 21));
    }

    @Test
    void doNotCrossZeroForAir() {
        assertThat(linear(0.5, 20).lower()).isZero();
        assertThat(linear(-20, -0.5).upper()).isZero();
        assertThat(linear(0, 10)).as("data at zero stay off the edge").isEqualTo(new Limits(-1, 11));
        assertThat(linear(-10, 10)).isEqualTo(new Limits(-12, 12));
    }

    @Test
    void leaveOutWhatIsNotANumber() {
        assertThat(linear(10, Double.NaN, 20, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e305))
                .isEqualTo(new Limits(9, 21));
        assertThat(linear(Double.NaN)).isEqualTo(new Limits(0, 1));
    }

    @Test
    void haveALengthEvenForOneValue() {
        assertThat(linear(40)).isEqualTo(new Limits(36, 44));
        assertThat(linear(3)).isEqualTo(new Limits(2, 4));
        assertThat(linear(0)).isEqualTo(new Limits(-1, 1));
    }

    @Test
    void showAConstantOverTheZeroItIsMeasuredFrom() {
        assertThat(constant(0.005)).isEqualTo(new Limits(0, 0.0075));
        assertThat(constant(-4)).isEqualTo(new Limits(-6, 0));
        assertThat(constant(0)).isEqualTo(new Limits(-1, 1));
        assertThat(constant(Double.MIN_VALUE)).isEqualTo(new Limits(-1, 1));
    }

    private static Limits constant(double value) {
        return AutoLimits.of(Axis.Scale.LINEAR, DoubleStream.of(value, value), 0.1, 0);
    }

    @Test
    void areInDecadesOnALogarithmicAxis() {
        Limits limits = log(0.01, 0, -5, Double.NaN, 100);

        assertThat(limits.lower()).isCloseTo(Math.pow(10, -2.4), within(1e-12));
        assertThat(limits.upper()).isCloseTo(Math.pow(10, 2.4), within(1e-9));
        assertThat(log(-1, 0)).isEqualTo(new Limits(0.1, 1));
        assertThat(log(5).lower()).isCloseTo(5 / Math.sqrt(10), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-308, 1e-290, 1e300})
    void existForExtremeValues(double value) {
        assertThat(linear(value).lower()).isLessThan(value);
        assertThat(linear(-value, value).upper()).isGreaterThan(value);
        assertThat(log(value, 1).lower()).isPositive();
        assertThat(log(value, 1).upper()).isFinite();
    }

    private static Limits linear(double... values) {
        return AutoLimits.of(Axis.Scale.LINEAR, DoubleStream.of(values), 0.1, 1);
    }

    private static Limits log(double... values) {
        return AutoLimits.of(Axis.Scale.LOG, DoubleStream.of(values), 0.1, 1);
    }
}
