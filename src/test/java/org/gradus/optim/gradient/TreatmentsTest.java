package org.gradus.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gradus.optim.Treatment;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentsTest {
    /** What a rule sees at update t. */
    private static double[] seen(Treatment treatment, long t, double... g) {
        double[] treated = g.clone();
        treatment.apply(treated, t);
        return treated;
    }

    @TestFactory
    Stream<DynamicTest> loopAndEquationsAgree() {
        return Stream.of(
                        new ClipNorm(1e140), // some gradients of the proof are 1e150
                        new ClipNorm(1e200),
                        new ClipNorm(1e-300),
                        new ClipValue(0.3),
                        new ClipValue(1e300),
                        new ClipValue(1e-300),
                        new GradientNoise(7),
                        new GradientNoise(1, 0.5, 7),
                        new GradientNoise(0, 0, 7),
                        new GradientNoise(1e6, 3, 7),
                        new PaperGradientNoise(7),
                        new PaperGradientNoise(2, 0.55, 7),
                        new PaperGradientNoise(0, 0, 7))
                .map(treatment -> DynamicTest.dynamicTest(
                        treatment.toString(),
                        () -> assertThat(TreatmentProof.of(treatment, treatment::apply))
                                .isEmpty()));
    }

    @Test
    void aLongGradientIsShortenedToTheNormAndKeepsItsDirection() {
        assertThat(seen(new ClipNorm(2.5), 1, 3, -4)).containsExactly(1.5, -2);
        assertThat(seen(new ClipNorm(5), 1, 3, -4)).containsExactly(3, -4);
        assertThat(seen(new ClipNorm(7), 1, 3, -4)).containsExactly(3, -4);
    }

    @Test
    void theNormOfAZeroGradientDividesNothing() {
        assertThat(seen(new ClipNorm(1), 1, 0, 0)).containsExactly(0, 0);
    }

    /** Numbers whose squares overflow are shortened like all others; numbers whose squares underflow are short. */
    @Test
    void beyondTheRangeOfSquaresTheNormIsStillThatOfTheGradient() {
        assertThat(seen(new ClipNorm(1), 1, 1e150, 0)[0]).isCloseTo(1, within(1e-15));
        assertThat(seen(new ClipNorm(1), 1, 3e160, -4e160)).containsExactly(new double[] {0.6, -0.8}, within(1e-15));
        assertThat(seen(new ClipNorm(1), 1, 1e160, 1)).containsExactly(new double[] {1, 1e-160}, within(1e-15));
        assertThat(seen(new ClipNorm(1), 1, 1.5e308, 1.5e308))
                .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(1e-15));
        assertThat(seen(new ClipNorm(1e200), 1, 1e160, 0)).containsExactly(1e160, 0);
        assertThat(seen(new ClipNorm(1), 1, 1e-150, 0)).containsExactly(1e-150, 0);
        assertThat(seen(new ClipNorm(1), 1, 1e-170, 0)).containsExactly(1e-170, 0);
    }

    @Test
    void elementsAreClippedOneByOne() {
        assertThat(seen(new ClipValue(2.5), 1, 3, -4, 1, -2.5)).containsExactly(2.5, -2.5, 1, -2.5);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01", "2, 0.006830201283771977", "11, 0.0026744471683572833", "1001, 0.0002237490795386614"})
    void theDeviationOfNoiseFallsWithTheStep(long t, double deviation) {
        // schedules.json, GradientNoise/lecture/c=0.01, long double: t counts from 0 there
        double[] noise = seen(new GradientNoise(0.01, 0.55, 3), t, new double[100_000]);
        assertThat(Math.sqrt(Arrays.stream(noise).map(x -> x * x).average().orElseThrow()))
                .isCloseTo(
                        deviation, within(0.01 * deviation)); // 100000 numbers: a deviation of the deviation of 0.2 %
        assertThat(Arrays.stream(noise).average().orElseThrow()).isCloseTo(0, within(0.016 * deviation));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "2, 0.08264503181542117"})
    void inThePaperItIsTheVariance(long t, double deviation) {
        double[] noise = seen(new PaperGradientNoise(0.01, 0.55, 3), t, new double[100_000]);
        assertThat(Math.sqrt(Arrays.stream(noise).map(x -> x * x).average().orElseThrow()))
                .isCloseTo(deviation, within(0.01 * deviation));
    }

    @Test
    void noiseIsAsLargeAsInThePaperUnlessToldOtherwise() {
        assertThat(new GradientNoise(3)).isEqualTo(new GradientNoise(0.01, 0.55, 3));
        assertThat(new PaperGradientNoise(3)).isEqualTo(new PaperGradientNoise(0.01, 0.55, 3));
    }

    @Test
    void noiseIsAddedToTheGradientAndDependsOnSeedAndStepAlone() {
        GradientNoise rule = new GradientNoise(1, 0, 42);
        RandomStream third = new RandomStream(42).split("noise 3");
        double[] expected = {5 + third.gaussian(), -6 + third.gaussian()};
        assertThat(seen(rule, 3, 5, -6)).containsExactly(expected, within(1e-15));
        assertThat(seen(rule, 3, 5, -6)).containsExactly(seen(rule, 3, 5, -6));
        assertThat(seen(rule, 4, 5, -6)[0]).isNotEqualTo(seen(rule, 3, 5, -6)[0]);
        assertThat(seen(new GradientNoise(1, 0, 43), 3, 5, -6)[0]).isNotEqualTo(expected[0]);
    }

    @Test
    void namesAreThoseOfTheCommandLine() {
        assertThat(new ClipNorm(1).name()).isEqualTo("clip-norm");
        assertThat(new ClipValue(1).name()).isEqualTo("clip-value");
        assertThat(new GradientNoise(1).name()).isEqualTo("gradient-noise");
        assertThat(new PaperGradientNoise(1).name()).isEqualTo("paper-gradient-noise");
    }
}
