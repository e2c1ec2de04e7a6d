package org.gradus.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class SeriesTest {

    private static final double[] X = {1, 2, 3};

    @Test
    void isTheSameAsAnotherWithTheSameNumbers() {
        Series one = Series.of("adam", X, new double[] {4, Double.NaN, 6});
        Series two = Series.of("adam", X.clone(), new double[] {4, Double.NaN, 6});

        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(Series.of("adam", X, new double[] {4, 5, 6}));
    }

    @Test
    void doesNotChangeWithTheArraysItCameFrom() {
        double[] x = {1, 2};
        double[] y = {3, 4};
        Series series = Series.of("adam", x, y);

        x[0] = 9;
        y[0] = 9;

        assertThat(series.points()).containsExactly(Point.of(1, 3), Point.of(2, 4));
    }

    @Test
    void doesNotChangeWithTheListItCameFrom() {
        List<Point> points = new ArrayList<>(List.of(Point.of(1, 3)));
        Series series = new Series("adam", points, LineStyle.SOLID, "adam");

        points.clear();

        assertThat(series.points()).containsExactly(Point.of(1, 3));
    }

    @Test
    void keepsItsLineWhenItGetsABand() {
        Series series = Series.of("adam", X, new double[] {4, 5, 6});

        Series banded = series.withBand(new double[] {3, 4, 5}, new double[] {5, 6, Double.POSITIVE_INFINITY});

        assertThat(series.hasBand()).isFalse();
        assertThat(banded.hasBand()).isTrue();
        assertThat(banded.points())
                .containsExactly(
                        new Point(1, 4, 3, 5), new Point(2, 5, 4, 6), new Point(3, 6, 5, Double.POSITIVE_INFINITY));
    }

    @Test
    void hasItsNameInLowercaseAsItsColorUnlessTold() {
        Series series = Series.of("AdamW", X, X);

        assertThat(series.color()).isEqualTo("adamw");
        assertThat(series.withColor("#C23B13").color()).isEqualTo("#c23b13");
        assertThat(series.withColor("#C23B13").withStyle(LineStyle.DASHED))
                .isEqualTo(new Series("AdamW", series.points(), LineStyle.DASHED, "#c23b13"));
    }

    @Test
    void wantsOneYForEachX() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("adam", X, new double[] {4, 5}))
                .withMessage("series 'adam': x has 3 values, y has 2; give one y for each x");
    }

    @Test
    void wantsABandAsLongAsTheLine() {
        Series series = Series.of("adam", X, X);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.withBand(new double[] {1, 2}, X))
                .withMessage("series 'adam': x has 3 values, lower has 2; give one lower for each x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.withBand(X, new double[4]))
                .withMessage("series 'adam': x has 3 values, upper has 4; give one upper for each x");
    }

    @Test
    void wantsABandTheRightWayUp() {
        Series series = Series.of("adam", X, X);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.withBand(new double[] {0, 3, 0}, new double[] {4, 2.5, 4}))
                .withMessage("point: the band at x = 2.0 goes from 3.0 up to 2.5;"
                        + " the lower edge must not be above the upper one");
    }

    @Test
    void wantsFiniteX() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("adam", new double[] {Double.NaN}, new double[] {7}))
                .withMessage("point: x is NaN (where y is 7.0);"
                        + " x must be a finite number, only y may be NaN or infinite");
    }

    @Test
    void wantsAPointAStyleAndAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("adam", new double[0], new double[0]))
                .withMessage("series 'adam': there is no point to draw; give at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("adam", X, X).withStyle(null))
                .withMessage("series 'adam': the style is null; give SOLID, DASHED or FAINT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of(null, X, X))
                .withMessage("series: the name is null; give a text, or \"\" for none");
    }

    @Test
    void wantsTextsThatCanBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("adam\n(5 seeds)", X, X))
                .withMessage("series: the name has the character U+000A, which cannot be drawn;"
                        + " write it as one line of visible text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of("\uD83D", X, X))
                .withMessageContaining("U+D83D");
        assertThat(Series.of("θ ← θ − η·g 😀", X, X).name()).isEqualTo("θ ← θ − η·g 😀");
    }
}
