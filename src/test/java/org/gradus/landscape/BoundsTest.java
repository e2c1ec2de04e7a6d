package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The two records with arrays: boxes and minima. */
class BoundsTest {
    private static final Bounds BOX = new Bounds(new double[] {-2, -1}, new double[] {2, 3});

    @Test
    void containsItsInsideAndItsFaces() {
        assertThat(BOX.contains(0, 0)).isTrue();
        assertThat(BOX.contains(-2, 3)).isTrue();
        assertThat(BOX.contains(2, -1)).isTrue();
        assertThat(BOX.contains(-2.001, 0)).isFalse();
        assertThat(BOX.contains(2.001, 0)).isFalse();
        assertThat(BOX.contains(0, -1.001)).isFalse();
        assertThat(BOX.contains(0, 3.001)).isFalse();
        assertThat(BOX.contains(0, Double.NaN)).isFalse();
    }

    @Test
    void isTheSameInEachDimensionIfACube() {
        assertThat(Bounds.cube(3, -1, 2)).isEqualTo(new Bounds(new double[] {-1, -1, -1}, new double[] {2, 2, 2}));
    }

    @Test
    void doesNotChangeWithItsArrays() {
        double[] lower = {0, 0};
        double[] upper = {1, 1};
        Bounds bounds = new Bounds(lower, upper);

        lower[0] = 9;
        upper[0] = 9;
        bounds.lower()[1] = 9;
        bounds.upper()[1] = 9;

        assertThat(bounds).isEqualTo(Bounds.cube(2, 0, 1));
    }

    @Test
    void isItsNumbers() {
        assertThat(BOX)
                .isEqualTo(new Bounds(new double[] {-2, -1}, new double[] {2, 3}))
                .hasSameHashCodeAs(new Bounds(new double[] {-2, -1}, new double[] {2, 3}))
                .isNotEqualTo(new Bounds(new double[] {-2, -1}, new double[] {2, 4}))
                .isNotEqualTo(new Bounds(new double[] {-2, -2}, new double[] {2, 3}))
                .hasToString("[-2.0, -1.0] to [2.0, 3.0]");
    }

    @Test
    void wantsTwoCornersInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(new double[] {0, 1}, new double[] {1, 1}))
                .withMessage(
                        "bounds: found [0.0, 1.0] to [1.0, 1.0]; give two corners of finite numbers, in each dimension the"
                                + " smaller one first");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Bounds.cube(1, 0, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> Bounds.cube(1, -bad, 0));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(new double[1], new double[] {1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOX.contains(1))
                .withMessage("bounds: the point has dimension 1, the box 2; they must be equal");
    }

    @Test
    void aMinimumIsItsNumbersAndKeepsThem() {
        double[] point = {1, 2};
        Minimum minimum = new Minimum(point, 3);

        point[0] = 9;
        minimum.point()[1] = 9;

        assertThat(minimum)
                .isEqualTo(Minimum.of(3, 1, 2))
                .hasSameHashCodeAs(Minimum.of(3, 1, 2))
                .isNotEqualTo(Minimum.of(4, 1, 2))
                .isNotEqualTo(Minimum.of(3, 1, 1))
                .hasToString("3.0 at [1.0, 2.0]");
    }

    @Test
    void aMinimumIsFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minimum.of(Double.NaN, 1))
                .withMessage("minimum: found the value NaN at [1.0]; all numbers must be finite");
        assertThatIllegalArgumentException().isThrownBy(() -> Minimum.of(0, Double.POSITIVE_INFINITY));
    }
}
