package org.gradus.optim.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gradus.optim.Treatment;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The proof notices what people get wrong in the treatments of the gradient. */
class MutantsOfTreatmentsTest {
    private static DynamicTest noticed(String mistake, Treatment right, String symbol, TreatmentProof.Loop loop) {
        return DynamicTest.dynamicTest(
                mistake,
                () -> assertThat(TreatmentProof.of(right, loop))
                        .hasValueSatisfying(parting -> assertThat(parting)
                                .matches("step \\d+: \\Q" + symbol
                                        + "\\E\\[\\d+] is .* in the loop and .* by the equations")));
    }

    private static double norm(double[] g) {
        return Math.sqrt(Arrays.stream(g).map(x -> x * x).sum());
    }

    @TestFactory
    Stream<DynamicTest> clipping() {
        return Stream.of(
                noticed("each element clipped to the norm", new ClipNorm(1), "ḡ_{t−1}", new ClipValue(1)::apply),
                noticed("short gradients made longer", new ClipNorm(1e200), "ḡ_{t−1}", (g, t) -> {
                    double norm = norm(g);
                    Arrays.setAll(g, i -> norm == 0 ? 0 : g[i] * (1e200 / norm));
                }),
                noticed("10⁻⁶ added to the norm, as in PyTorch", new ClipNorm(1), "ḡ_{t−1}", (g, t) -> {
                    double norm = norm(g);
                    Arrays.setAll(g, i -> norm <= 1 ? g[i] : g[i] / (norm + 1e-6));
                }),
                noticed("the squared norm", new ClipNorm(1), "ḡ_{t−1}", (g, t) -> {
                    double norm = norm(g);
                    Arrays.setAll(g, i -> norm <= 1 ? g[i] : g[i] / norm / norm);
                }),
                noticed(
                        "only large positive elements clipped",
                        new ClipValue(1),
                        "ḡ_{t−1}",
                        (g, t) -> Arrays.setAll(g, i -> Math.min(g[i], 1))));
    }

    @TestFactory
    Stream<DynamicTest> noise() {
        return Stream.of(
                noticed(
                        "the same noise at every step",
                        new GradientNoise(1, 0, 7),
                        "g̃_{t−1}",
                        (g, t) -> new GradientNoise(1, 0, 7).apply(g, 1)),
                noticed(
                        "noise that does not fall",
                        new GradientNoise(1, 0.5, 7),
                        "g̃_{t−1}",
                        new GradientNoise(1, 0, 7)::apply),
                noticed("another seed", new GradientNoise(1, 0.5, 7), "g̃_{t−1}", new GradientNoise(1, 0.5, 8)::apply),
                noticed(
                        "the variance that falls, as in the paper",
                        new GradientNoise(1, 0.5, 7),
                        "g̃_{t−1}",
                        new PaperGradientNoise(1, 0.5, 7)::apply));
    }
}
