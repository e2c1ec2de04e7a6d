package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
    private static final int DRAWS = 200_000;
    private static final int MANY_DRAWS = 5_000_000;
    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private static final double[] PINNED = {
        -0.49297103078205406,
        0.9061814705269317,
        -0.04685450876586601,
        -0.6901265891330518,
        -0.670953712618856,
        -1.281618427118972
    };

    /**
     * xoshiro256++ as Blackman and Vigna publish it in C (prng.di.unimi.it/xoshiro256plusplus.c), its state filled by SplitMix64 from the
     * seed, as they recommend there.
     */
    private static final class Reference {
        private final long[] s = new long[4];

        Reference(long seed) {
            long x = seed;
            for (int i = 0; i < 4; i++) {
                x += 0x9e3779b97f4a7c15L;
                long z = x;
                z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
                z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
                s[i] = z ^ (z >>> 31);
            }
        }

        long next() {
            long result = Long.rotateLeft(s[0] + s[3], 23) + s[0];
            long t = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= t;
            s[3] = Long.rotateLeft(s[3], 45);
            return result;
        }

        /** The upper 53 bits as a fraction, which is their conversion to a double. */
        double uniform() {
            return (next() >>> 11) * 0x1.0p-53;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE, 0x9e3779b97f4a7c15L})
    void theGeneratorIsXoshiro256PlusPlus(long seed) {
        RandomStream stream = new RandomStream(seed);
        Reference reference = new Reference(seed);
        for (int i = 0; i < 1000; i++) {
            assertThat(stream.uniform()).as("draw " + i).isEqualTo(reference.uniform());
        }
    }

    /** Our own output (uniform and permutation as commons-rng-simple 1.7 gives them too): these bits must never change. */
    @Test
    void theFirstNumbersOfSeed42ArePinned() {
        assertThat(new RandomStream(42).uniform()).isEqualTo(0.8143051451229099);
        assertThat(first(6, new RandomStream(42)::gaussian)).containsExactly(PINNED);
        assertThat(new RandomStream(42).permutation(10)).containsExactly(6, 3, 1, 2, 8, 7, 4, 9, 0, 5);
        assertThat(new RandomStream(42).split("shuffle").uniform()).isEqualTo(0.5197687930556892);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(draws(new RandomStream(7))).isEqualTo(draws(new RandomStream(7)));
        assertThat(draws(new RandomStream(7))).isNotEqualTo(draws(new RandomStream(8)));
    }

    @Test
    void aSplitDependsOnSeedAndPurposeHoweverMuchWasDrawn() {
        RandomStream fresh = new RandomStream(7);
        RandomStream used = new RandomStream(7);
        draws(used);
        used.permutation(10);
        assertThat(draws(used.split("shuffle"))).isEqualTo(draws(fresh.split("shuffle")));
    }

    @Test
    void splittingDrawsNothing() {
        RandomStream split = new RandomStream(7);
        split.split("shuffle");
        assertThat(draws(split)).isEqualTo(draws(new RandomStream(7)));
    }

    @Test
    void differentPurposesAndSeedsGiveDifferentStreams() {
        RandomStream stream = new RandomStream(7);
        double[][] all = {
            draws(stream),
            draws(stream.split("weights")),
            draws(stream.split("shuffle")),
            draws(stream.split("weight")),
            draws(stream.split("sthgiew")),
            draws(stream.split("weights").split("weights")),
            draws(new RandomStream(8).split("weights")),
        };
        assertThat(Arrays.stream(all).map(Arrays::toString).distinct()).hasSize(all.length);
    }

    @Test
    void streamsOfDifferentPurposesAreUncorrelated() {
        RandomStream a = new RandomStream(7).split("a");
        RandomStream b = new RandomStream(7).split("b");
        double sum = IntStream.range(0, DRAWS)
                .mapToDouble(i -> (a.uniform() - 0.5) * (b.uniform() - 0.5))
                .sum();
        double deviation = 1.0 / 12 / Math.sqrt(DRAWS); // of the mean of a product of two variables of variance 1/12
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * deviation));
    }

    @Test
    void uniformHasTheMomentsOfTheUniformDistribution() {
        RandomStream stream = new RandomStream(1);
        assertMean(stream::uniform, u -> u, 1 / 2.0, 1 / 12.0);
        assertMean(stream::uniform, u -> u * u, 1 / 3.0, 1 / 5.0 - 1 / 9.0);
        assertMean(stream::uniform, u -> u * u * u, 1 / 4.0, 1 / 7.0 - 1 / 16.0);
    }

    /** The moments of a standard normal: E z² = 1, E z⁴ = 3, E z⁶ = 15, E z⁸ = 105, E z¹² = 10395. */
    @Test
    void gaussianHasTheMomentsOfTheNormalDistribution() {
        RandomStream stream = new RandomStream(2);
        assertMean(stream::gaussian, z -> z, 0, 1);
        assertMean(stream::gaussian, z -> z * z, 1, 2);
        assertMean(stream::gaussian, z -> z * z * z, 0, 15);
        assertMean(stream::gaussian, z -> z * z * z * z, 3, 96);
        assertMean(stream::gaussian, z -> z * z * z * z * z * z, 15, 10395 - 225);
    }

    @Test
    void gaussianHasTheDistributionOfTheNormalDistribution() {
        double[] draws = first(DRAWS, new RandomStream(11)::gaussian);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(NORMAL, draws))
                .as("the probability of a larger distance, by Commons Math")
                .isGreaterThan(1e-4);
    }

    /** Cells narrower than the strips of the ziggurat, each as probable as the next: finds what one strip has too much. */
    @Test
    void gaussianFallsIntoEachOfManyCellsAlike() {
        RandomStream stream = new RandomStream(12);
        int[] counts = new int[2000];
        for (int i = 0; i < MANY_DRAWS; i++) {
            counts[(int) (counts.length * NORMAL.cumulativeProbability(stream.gaussian()))]++;
        }
        assertThat(chiSquare(counts)).isLessThan(critical(counts.length));
    }

    /** Where the tail starts, 3.654…, one number in 3875 lies beyond; how far is a distribution of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void bothTailsAreThoseOfTheNormalDistribution(int sign) {
        double start = 3.654152885361009;
        double mass = NORMAL.cumulativeProbability(-start);
        RandomStream stream = new RandomStream(13);
        double[] draws = new double[MANY_DRAWS];
        int times = 20;
        double[] beyond = IntStream.range(0, times)
                .peek(i -> stream.gaussians(draws))
                .mapToObj(i -> Arrays.stream(draws).map(z -> sign * z).filter(z -> z > start))
                .flatMapToDouble(tail -> tail)
                .map(z -> NORMAL.cumulativeProbability(-z) / mass)
                .toArray();
        double expected = mass * draws.length * times;
        assertThat((double) beyond.length).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(), beyond))
                .isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1000})
    void aFillGivesTheNumbersOfSingleCalls(int count) {
        RandomStream stream = new RandomStream(14);
        RandomStream filling = new RandomStream(14);
        double[] filled = new double[count];
        filling.gaussians(filled);
        assertThat(filled).isEqualTo(first(count, stream::gaussian));
        assertThat(filling.save()).isEqualTo(stream.save());
    }

    @Test
    void gaussiansOfDifferentPurposesAreUncorrelatedAndSoAreTheirSquares() {
        RandomStream a = new RandomStream(7).split("a");
        RandomStream b = new RandomStream(7).split("b");
        assertMean(() -> a.gaussian() * b.gaussian(), p -> p, 0, 1);
        assertMean(() -> squareMinusMean(a) * squareMinusMean(b), p -> p, 0, 4);
    }

    private static double squareMinusMean(RandomStream stream) {
        double z = stream.gaussian();
        return z * z - 1;
    }

    @Test
    void neighboringGaussiansAreUncorrelated() {
        RandomStream stream = new RandomStream(3);
        assertMean(() -> stream.gaussian() * stream.gaussian(), p -> p, 0, 1);
    }

    private static void assertMean(DoubleSupplier source, DoubleUnaryOperator f, double mean, double variance) {
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += f.applyAsDouble(source.getAsDouble());
        }
        assertThat(sum / DRAWS).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
    }

    @Test
    void uniformStaysWithinItsBounds() {
        RandomStream stream = new RandomStream(4);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(stream.uniform()).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(stream.uniform(-3, 5)).isGreaterThanOrEqualTo(-3).isLessThan(5);
        }
    }

    @Test
    void tensorsAreDrawnElementByElement() {
        RandomStream one = new RandomStream(6);
        Tensor gaussian = new RandomStream(6).gaussian(Shape.of(2, 3), 0.5);
        assertThat(gaussian.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(gaussian.toArray())
                .isEqualTo(IntStream.range(0, 6)
                        .mapToDouble(i -> 0.5 * one.gaussian())
                        .toArray());
        Tensor uniform = new RandomStream(6).uniform(Shape.of(4), -1, 3);
        RandomStream other = new RandomStream(6);
        assertThat(uniform.toArray())
                .isEqualTo(IntStream.range(0, 4)
                        .mapToDouble(i -> other.uniform(-1, 3))
                        .toArray());
        assertThat(uniform.tracked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 1000})
    void belowGivesEachNumberWithTheSameProbability(int n) {
        RandomStream stream = new RandomStream(8);
        int[] counts = new int[n];
        for (int i = 0; i < DRAWS; i++) {
            counts[stream.below(n)]++;
        }
        assertThat(chiSquare(counts)).isLessThan(critical(n));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void belowNeedsAtLeastOneNumber(int n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomStream(1).below(n))
                .withMessage("random stream: expected at least 1 number to choose from, found " + n
                        + "; ask for below(1) or more");
    }

    @Test
    void fewerThanNoNumbersHaveNoOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomStream(1).permutation(-1))
                .withMessage("random stream: expected at least 0 numbers to put in order, found -1; count them first");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void aDeviationIsAFiniteNumberOfAtLeast0(double deviation) {
        RandomStream stream = new RandomStream(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.gaussian(Shape.of(2), deviation))
                .withMessage("random stream: expected a standard deviation of at least 0, found " + deviation
                        + "; pass a finite one");
        assertThat(stream.save()).isEqualTo(new RandomStream(1).save());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 1000})
    void aPermutationNamesEachNumberOnce(int n) {
        int[] order = new RandomStream(9).permutation(n);
        assertThat(Arrays.stream(order).sorted())
                .containsExactly(IntStream.range(0, n).boxed().toArray(Integer[]::new));
    }

    @Test
    void allPermutationsAreEquallyProbable() {
        RandomStream stream = new RandomStream(10);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 24_000; i++) {
            counts.merge(Arrays.toString(stream.permutation(4)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        assertThat(chiSquare(counts.values().stream().mapToInt(n -> n).toArray()))
                .isLessThan(critical(24));
    }

    /** Σ (observed − expected)² / expected, for equal expectations. */
    private static double chiSquare(int[] counts) {
        double expected = Arrays.stream(counts).sum() / (double) counts.length;
        return Arrays.stream(counts)
                .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                .sum();
    }

    /** What the statistic stays under with probability 0.9999, by Commons Math. */
    private static double critical(int cells) {
        return cells == 1 ? 1e-9 : new ChiSquaredDistribution(cells - 1).inverseCumulativeProbability(0.9999);
    }

    private static double[] draws(RandomStream stream) {
        return first(8, stream::uniform);
    }

    private static double[] first(int count, DoubleSupplier source) {
        return DoubleStream.generate(source).limit(count).toArray();
    }

    @Test
    void splitsOfSplitsDifferFromSplitsOfJoinedPurposes() {
        assertThat(new RandomStream(7).split("layer1").split("0").uniform())
                .isNotEqualTo(new RandomStream(7).split("layer10").uniform());
    }

    @Test
    void neighboringSeedsAndPurposesGiveDifferentStreams() {
        assertThat(new RandomStream(1).split("b").uniform())
                .isNotEqualTo(new RandomStream(2).split("a").uniform());
    }

    @Test
    void anEmptyPurposeSplitsToo() {
        assertThat(new RandomStream(1).split("").uniform()).isNotEqualTo(new RandomStream(1).uniform());
    }
}
