package org.gradus.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class WilsonTest {
    private static final double ROUNDING = 1e-14;

    @Test
    void everyExampleHasFeaturesOfItsOwn() {
        Wilson problem = Wilson.of(2, 1);
        assertThat(problem.training().values().shape()).isEqualTo(Shape.of(3, 1));
        assertThat(problem.training().values().toArray()).containsExactly(1, 1, -1);
        assertThat(problem.training().features().shape()).isEqualTo(Shape.of(3, 18));
        assertThat(problem.training().features().toArray())
                .containsExactly(Tensor.of(new double[][] {
                            {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                            {1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                            {-1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1}
                        })
                        .toArray());
        assertThat(problem.fresh().values().toArray()).containsExactly(1, -1);
        assertThat(problem.fresh().features().shape()).isEqualTo(Shape.of(2, 18));
        assertThat(problem.fresh().features().slice(1, 0, 3).toArray()).containsExactly(1, 1, 1, -1, 1, 1);
        assertThat(problem.fresh().features().slice(1, 3, 18).toArray()).containsOnly(0);
    }

    /** Lemma 3.1 of the paper: then adaptive methods move along the signs, and give a new example (y + 2) / 4. */
    @ParameterizedTest
    @CsvSource({"2, 1", "6, 4", "9, 5", "30, 29", "100, 1"})
    void adaptiveMethodsSolveItAndAreWrongAboutNewNegatives(int positives, int negatives) {
        Wilson problem = Wilson.of(positives, negatives);
        Tensor x = problem.training().features();
        Tensor y = problem.training().values();
        double[] signs = Arrays.stream(x.transpose().matmul(y).toArray())
                .map(Math::signum)
                .toArray();
        Tensor limit = Tensor.of(Shape.of(signs.length, 1), signs).div(4);
        assertThat(x.matmul(limit).toArray()).containsExactly(y.toArray());
        // goldens/demos.json, wilson2017/3.3: adaptive_limit
        assertThat(problem.fresh().features().matmul(limit).toArray()).containsExactly(0.75, 0.25);
    }

    /**
     * The solution of least norm is Xᵀα with XXᵀα = y; the closed form of α is the lecture page's. Scores of 6 and 4: goldens/demos.json,
     * wilson2017/3.3, min_norm, by NumPy's linear algebra; of 9 and 5: the lecture page, section 4.3, to four digits.
     */
    @ParameterizedTest
    @CsvSource({"6, 4, 0.9297658862876252, -0.5819397993311037, 1e-14", "9, 5, 0.9515, -0.6408, 5e-5"})
    void theSolutionOfLeastNormIsRightAboutNewExamples(
            int positives, int negatives, double positive, double negative, double tolerance) {
        Wilson problem = Wilson.of(positives, negatives);
        Tensor x = problem.training().features();
        double divisor = 15 * positives + 3 * negatives + 8 * positives * negatives + 5;
        Tensor alpha = Tensor.of(
                Shape.of(positives + negatives, 1),
                IntStream.range(0, positives + negatives)
                        .mapToDouble(
                                i -> i < positives ? (4 * negatives + 5) / divisor : -(4 * positives + 1) / divisor)
                        .toArray());
        Tensor w = x.transpose().matmul(alpha);
        assertThat(x.matmul(w).toArray())
                .usingComparatorWithPrecision(ROUNDING)
                .containsExactly(problem.training().values().toArray());
        assertThat(problem.fresh().features().matmul(w).toArray())
                .usingComparatorWithPrecision(tolerance)
                .containsExactly(positive, negative);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 6", "3, 0", "0, -1"})
    void morePositivesThanNegativesAreNeeded(int positives, int negatives) {
        assertThatThrownBy(() -> Wilson.of(positives, negatives))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wilson: needs negative examples and more positive ones, found %s positive and %s negative"
                        .formatted(positives, negatives));
    }
}
