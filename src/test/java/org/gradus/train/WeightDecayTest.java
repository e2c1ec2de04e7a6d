package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamL2;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.SgdmL2;
import org.gradus.optim.rule.Sgdwm;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * L2 regularization against decoupled decay. The first pixel of all digits is 0, so the loss has no gradient in its weights: what becomes of
 * them is the decay's doing alone.
 */
class WeightDecayTest {
    private static final double ETA = 0.01;
    private static final double GAMMA = 0.5;
    private static final int STEPS = 20;

    private static double[] firstPixel(Training training) {
        Tensor weight = training.model().parameters().get("0.weight").value();
        return weight.slice(0, 0, 1).toArray();
    }

    private static double[] firstPixelAfter(UpdateRule rule) {
        Training training = Recipes.plain(rule, ETA);
        assertThat(training.run().steps()).hasSize(STEPS);
        return firstPixel(training);
    }

    @Test
    void theFirstPixelIsEmptyAndWithoutDecayItsWeightsStay() {
        Training training = Recipes.plain(new Adam(), ETA);
        assertThat(training.data().training().features().slice(1, 0, 1).toArray())
                .containsOnly(0);
        assertThat(firstPixelAfter(new Adam())).containsExactly(firstPixel(training));
    }

    /** θ ← θ − ηγθ at every step, whatever the gradients: θ_0 (1 − ηγ)^n. */
    @Test
    void decoupledDecayIsTheSameForAllWeights() {
        double[] start = firstPixel(Recipes.plain(new Adam(), ETA));
        double[] end = firstPixelAfter(new AdamW(0.9, 0.999, 1e-8, GAMMA));
        for (int i = 0; i < start.length; i++) {
            assertThat(end[i]).isCloseTo(start[i] * Math.pow(1 - 0.01 * GAMMA, STEPS), within(1e-15));
        }
    }

    /** Adam divides γθ by its own size: the first step has the length η, as if γ were not there. */
    @Test
    void adamsStepHidesHowStrongL2RegularizationIs() {
        double[] start = firstPixel(Recipes.plain(new Adam(), ETA));
        double[] weak = firstPixelAfter(new AdamL2(0.9, 0.999, 1e-300, GAMMA / 100));
        double[] strong = firstPixelAfter(new AdamL2(0.9, 0.999, 1e-300, GAMMA));
        double largest = Arrays.stream(start).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < start.length; i++) {
            assertThat(strong[i]).isCloseTo(weak[i], within(1e-12));
            if (Math.abs(start[i]) == largest) {
                assertThat(Math.abs(strong[i])).isLessThan(largest * Math.pow(1 - 0.01 * GAMMA, STEPS));
            }
        }
    }

    /** Loshchilov and Hutter 2019, proposition 1: without momentum the two are the same with γ = η γ′. */
    @Test
    void forPlainGradientDescentTheTwoAreTheSame() {
        Training l2 = Recipes.plain(new SgdmL2(0, GAMMA), ETA);
        Training decoupled = Recipes.plain(new Sgdwm(0, 0.01 * GAMMA), ETA);
        l2.run();
        decoupled.run();
        double[] expected = l2.model().parameters().get("2.weight").value().toArray();
        double[] found = decoupled.model().parameters().get("2.weight").value().toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-13));
        }
        assertThat(firstPixel(l2)[0])
                .isCloseTo(
                        firstPixel(Recipes.plain(new Adam(), ETA))[0] * Math.pow(1 - 0.01 * GAMMA, STEPS),
                        within(1e-15));
    }

    static Stream<Arguments> withoutDecay() {
        return Stream.of(
                Arguments.of(new AdamL2(0.9, 0.999, 1e-8, 0), new Adam()),
                Arguments.of(new Sgdwm(0.9, 0), new Sgdm()),
                Arguments.of(new SgdmL2(0.9, 0), new Sgdm()));
    }

    @ParameterizedTest
    @MethodSource("withoutDecay")
    void decayThatIsOffChangesNoBit(UpdateRule off, UpdateRule plain) {
        Training switchedOff = Recipes.plain(off, ETA);
        Training without = Recipes.plain(plain, ETA);
        assertThat(switchedOff.run()).isEqualTo(without.run());
        assertThat(Recipes.bits(switchedOff.model())).isEqualTo(Recipes.bits(without.model()));
    }

    /** The brackets of AdamW's last line make another order of operations. */
    @Test
    void adamWWithoutDecayIsAdamButForRounding() {
        Training switchedOff = Recipes.plain(new AdamW(0.9, 0.999, 1e-8, 0), ETA);
        Training without = Recipes.plain(new Adam(), ETA);
        switchedOff.run();
        without.run();
        double[] expected = without.model().parameters().get("0.weight").value().toArray();
        assertThat(switchedOff.model().parameters().get("0.weight").value().toArray())
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(expected);
    }
}
