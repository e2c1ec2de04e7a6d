package org.gradus.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@InEveryLocale
class SyntheticTest {
    private static final double ROUNDING = 1e-15;

    /** A problem in the plane: how it is made, and how many classes it has. */
    private enum Problem {
        MOONS(2, Synthetic::moons),
        CIRCLES(2, Synthetic::circles),
        SPIRAL(3, (examples, noise, random) -> Synthetic.spiral(examples, 3, noise, random)),
        XOR(2, Synthetic::xor),
        BLOBS(4, (examples, noise, random) -> Synthetic.blobs(examples, 4, noise, random));

        private final int classes;
        private final Making making;

        Problem(int classes, Making making) {
            this.classes = classes;
            this.making = making;
        }

        Dataset make(int examples, double noise, long seed) {
            return making.make(examples, noise, new RandomStream(seed));
        }
    }

    @FunctionalInterface
    private interface Making {
        Dataset make(int examples, double noise, RandomStream random);
    }

    @ParameterizedTest
    @EnumSource
    void classesAreBalancedInEveryStretch(Problem problem) {
        Dataset data = problem.make(103, 0.1, 1);
        assertThat(data.features().shape()).isEqualTo(Shape.of(103, 2));
        assertThat(data.classes()).isEqualTo(problem.classes);
        assertThat(data.labels())
                .containsExactly(
                        IntStream.range(0, 103).map(i -> i % problem.classes).toArray());
    }

    @ParameterizedTest
    @EnumSource
    void theSeedDecides(Problem problem) {
        double[] points = problem.make(50, 0.1, 1).features().toArray();
        assertThat(problem.make(50, 0.1, 1).features().toArray()).containsExactly(points);
        assertThat(problem.make(50, 0.1, 2).features().toArray()).isNotEqualTo(points);
    }

    /** Of 8000 normal numbers, the mean is within 4 standard errors, 4 · 0.3 / √8000, and so is the deviation, 4 · 0.3 / √16000. */
    @ParameterizedTest
    @EnumSource
    void theNoiseIsNormal(Problem problem) {
        double[] exact = problem.make(4000, 0, 1).features().toArray();
        double[] noisy = problem.make(4000, 0.3, 1).features().toArray();
        double[] noise = IntStream.range(0, exact.length)
                .mapToDouble(i -> noisy[i] - exact[i])
                .toArray();
        double mean = Arrays.stream(noise).average().orElseThrow();
        double variance = Arrays.stream(noise).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isEqualTo(0, within(0.0135));
        assertThat(Math.sqrt(variance)).isEqualTo(0.3, within(0.0095));
        // 95 % within two deviations; a standard error of 0.25 %
        long near =
                Arrays.stream(noise).filter(x -> Math.abs(x) < 1.959964 * 0.3).count();
        assertThat(near / 8000.0).isEqualTo(0.95, within(0.01));
    }

    @ParameterizedTest
    @EnumSource
    void oneExampleOfEachClassIsEnough(Problem problem) {
        assertThat(problem.make(problem.classes, 0, 1).features().toArray()).doesNotContain(Double.NaN);
        assertThatThrownBy(() -> problem.make(problem.classes - 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[a-z]+: need at least %s examples, one of each class, found %s"
                        .formatted(problem.classes, problem.classes - 1));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "NaN", "Infinity"})
    void theNoiseIsAtLeast0AndFinite(double noise) {
        for (Problem problem : Problem.values()) {
            assertThatThrownBy(() -> problem.make(10, noise, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("[a-z]+: the noise must be a finite number from 0 on, found " + noise);
        }
    }

    @Test
    void oneClassIsNoProblem() {
        assertThatThrownBy(() -> Synthetic.spiral(10, 1, 0, new RandomStream(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spiral: need at least 2 classes, found 1");
        assertThatThrownBy(() -> Synthetic.blobs(10, 0, 0, new RandomStream(1)))
                .hasMessage("blobs: need at least 2 classes, found 0");
    }

    /** scikit-learn's documentation of make_moons: the half circles by numpy.linspace(0, π, 3) at 0, π/2 and π. */
    @Test
    void moonsAreHalfCircles() {
        assertPoints(Problem.MOONS.make(6, 0, 1), 1, 0, 0, 0.5, 0, 1, 1, -0.5, -1, 0, 2, 0.5);
        assertPoints(Problem.MOONS.make(5, 0, 1), 1, 0, 0, 0.5, 0, 1, 2, 0.5, -1, 0); // three above, two below
    }

    @Test
    void circlesHaveQuarters() {
        assertPoints(Problem.CIRCLES.make(8, 0, 1), 1, 0, 0.5, 0, 0, 1, 0, 0.5, -1, 0, -0.5, 0, 0, -1, 0, -0.5);
    }

    @Test
    void armsOfASpiralTurnByFourRadians() {
        double[] points = Problem.SPIRAL.make(300, 0, 1).features().toArray();
        for (int i = 0; i < 300; i++) {
            double r = Math.hypot(points[2 * i], points[2 * i + 1]);
            assertThat(r).isEqualTo((i / 3 + 1) / 100.0, within(ROUNDING));
            double angle = Math.atan2(points[2 * i + 1], points[2 * i]);
            double turns = (angle - 4 * r) / (2 * Math.PI) - (i % 3) / 3.0; // a whole number
            assertThat(turns - Math.rint(turns)).isEqualTo(0, within(1e-13));
        }
    }

    @Test
    void xorIsAQuestionOfSigns() {
        Dataset data = Problem.XOR.make(400, 0, 1);
        double[] points = data.features().toArray();
        int[] quadrants = new int[4];
        double largest = 0;
        for (int i = 0; i < 400; i++) {
            double x = points[2 * i];
            double y = points[2 * i + 1];
            assertThat(x * y > 0).isEqualTo(data.labels()[i] == 0);
            quadrants[(x > 0 ? 2 : 0) + (y > 0 ? 1 : 0)]++;
            largest = Math.max(largest, Math.max(Math.abs(x), Math.abs(y)));
        }
        assertThat(quadrants).containsOnly(100);
        assertThat(largest).isBetween(0.99, 1.0);
        assertThat(data.features().mul(data.features()).mean().item()).isEqualTo(1 / 3.0, within(0.05));
    }

    @Test
    void blobsLieAroundTheirCenters() {
        double[] centers = Problem.BLOBS.make(4, 0, 1).features().toArray();
        assertThat(Arrays.stream(centers).distinct().count()).isEqualTo(8);
        assertThat(Arrays.stream(centers).map(Math::abs).max().orElseThrow()).isBetween(2.0, 10.0);
        double[] points = Problem.BLOBS.make(40, 0, 1).features().toArray(); // more points, the same centers
        for (int i = 0; i < points.length; i++) {
            assertThat(points[i]).isEqualTo(centers[i % 8]);
        }
        RandomStream used = new RandomStream(1);
        used.uniform();
        assertThat(Synthetic.blobs(4, 4, 0, used).features().toArray()).containsExactly(centers);
    }

    @Test
    void regressionIsLinearButForTheNoise() {
        Dataset exact = Synthetic.regression(4000, 2, 0, new RandomStream(1));
        double[] x = exact.features().toArray();
        double[] y = exact.values().toArray();
        assertThat(exact.values().shape()).isEqualTo(Shape.of(4000, 1));
        // w from the first two examples by Cramer's rule
        double det = x[0] * x[3] - x[1] * x[2];
        double w1 = (y[0] * x[3] - x[1] * y[1]) / det;
        double w2 = (x[0] * y[1] - y[0] * x[2]) / det;
        for (int i = 0; i < 4000; i++) {
            assertThat(y[i]).isEqualTo(w1 * x[2 * i] + w2 * x[2 * i + 1], within(1e-12));
        }
        Dataset noisy = Synthetic.regression(4000, 2, 0.3, new RandomStream(1));
        assertThat(noisy.features().toArray()).isEqualTo(x);
        Tensor noise = noisy.values().sub(exact.values());
        assertThat(noise.get(0, 0)).isNotCloseTo(0.3 * w1, within(1e-6)); // the noise is not w once more
        assertThat(Math.sqrt(noise.pow(2).mean().item()))
                .isEqualTo(0.3, within(4 * 0.3 / Math.sqrt(8000))); // four standard errors
        assertThat(exact.features().pow(2).mean().item()).isEqualTo(1, within(4 * Math.sqrt(2.0 / 8000)));
    }

    @Test
    void regressionNeedsExamplesAndFeatures() {
        assertThatThrownBy(() -> Synthetic.regression(0, 1, 0, new RandomStream(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("regression: need at least 1 example, found 0");
        assertThatThrownBy(() -> Synthetic.regression(1, 0, 0, new RandomStream(1)))
                .hasMessage("regression: need at least 1 feature, found 0");
        assertThatThrownBy(() -> Synthetic.regression(1, 1, -1, new RandomStream(1)))
                .hasMessage("regression: the noise must be a finite number from 0 on, found -1.0");
    }

    private static void assertPoints(Dataset data, double... expected) {
        assertThat(data.features().toArray())
                .usingComparatorWithPrecision(ROUNDING)
                .containsExactly(expected);
    }
}
