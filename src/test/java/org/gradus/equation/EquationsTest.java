package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EquationsTest {
    private static final Equations SGDM = Equations.of("m_0 = 0", "m_t = λ m_{t−1} + η g_{t−1}", "θ_t = θ_{t−1} − m_t")
            .with("λ", 0.9);

    @Test
    void textIsLineBelowLine() {
        assertThat(SGDM.text()).isEqualTo("m_0 = 0\nm_t = λ m_{t−1} + η g_{t−1}\nθ_t = θ_{t−1} − m_t");
        assertThat(SGDM).hasToString(SGDM.text());
    }

    @Test
    void theLastLineDefinesWhatIsMoved() {
        assertThat(SGDM.moved()).isEqualTo("θ");
        assertThat(Equations.of("θ′_t = θ′_{t−1}").moved()).isEqualTo("θ′");
    }

    @Test
    void namesAreWithoutIndicesAndPi() {
        assertThat(SGDM.names()).containsExactly("m", "λ", "η", "g", "θ");
        Equations bounded = Equations.of("x_t = Σ_{i=k}^{t} (g_i cos(π t))", "y_t = x_t, if ρ_t ≤ 4");
        assertThat(bounded.names()).containsExactly("x", "k", "g", "y", "ρ");
    }

    @Test
    void constantsAreGivenOneByOneOrTogether() {
        Equations equations = Equations.of("x_t = a + b_{lo} + T_0").with("a, b_{lo},T_0", 1, 2, 3);
        assertThat(equations.constants())
                .containsExactly(Map.entry("a", 1.0), Map.entry("b_{lo}", 2.0), Map.entry("T_0", 3.0));
        assertThat(equations.with("a", 5).constants()).containsEntry("a", 5.0).containsEntry("T_0", 3.0);
        assertThat(equations.constants()).containsEntry("a", 1.0);
        assertThat(Equations.of("x_t = a").with("a_{b}", 1).constants()).containsOnlyKeys("a_b");
    }

    @Test
    void constantsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> SGDM.with("a, b", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equations: there are 2 symbols in 'a, b' and 1 values; give one for each");
        assertThatThrownBy(() -> SGDM.with("1 − a", 1))
                .hasMessage(
                        "equation '1 − a': expected a symbol, a number or a bracket at column 1, but found '1 − a'");
        assertThatThrownBy(() -> SGDM.with("a b", 1))
                .hasMessage("equation 'a b': expected the end of the line at column 3, but found 'b'");
        assertThatThrownBy(() -> SGDM.given("t", (t, size) -> new double[1]))
                .hasMessageStartingWith("equation 't': expected a symbol to define, which the clock t is not,");
    }

    @Test
    void noLinesAreRefused() {
        assertThatThrownBy(Equations::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equations: there are no lines; give at least one");
    }

    @Test
    void whatIsTheSameAtEveryStepCannotDependOnTheStep() {
        assertThatThrownBy(() -> Equations.of("a = t / 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "equations: a is the same at every step, but 'a = t / 2' computes it from t; give it the subscript t");
        assertThatThrownBy(() -> Equations.of("ρ_∞ = 2, if m_{t−1} < 2"))
                .hasMessage("equations: ρ_∞ is the same at every step, but 'ρ_∞ = 2, if m_{t−1} < 2' computes it from "
                        + "m_{t−1}; give it the subscript t");
    }

    @Test
    void nothingInsideCanBeChanged() {
        assertThatThrownBy(() -> SGDM.lines().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SGDM.constants().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SGDM.givens().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void renamingReachesLinesConditionsConstantsAndGivens() {
        Equations equations = Equations.of("λ_0 = 1", "x_t = λ λ_{t−1} + Σ_{i=λ}^{t} λ_i, if λ < 2")
                .with("λ, λ_0", 1, 3)
                .given("λ", (t, size) -> new double[] {t});
        Equations renamed = equations.renamed("λ", "μ_{lo}");
        assertThat(equations.renamed("λ", "μ").text())
                .isEqualTo("μ_0 = 1\nx_t = μ μ_{t−1} + (Σ_{i=μ}^{t} μ_i), if μ < 2");
        assertThat(renamed.givens()).containsOnlyKeys("μ_{lo}");
        assertThat(equations.renamed("λ", "μ").constants()).containsOnlyKeys("μ", "μ_0");
        assertThat(equations.renamed("κ", "μ").text()).isEqualTo(equations.text());
    }

    @Test
    void renamingFindsAccentsHoweverTheyAreWritten() {
        assertThat(Equations.of("x_t = \u011d_t").renamed("g\u0302", "h").text())
                .isEqualTo("x_t = h_t");
    }

    @Test
    void renamingThePresentLeavesThePast() {
        assertThat(SGDM.renamedNow("θ", "θ̃").text())
                .isEqualTo("m_0 = 0\nm_t = λ m_{t−1} + η g_{t−1}\nθ̃_t = θ_{t−1} − m_t");
        assertThat(Equations.of("v_1 = 1", "v_t = v_{t−1}").renamedNow("v", "u").text())
                .isEqualTo("u_1 = 1\nu_t = v_{t−1}");
        assertThat(Equations.of("v_t = 1, if 2 | t", "θ_t = v_t")
                        .renamedNow("v", "u")
                        .text())
                .isEqualTo("u_t = 1, if 2 | t\nu_t = v_{t−1}\nθ_t = u_t");
    }

    @Test
    void primesStandBeforeSubscriptsAndAddUp() {
        Equations equations =
                Equations.of("m′_t = η_{min} m_t", "m_t = T_w + T_0 + m′_0").with("T_w, T_0", 1, 2);
        Equations primed = equations.primed(Set.of("m", "T_w", "η_{min}", "T"));
        assertThat(primed.text()).isEqualTo("m′′_t = η′_{min} m′_t\nm′_t = T′_w + T′_0 + m′′_0");
        assertThat(primed.constants()).containsExactly(Map.entry("T′_w", 1.0), Map.entry("T′_0", 2.0));
        assertThat(primed.lines())
                .allSatisfy(line -> assertThat(Line.parse(line.text())).isEqualTo(line));
    }

    @Test
    void apartFromOthersOnlyTheLastSymbolIsShared() {
        Equations others = Equations.of("a′_t = 1", "η_t = a b").with("a, b", 1, 2);
        Equations apart = Equations.of("c_t = a cos(π t)", "η_t = c_t b")
                .with("a, b", 3, 4)
                .apartFrom(others);
        assertThat(apart.text()).isEqualTo("c_t = a′′ cos(π t)\nη_t = c_t b′");
        assertThat(apart.constants()).containsExactly(Map.entry("a′′", 3.0), Map.entry("b′", 4.0));
    }

    @Test
    void equationsAfterOthersAddTheirConstants() {
        Equations both =
                SGDM.then(Equations.of("φ_t = α θ_t").with("α, λ", 0.5, 0.8).given("ξ", (t, size) -> new double[size]));
        assertThat(both.text()).isEqualTo(SGDM.text() + "\nφ_t = α θ_t");
        assertThat(both.constants()).containsExactly(Map.entry("λ", 0.8), Map.entry("α", 0.5));
        assertThat(both.givens()).containsOnlyKeys("ξ");
        assertThat(both.moved()).isEqualTo("φ");
    }

    @Test
    void anotherClockCountsForNumbersNotForSubscripts() {
        Equations equations = Equations.of("m_t = m_{t−1} / (1 − β^t), if 2 | t", "x_t = Σ_{i=0}^{t} g_i");
        assertThat(equations.onClock(Line.parse("x = t − s").right()).text())
                .isEqualTo("m_t = m_{t−1} / (1 − β^{t − s}), if 2 | t − s\nx_t = Σ_{i=0}^{t} g_i");
    }

    @Test
    void laterMovesTheClockAndWhatIsGiven() {
        Equations equations = Equations.of("x_t = t + f_t + f_{t+1} + y_t").given("f", (t, size) -> new double[] {t});
        assertThat(equations.later(5).text()).isEqualTo("x_t = t − 5 + f_{t−5} + f_{t−4} + y_t");
        assertThat(equations.with("y_t", 0).later(5).at(7).value("x_t")).containsExactly(2 + 2 + 3);
    }

    @Test
    void aConditionIsForTheStepsNotForTheStart() {
        Condition late = Line.parse("x = 1, if t > 5 and k | t").condition();
        Equations equations = Equations.of("c = 1", "m_0 = 0", "m_t = c", "θ_t = m_t, if m_t > 0");
        assertThat(equations.when(late).text())
                .isEqualTo("c = 1\nm_0 = 0\nm_t = c, if t > 5 and k | t\nθ_t = m_t, if t > 5 and k | t and m_t > 0");
        assertThat(equations.when(late).lines())
                .allSatisfy(line -> assertThat(Line.parse(line.text())).isEqualTo(line));
        assertThat(equations.when(new Condition.Always())).isEqualTo(equations);
    }

    @Test
    void conditionsJoinToTheRight() {
        Condition a = Line.parse("x = 1, if a < 1").condition();
        Condition b = Line.parse("x = 1, if b < 1").condition();
        Condition c = Line.parse("x = 1, if c < 1").condition();
        assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
        assertThat(new Condition.And(new Condition.And(a, b), new Condition.And(b, c)).text())
                .isEqualTo("a < 1 and b < 1 and b < 1 and c < 1");
        assertThat(new Condition.Always().and(a)).isEqualTo(a);
        assertThat(a.and(new Condition.Always())).isEqualTo(a);
    }

    @Test
    void valuesInClosedFormAreThoseOfTheStepAlone() {
        Equations equations = Equations.of(
                        "half = T / 2",
                        "c_t = ⌊t / T⌋",
                        "η_3 = 100",
                        "η_t = 1, if t < half",
                        "η_t = c_t + η_{max} π / π")
                .with("T, η_{max}", 4, 7);
        assertThat(equations.at(0).value("η_t")).containsExactly(1);
        assertThat(equations.at(2).value("η_t")).containsExactly(7);
        assertThat(equations.at(3).value("η_t")).containsExactly(100);
        Snapshot late = equations.at(9);
        assertThat(late.t()).isEqualTo(9);
        assertThat(late.value("η_t")).containsExactly(9);
        assertThat(late.values().keySet()).containsExactly("half", "c_t", "η_t");
        assertThat(late.lines().get("η_t")).containsExactly(equations.lines().get(4));
        assertThat(late.largestTerms().get("η_t")).containsExactly(7);
    }

    @Test
    void closedFormsHaveNoMemoryAndNoGradient() {
        assertThatThrownBy(() -> SGDM.at(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "equation: m_{t−1} has no value at t = 1; a line before its use must define it from the same t"
                                + " alone, in\n" + SGDM);
        assertThatThrownBy(() -> Equations.of("x_t = ∇L(1)").at(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("equation: there is no gradient, which only a rule's steps have, in\nx_t = ∇L(1)");
    }

    @Test
    void linesMayBeBuiltInsteadOfRead() {
        Line built = new Line(new Symbol("x", new Index.Relative(0)), new Time(), new Condition.Always());
        assertThat(new Equations(List.of(built), Map.of(), Map.of())).isEqualTo(Equations.of("x_t = t"));
    }
}
