package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.GradientCheck;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for every landscape. */
class LandscapeTest {

    /**
     * A landscape and the number of updates after which its loss comes again, over which its mean is taken.
     *
     * @param landscape the landscape
     * @param period 1 if the loss does not change with time
     */
    private record Subject(Landscape landscape, int period) {
        Subject(Landscape landscape) {
            this(landscape, landscape instanceof Reddi ? 101 : 1);
        }

        double meanValue(double[] theta) {
            double sum = 0;
            for (int t = 1; t <= period; t++) {
                sum += landscape.value(theta, t);
            }
            return sum / period;
        }

        double[] meanGradient(double[] theta) {
            double[] sum = new double[theta.length];
            for (int t = 1; t <= period; t++) {
                double[] g = landscape.gradient(theta, t);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += g[i] / period;
                }
            }
            return sum;
        }

        @Override
        public String toString() {
            return landscape.name() + " in " + landscape.dimensions();
        }
    }

    static final List<Subject> ALL =
            LandscapeSubjects.all().stream().map(Subject::new).toList();

    /** Those with minima that can be computed; the stochastic one has its own test. */
    static final List<Subject> WITH_MINIMA = ALL.stream()
            .filter(subject -> !subject.landscape().minima().isEmpty())
            .filter(subject -> !(subject.landscape() instanceof ReddiStochastic))
            .toList();

    @ParameterizedTest
    @FieldSource("ALL")
    void isListedByItsName(Subject subject) {
        Landscape landscape = subject.landscape();

        assertThat(landscape.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(Landscapes.named(landscape.name()))
                .hasSameClassAs(landscape)
                .returns(landscape.name(), Landscape::name);
    }

    @Test
    void theNameOfAnEntryIsItsLandscapes() {
        assertThat(Landscapes.names())
                .allSatisfy(name -> assertThat(Landscapes.named(name).name()).isEqualTo(name));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isOneShortText(Subject subject) {
        assertThat(subject.landscape().toString())
                .hasSizeLessThan(80)
                .doesNotContain("@")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void saysItsFormulaAndWhereItComesFrom(Subject subject) {
        assertThat(subject.landscape().formula()).isNotBlank();
        assertThat(subject.landscape().citation())
                .containsPattern("^[\\p{L}-]+, [^(]+ \\((19|20)\\d\\d\\)\\. \\p{Lu}")
                .containsPattern("https://\\S+$");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void startsWithinItsBoundsAndItsFeasibleSet(Subject subject) {
        Landscape landscape = subject.landscape();
        double[] start = landscape.start();

        assertThat(start).hasSize(landscape.dimensions());
        assertThat(landscape.bounds().contains(start)).isTrue();
        assertThat(landscape.project(start)).isEqualTo(start).isNotSameAs(start);
        start[0] = Double.NaN;
        assertThat(landscape.start()[0]).isNotNaN();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void hasItsMinimaWithinItsBoundsAndItsFeasibleSet(Subject subject) {
        Landscape landscape = subject.landscape();

        assertThat(landscape.minima()).doesNotHaveDuplicates().allSatisfy(minimum -> {
            assertThat(landscape.bounds().contains(minimum.point())).isTrue();
            assertThat(landscape.project(minimum.point())).isEqualTo(minimum.point());
        });
    }

    @ParameterizedTest
    @FieldSource("WITH_MINIMA")
    void hasTheStatedValueAtItsMinima(Subject subject) {
        assertThat(subject.landscape().minima())
                .isNotEmpty()
                .allSatisfy(minimum -> assertThat(subject.meanValue(minimum.point()))
                        .isCloseTo(minimum.value(), within(1e-13 * Math.max(1, Math.abs(minimum.value())))));
    }

    /** A small step against the gradient does not leave the minimum, or is brought back to it. */
    @ParameterizedTest
    @FieldSource("WITH_MINIMA")
    void isStationaryAtItsMinima(Subject subject) {
        assertThat(subject.landscape().minima()).allSatisfy(minimum -> {
            double[] point = minimum.point();
            double[] g = subject.meanGradient(point);
            double[] moved = IntStream.range(0, g.length)
                    .mapToDouble(i -> point[i] - g[i])
                    .toArray();
            assertThat(subject.landscape().project(moved)).containsExactly(point, within(1e-12));
        });
    }

    @ParameterizedTest
    @FieldSource("WITH_MINIMA")
    void isNowhereLowerThanAtItsMinima(Subject subject) {
        double least = subject.landscape().minima().get(0).value();
        RandomStream random = new RandomStream(1);

        assertThat(Stream.generate(() -> randomPoint(subject.landscape(), random))
                        .limit(1000)
                        .mapToDouble(subject::meanValue))
                .allMatch(value -> value > least);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void hasTheGradientThatDifferencesGive(Subject subject) {
        Landscape landscape = subject.landscape();
        RandomStream random = new RandomStream(2);

        for (int t = 1; t <= 5; t++) {
            long update = t;
            Tensor point = Tensor.of(randomPoint(landscape, random));
            assertThat(GradientCheck.of(x -> landscape.loss(x.get(0), update), List.of(point), random))
                    .allMatch(GradientCheck::passes);
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void isAScalarWhoseGradientHasThePointsShape(Subject subject) {
        Landscape landscape = subject.landscape();
        double[] start = landscape.start();

        Tensor loss = landscape.loss(Tensor.of(start), 1);

        assertThat(loss.shape()).isEqualTo(Shape.SCALAR);
        assertThat(landscape.value(start, 1)).isEqualTo(loss.item()).isFinite();
        assertThat(landscape.gradient(start, 1)).hasSize(landscape.dimensions());
        assertThat(start).isEqualTo(landscape.start());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void refusesAPointOfAnotherShape(Subject subject) {
        Landscape landscape = subject.landscape();
        int n = landscape.dimensions();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> landscape.value(new double[n + 1], 1))
                .withMessage(
                        "%s: the point has shape (%d), but the problem needs shape (%d)", landscape.name(), n + 1, n);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> landscape.loss(Tensor.of(new double[1][n]), 1))
                .withMessage(
                        "%s: the point has shape (1, %d), but the problem needs shape (%d)", landscape.name(), n, n);
    }

    /** A run that diverged shows as such, not as an error or a number. */
    @ParameterizedTest
    @FieldSource("ALL")
    void isNotANumberWhereThePointIsNot(Subject subject) {
        double[] nowhere = new double[subject.landscape().dimensions()];
        Arrays.fill(nowhere, Double.NaN);

        assertThat(subject.landscape().value(nowhere, 1)).isNaN();
        assertThat(subject.landscape().project(nowhere)).isEqualTo(nowhere);
    }

    private static double[] randomPoint(Landscape landscape, RandomStream random) {
        double[] lower = landscape.bounds().lower();
        double[] upper = landscape.bounds().upper();
        return IntStream.range(0, lower.length)
                .mapToDouble(i -> random.uniform(lower[i], upper[i]))
                .toArray();
    }
}
