package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How equations are stepped; every number is computed by hand. */
class RecurrenceTest {

    /** ∇L(x) = 2 x. */
    private static final UnaryOperator<double[]> BOWL =
            point -> Arrays.stream(point).map(x -> 2 * x).toArray();

    @Test
    void theGradientIsThatAtThePreviousParameters() {
        Recurrence sgd = new Recurrence(Equations.of("θ_t = θ_{t−1} − η g_{t−1}"), new double[] {8, -4});
        Snapshot first = sgd.step(0.25, BOWL);
        assertThat(first.t()).isEqualTo(1);
        assertThat(first.value("g_{t−1}")).containsExactly(16, -8);
        assertThat(first.value("θ_t")).containsExactly(4, -2);
        assertThat(first.value("η")).containsExactly(0.25);
        Snapshot second = sgd.step(0.125, BOWL);
        assertThat(second.value("g_{t−1}")).containsExactly(8, -4);
        assertThat(second.value("θ_t")).containsExactly(3, -1.5);
    }

    /** The example on the page of the package. */
    @Test
    void sgdWithMomentumOnABowl() {
        Equations sgdm = Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t")
                .with("λ", 0.9);
        Recurrence recurrence = new Recurrence(sgdm, new double[] {1});
        assertThat(recurrence.step(0.1, BOWL).value("θ_t")).containsExactly(0.8);
        assertThat(recurrence.step(0.1, BOWL).value("θ_t")).containsExactly(new double[] {0.46}, within(1e-16));
    }

    @Test
    void theStartIsCopied() {
        double[] start = {8};
        Recurrence sgd = new Recurrence(Equations.of("θ_t = θ_{t−1} − η g_{t−1}"), start);
        start[0] = 100;
        assertThat(sgd.step(0.25, BOWL).value("θ_t")).containsExactly(4);
    }

    @Test
    void memoryStartsAtItsInitialValue() {
        Equations momentum = Equations.of("m_0 = 2", "m_t = λ m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t")
                .with("λ", 0.5);
        Recurrence sgdm = new Recurrence(momentum, new double[] {1});
        assertThat(sgdm.step(1, BOWL).value("m_t")).containsExactly(3); // 0.5 · 2 + 2 · 1
        assertThat(sgdm.step(1, BOWL).value("m_t")).containsExactly(-2.5); // 0.5 · 3 + 2 · (1 − 3)
    }

    @Test
    void initialValuesMayUseOneAnotherAndTheStart() {
        Equations equations = Equations.of("a_0 = θ_0 + 1", "b_0 = 2 a_0", "θ_t = θ_{t−1} + a_0 + b_{t−1}");
        assertThat(new Recurrence(equations, new double[] {1}).step(1, BOWL).value("θ_t"))
                .containsExactly(7);
    }

    @Test
    void theFirstLineThatAppliesCounts() {
        Equations equations = Equations.of("v_1 = 10", "v_t = 20, if 2 | t", "v_t = 30", "v_t = 40", "θ_t = v_t");
        Recurrence recurrence = new Recurrence(equations, new double[] {0});
        assertThat(recurrence.step(1, BOWL).value("v_t")).containsExactly(10);
        assertThat(recurrence.step(1, BOWL).value("v_t")).containsExactly(20);
        assertThat(recurrence.step(1, BOWL).value("v_t")).containsExactly(30);
    }

    @Test
    void theFirstInitialValueCountsAndOnlyWhereItApplies() {
        Equations equations = Equations.of("v_0 = 10, if λ = 1", "v_0 = 20", "v_0 = 30", "θ_t = v_{t−1}");
        assertThat(new Recurrence(equations.with("λ", 1), new double[] {0})
                        .step(1, BOWL)
                        .value("θ_t"))
                .containsExactly(10);
        assertThat(new Recurrence(equations.with("λ", 2), new double[] {0})
                        .step(1, BOWL)
                        .value("θ_t"))
                .containsExactly(20);
    }

    @Test
    void constantsMayBeComputedAndAreAmongTheValues() {
        Equations equations =
                Equations.of("ρ_∞ = 2 / (1 − β2) − 1", "ρ_∞ = 0", "θ_t = ρ_∞").with("β2", 0.75);
        Snapshot step = new Recurrence(equations, new double[] {0}).step(1, BOWL);
        assertThat(step.value("ρ_∞")).containsExactly(7);
        assertThat(step.value("θ_t")).containsExactly(7);
    }

    @Test
    void aConstantThatIsGivenIsNotComputed() {
        Equations equations = Equations.of("γ = 1 − β2", "θ_t = γ").with("β2, γ", 0.75, 5);
        assertThat(new Recurrence(equations, new double[] {0}).step(1, BOWL).value("θ_t"))
                .containsExactly(5);
    }

    @Test
    void whatNoLineGivesANewValueStaysAsItWas() {
        Equations equations =
                Equations.of("φ_0 = 5", "φ_t = φ_{t−1} + 1, if 3 | t", "θ_t = θ_{t−1} + 10, if t > 1 and φ_{t−1} > 0");
        Recurrence recurrence = new Recurrence(equations, new double[] {1});
        Snapshot first = recurrence.step(1, BOWL);
        assertThat(first.value("φ_t")).containsExactly(5);
        assertThat(first.value("θ_t")).containsExactly(1);
        assertThat(first.lines()).isEmpty();
        assertThat(recurrence.step(1, BOWL).value("θ_t")).containsExactly(11);
        Snapshot third = recurrence.step(1, BOWL);
        assertThat(third.value("φ_t")).containsExactly(6);
        assertThat(third.lines()).containsEntry("φ_t", List.of(equations.lines().get(1)));
        assertThat(recurrence.step(1, BOWL).value("φ_t")).containsExactly(6);
    }

    @Test
    void aValueForTheNextStepIsKnownThere() {
        Equations equations = Equations.of("μ_t = t", "μ_{t+1} = 10 t", "θ_t = μ_t + μ_{t+1}");
        Recurrence recurrence = new Recurrence(equations, new double[] {0});
        assertThat(recurrence.step(1, BOWL).value("θ_t")).containsExactly(11);
        Snapshot second = recurrence.step(1, BOWL);
        assertThat(second.value("μ_t")).containsExactly(10);
        assertThat(second.value("μ_{t+1}")).containsExactly(20);
    }

    @Test
    void sumsRunOverTheHistory() {
        Equations adagrad = Equations.of("θ_t = θ_{t−1} − η / √(Σ_{i=0}^{t−1} g_i²) g_{t−1}");
        Recurrence recurrence = new Recurrence(adagrad, new double[] {0});
        assertThat(recurrence.step(2, point -> new double[] {3}).value("θ_t")).containsExactly(-2);
        assertThat(recurrence.step(5, point -> new double[] {4}).value("θ_t")).containsExactly(-6);
    }

    @Test
    void theGradientMayBeAskedForAnywhere() {
        Equations nag = Equations.of("m_0 = 1", "m_t = m_{t−1} + η ∇L(θ_{t−1} − m_{t−1})", "θ_t = θ_{t−1} − m_t");
        Snapshot step = new Recurrence(nag, new double[] {3}).step(0.5, BOWL);
        assertThat(step.value("m_t")).containsExactly(3);
        assertThat(step.value("θ_t")).containsExactly(0);
        assertThat(step.values()).as("nobody asked for it").doesNotContainKey("g_{t−1}");
    }

    @Test
    void givenSymbolsHaveTheirValuesFromElsewhere() {
        Equations noisy =
                Equations.of("θ_t = θ_{t−1} + ξ_t + ξ_{t−1}").given("ξ", (t, size) -> new double[] {100 * t, size});
        Recurrence recurrence = new Recurrence(noisy, new double[] {1, 1});
        assertThat(recurrence.step(1, BOWL).value("θ_t")).containsExactly(101, 5);
        assertThat(recurrence.step(1, BOWL).value("θ_t")).containsExactly(401, 9);
    }

    @Test
    void parametersMayBeMovedBetweenSteps() {
        Recurrence sgd = new Recurrence(Equations.of("θ_t = θ_{t−1} − η g_{t−1}"), new double[] {8});
        sgd.step(0.25, BOWL);
        sgd.moveTo(new double[] {2});
        assertThat(sgd.step(0.25, BOWL).value("θ_t")).containsExactly(1);
    }

    @Test
    void largestTermsAreOfTheLineThatApplied() {
        Equations equations = Equations.of("θ_t = θ_{t−1} − 3 g_{t−1} + 1");
        Snapshot step = new Recurrence(equations, new double[] {8, 0.25}).step(1, BOWL);
        assertThat(step.largestTerms().get("θ_t")).containsExactly(48, 1.5);
    }

    @Test
    void aSymbolWithoutAValueIsRefused() {
        Recurrence recurrence = new Recurrence(Equations.of("θ_t = θ_{t−1} − μ m_t"), new double[] {1});
        assertThatThrownBy(() -> recurrence.step(1, BOWL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: μ has no value at step 1; give it one by .with(\"μ\", …), or a line before its use,"
                                + " in\nθ_t = θ_{t−1} − μ m_t");
        Recurrence used = new Recurrence(Equations.of("θ_t = θ_{t−1} − m_t", "m_t = 1", "θ_t = m_t"), new double[] {1});
        assertThatThrownBy(() -> used.step(1, BOWL)).hasMessageStartingWith("equation: m_t has no value at step 1;");
    }

    @Test
    void thereIsNoGradientBeforeTheFirstStep() {
        Equations equations = Equations.of("m_0 = ∇L(θ_0)", "θ_t = θ_{t−1} − m_{t−1}");
        assertThatThrownBy(() -> new Recurrence(equations, new double[] {1}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("equation: there is no gradient before the first step");
    }

    @Test
    void theIndexOfASumHasNoMeaningOutsideOfIt() {
        Line line = new Line(
                new Symbol("θ", new Index.Relative(0)), new Symbol("g", new Index.Named("i")), new Condition.Always());
        Recurrence recurrence = new Recurrence(new Equations(List.of(line), Map.of(), Map.of()), new double[] {1});
        assertThatThrownBy(() -> recurrence.step(1, BOWL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("equation: the index of a sum stands outside of it, in θ_t = g_i");
    }

    @Test
    void aSnapshotKnowsItsSymbols() {
        Snapshot step = new Recurrence(Equations.of("θ_t = θ_{t−1} + 1"), new double[] {1}).step(0.5, BOWL);
        assertThatThrownBy(() -> step.value("m_t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step 1: there is no symbol m_t; the symbols are η (eta), θ_t (theta_t)");
        step.value("θ_t")[0] = 100;
        assertThat(step.value("θ_{t}")).containsExactly(2);
    }

    @Test
    void whatASnapshotGivesChangesNothing() {
        double[] given = {0, 0};
        Equations equations = Equations.of(
                        "c = 1", "m_0 = 0", "m_t = m_{t−1} + g_{t−1}", "θ_t = θ_{t−1} − m_t + ξ_t + c")
                .given("ξ", (t, size) -> given);
        Recurrence recurrence = new Recurrence(equations, new double[] {1, 2});
        double[] g = {1, 1};
        Snapshot first = recurrence.step(1, point -> g);
        first.values().values().forEach(value -> Arrays.fill(value, 1e9));
        first.largestTerms().values().forEach(value -> Arrays.fill(value, 1e9));
        assertThatThrownBy(() -> first.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> first.lines().get("m_t").clear()).isInstanceOf(UnsupportedOperationException.class);
        Arrays.fill(g, 5);
        assertThat(first.value("m_t")).containsExactly(1, 1);
        assertThat(first.value("g_{t−1}")).containsExactly(1, 1);
        assertThat(first.largestTerms().get("m_t")).containsExactly(1, 1);
        Snapshot second = recurrence.step(1, point -> new double[] {1, 1});
        assertThat(second.value("m_t")).containsExactly(2, 2);
        assertThat(second.value("θ_t")).containsExactly(0, 1); // 1 − 1 + 1, then − 2 + 1
    }

    @Test
    void aStepThatIsRefusedChangesNothing() {
        Equations equations =
                Equations.of("m_0 = 0", "m_t = m_{t−1} + g_{t−1}", "r_t = 1, if m_t < 5", "θ_t = θ_{t−1} − r_t m_t");
        Recurrence recurrence = new Recurrence(equations, new double[] {1});
        recurrence.step(1, point -> new double[] {1});
        recurrence.moveTo(new double[] {10});
        assertThatThrownBy(() -> recurrence.step(1, point -> new double[] {9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "equation: r_t has no value at step 2; none of its lines applies to all of it there;");
        Snapshot second = recurrence.step(1, point -> new double[] {2});
        assertThat(second.t()).isEqualTo(2);
        assertThat(second.value("m_t")).containsExactly(3);
        assertThat(second.value("θ_t")).containsExactly(7);
        assertThat(recurrence).hasToString("recurrence of θ, size 1, after step 2, with 4 values kept");
        assertThat(second).hasToString("step 2 with the values of η, m_t, r_t, θ_t, g_{t−1}");
    }

    @Test
    void whatStaysAsItWasStandsInTheOrderOfTheLines() {
        Equations equations = Equations.of(
                "zz_0 = 1",
                "λ_0 = 2",
                "b_0 = 3",
                "u_0 = 4",
                "a_0 = 5",
                "aa_0 = 6",
                "zz_t = zz_{t−1}, if t > 9",
                "λ_t = λ_{t−1}, if t > 9",
                "b_t = b_{t−1}, if t > 9",
                "u_t = u_{t−1}, if t > 9",
                "a_t = a_{t−1}, if t > 9",
                "aa_t = aa_{t−1}, if t > 9",
                "θ_t = 1, if t > 9");
        assertThat(new Recurrence(equations, new double[1])
                        .step(1, BOWL)
                        .values()
                        .keySet())
                .containsExactly("η", "zz_t", "λ_t", "b_t", "u_t", "a_t", "aa_t", "θ_t");
    }

    @Test
    void theLineOfWhatIsMovedHasToBeTheLast() {
        Equations wrong = Equations.of("θ_t = θ_{t−1} − m_t", "m_t = λ m_{t−1} + η g_{t−1}")
                .with("λ", 0.9);
        assertThatThrownBy(() -> new Recurrence(wrong, new double[] {1}).step(1, BOWL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: θ_{t−1} has no value at step 1; the last line defines what is moved, which is m here;"
                                + " put the line of θ last, in\n" + wrong);
    }

    @Test
    void whatIsTakenFromTheStepBeforeNeedsAStart() {
        Equations wrong = Equations.of("m_t = λ m_{t−1}", "θ_t = θ_{t−1} − m_t").with("λ", 0.9);
        assertThatThrownBy(() -> new Recurrence(wrong, new double[] {1}).step(1, BOWL))
                .hasMessage(
                        "equation: m_{t−1} has no value at step 1; give it a start by a line such as m_0 = 0; only what is"
                                + " moved, here θ, has one, in\n" + wrong);
    }

    @Test
    void aWordWithoutAValueMayHaveBeenMeantAsAFunction() {
        Equations wrong = Equations.of("θ_t = θ_{t−1} − tanh (g_{t−1})");
        assertThatThrownBy(() -> new Recurrence(wrong, new double[] {1}).step(1, BOWL))
                .hasMessageStartingWith(
                        "equation: tanh has no value at step 1; give it one by .with(\"tanh\", …), or a line"
                                + " before its use (it is no function; those are sqrt, abs, norm, mean, floor, max, min, Clip, sign, exp,"
                                + " cos, ln, NewtonSchulz, eigenvectors, orthonormal, columnsBy, rowsBy, dot, transpose), in");
    }
}
