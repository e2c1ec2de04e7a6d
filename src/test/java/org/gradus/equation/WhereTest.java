package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines that apply to some elements; every number is computed by hand. */
class WhereTest {
    private static final Equations ADAGRAD = Equations.of(
            "s_t = Σ_{i=0}^{t−1} g_i²", "θ_t = θ_{t−1}, where s_t = 0", "θ_t = θ_{t−1} − η / √s_t g_{t−1}");

    private static UnaryOperator<double[]> gradient(double... g) {
        return point -> g;
    }

    @Test
    void aParameterThatNeverHadAGradientDoesNotMove() {
        Recurrence adagrad = new Recurrence(ADAGRAD, new double[] {7, 8, 9});
        Snapshot first = adagrad.step(2, gradient(0, 3, 0));
        assertThat(first.value("θ_t")).containsExactly(7, 6, 9);
        Snapshot second = adagrad.step(5, gradient(0, 4, -5));
        assertThat(second.value("θ_t")).containsExactly(7, 2, 14);
        List<Line> lines = ADAGRAD.lines();
        assertThat(second.lines().get("θ_t")).containsExactly(lines.get(1), lines.get(2));
        assertThat(second.line("θ_t", 0)).contains(lines.get(1));
        assertThat(second.line("θ_t", 1)).contains(lines.get(2));
        assertThat(second.line("theta", 2)).contains(lines.get(2));
        assertThat(second.largestTerms().get("θ_t")).containsExactly(7, 6, 9);
    }

    @Test
    void whereAllElementsAreAlikeOneLineDefinesThem() {
        Recurrence adagrad = new Recurrence(ADAGRAD, new double[] {7, 8});
        assertThat(adagrad.step(2, gradient(0, 0)).lines().get("θ_t"))
                .containsExactly(ADAGRAD.lines().get(1));
        assertThat(adagrad.step(2, gradient(1, 1)).lines().get("θ_t"))
                .containsExactly(ADAGRAD.lines().get(2));
    }

    @Test
    void theFirstLineThatAppliesToAnElementCounts() {
        Equations equations = Equations.of(
                "v_1 = 10, where g_{t−1} > 2",
                "v_t = 20, if 2 | t, where g_{t−1} > 1",
                "v_t = g_{t−1}, where g_{t−1} > 0 and g_{t−1} < 4",
                "v_t = −1",
                "θ_t = v_t");
        Recurrence recurrence = new Recurrence(equations, new double[4]);
        assertThat(recurrence.step(1, gradient(0, 1, 3, 5)).value("θ_t")).containsExactly(-1, 1, 10, 10);
        assertThat(recurrence.step(1, gradient(0, 1, 3, 5)).value("θ_t")).containsExactly(-1, 1, 20, 20);
        assertThat(recurrence.step(1, gradient(0, 1, 3, Double.NaN)).value("θ_t"))
                .containsExactly(-1, 1, 3, -1);
    }

    @Test
    void elementsThatNoLineDefinesStayAsTheyWere() {
        Equations equations = Equations.of("m_0 = 5", "m_t = g_{t−1}, where g_{t−1} ≠ 0", "θ_t = θ_{t−1} − m_t");
        Recurrence recurrence = new Recurrence(equations, new double[] {0, 0});
        Snapshot first = recurrence.step(1, gradient(1, 0));
        assertThat(first.value("m_t")).containsExactly(1, 5);
        assertThat(first.line("m_t", 0)).contains(equations.lines().get(1));
        assertThat(first.line("m_t", 1)).isEmpty();
        Snapshot second = recurrence.step(1, gradient(0, 0));
        assertThat(second.value("m_t")).containsExactly(1, 5);
        assertThat(second.value("θ_t")).containsExactly(-2, -10);
        assertThat(second.lines()).containsOnlyKeys("θ_t");
        assertThat(recurrence.step(1, gradient(0, 7)).value("m_t")).containsExactly(1, 7);
    }

    @Test
    void elementsWithoutAnyValueAreRefused() {
        Equations equations = Equations.of("p_t = 1, where g_{t−1} ≠ 0", "θ_t = θ_{t−1} − p_t");
        Recurrence recurrence = new Recurrence(equations, new double[] {0, 0});
        assertThatThrownBy(() -> recurrence.step(1, gradient(1, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: p_t has no value at step 1; none of its lines applies to all of it there; add one"
                                + " without a condition before its use, in\n" + equations);
        assertThat(recurrence.step(1, gradient(1, 1)).value("θ_t")).containsExactly(-1, -1);
    }

    @Test
    void aStartMayDependOnItsElement() {
        Equations equations =
                Equations.of("v_0 = 1, where θ_0 > 0", "v_0 = 2, if c > 0, where θ_0 < 0", "v_0 = 3", "θ_t = v_{t−1}");
        assertThat(new Recurrence(equations.with("c", 1), new double[] {4, -4, 0})
                        .step(1, gradient())
                        .value("θ_t"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void closedFormsHaveElementsToo() {
        Equations equations = Equations.of("η_t = 1, where t < 2", "η_t = f_t, where t > 3", "η_t = 0")
                .given("f", (t, size) -> new double[] {10 * t});
        assertThat(List.of(1, 2, 4)).map(t -> equations.at(t).value("eta")[0]).containsExactly(1.0, 0.0, 40.0);
    }

    @Test
    void latexSetsThemBesideTheLine() {
        assertThat(ADAGRAD.lines().get(1).latex())
                .isEqualTo("\\theta_{t} &= \\theta_{t-1} && \\text{where } s_{t} = 0");
        assertThat(Line.parse("x_t = 1, if t > 1, where s_t = 0").latex())
                .isEqualTo("x_{t} &= 1 && \\text{if } t > 1, \\text{ where } s_{t} = 0");
    }

    @Test
    void symbolsOfTheConditionAreSymbolsOfTheEquations() {
        Equations equations = Equations.of("x_t = 1, where s_t < ρ_t").with("s", 1);
        assertThat(equations.names()).isEqualTo(Set.of("x", "s", "ρ"));
        assertThat(equations.renamed("s", "u").text()).isEqualTo("x_t = 1, where u_t < ρ_t");
        assertThat(equations.renamedNow("x", "y").lines().get(0).text()).isEqualTo("y_t = 1, where s_t < ρ_t");
    }
}
