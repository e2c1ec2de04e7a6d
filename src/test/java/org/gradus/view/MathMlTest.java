package org.gradus.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.equation.Condition;
import org.gradus.equation.Equations;
import org.gradus.equation.Expression;
import org.gradus.equation.Line;
import org.gradus.equation.RuleNames;
import org.gradus.equation.Symbol;
import org.gradus.optim.Rules;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class MathMlTest {
    private static final MathMl SYMBOLS = MathMl.symbols();

    static Stream<String> rules() {
        return RuleNames.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theLinesOfEveryRuleReadAsTheyWereWritten(String rule) {
        Equations equations = Rules.named(rule).equations();
        Notation notation = notation(equations.names());
        for (Line line : equations.lines()) {
            assertThat(notation.formula(SYMBOLS.of(line.left()))).isEqualTo(line.left());
            assertThat(notation.formula(SYMBOLS.of(line.right())))
                    .as(line.text())
                    .isEqualTo(line.right());
            assertThat(notation.formula(SYMBOLS.pieces(line.right()))).isEqualTo(line.right());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a − (b − c)",
                "a (b + c) d",
                "(a + b)²",
                "(a / b)²",
                "(√a)²",
                "√(a²)",
                "(a²)^{t+1}",
                "a / (b / c)",
                "a / b / c",
                "a / b c",
                "a / (b c)",
                "a (b c)",
                "√(a (b c))",
                "a·2",
                "−a / b",
                "−(a + b)",
                "a + (−b)",
                "a (−b)",
                "|a − b| c",
                "‖a + b‖",
                "⌊a / 2⌋ + 1",
                "max(a, min(b, c))",
                "Clip(a / b, 0.1 − c, 2)",
                "1 + Clip(a + b, 0.1, 2) c",
                "cos(π t) + ln(a)",
                "sign(m_t) exp(−a)",
                "a / max(mean(m_t), 0.1)",
                "pᵀq / (−pᵀ(p + q))",
                "Q_tᵀ × (A × B) × Q_t",
                "(A + B) × C",
                "(Σ_{i=0}^{t−1} g_i²) a",
                "√(Σ_{i=1}^t g_{i}²)",
                "Σ_{i=0}^{t−1} (g_i + m_i)",
                "Σ_{i=0}^{t−1} (g_i m_i)",
                "∇L(θ_{t−1} − λ m_{t−1})",
                "θ′_{t−1} − η_{min}",
                "m̂_{t+1} v̄_t g̃_{t−1}",
                "m′′_t² + ρ_∞²",
                "ĝ_t", // in one code point
            })
    void everyOperationReadsAsItWasWritten(String formula) {
        Expression tree = Line.parse("x = " + formula).right();
        assertThat(notation(Set.of()).formula(SYMBOLS.of(tree))).isEqualTo(tree);
        assertThat(notation(Set.of()).formula(SYMBOLS.pieces(tree))).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ρ_t ≤ 4; ρ_{t}≤4",
                "t > 1; t>1",
                "t < k; t<k",
                "t ≥ k; t≥k",
                "a = 0; a=0",
                "a ≠ 0; a≠0",
                "k | t; k|t",
            })
    void aComparisonReadsAsItWasWritten(String condition, String read) {
        Condition tree = Line.parse("x_t = 1, if " + condition).condition();
        assertThat(notation(Set.of()).text(SYMBOLS.of((Condition.Comparison) tree)))
                .isEqualTo(read);
    }

    /** By hand from the elements of MathML Core, https://www.w3.org/TR/mathml-core/. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "η; <mrow><mi>η</mi></mrow>",
                "β1; <msub><mrow><mi>β</mi></mrow><mrow><mn>1</mn></mrow></msub>",
                "m̂_t; <msub><mrow><mover accent=\"true\"><mi>m</mi><mo stretchy=\"false\">^</mo></mover></mrow>"
                        + "<mrow><mi>t</mi></mrow></msub>",
                "g_{t−1}; <msub><mrow><mi>g</mi></mrow><mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow></msub>",
                "Δθ_t; <msub><mrow><mi>Δ</mi><mi>θ</mi></mrow><mrow><mi>t</mi></mrow></msub>",
                "θ′; <msup><mrow><mi>θ</mi></mrow><mo>′</mo></msup>",
                "θ′_t; <msubsup><mrow><mi>θ</mi></mrow><mrow><mi>t</mi></mrow><mo>′</mo></msubsup>",
            })
    void aSymbolIsALetterWithAccentsAndScripts(String symbol, String mathml) {
        assertThat(SymbolMathMl.of(Line.parse(symbol + " = 0").left())).isEqualTo(mathml);
    }

    @Test
    void factorsStandSideBySideButForANumberBehindAFactor() {
        assertThat(SYMBOLS.of(Line.parse("x = a b").right())).doesNotContain("·");
        assertThat(SYMBOLS.of(Line.parse("x = a·2").right())).contains("<mo>·</mo><mn>2</mn>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a; F",
                "a + b − c; F+O−O",
                "a b; F·O",
                "a + b c; F+O·O",
                "−a; −O",
                "(a + b) c; (F+O)·O",
                "a / b + c; ((F) / (F))+O",
                "a (b − c); F·(F−O)",
                "√a b; √(F)·O",
                "a² + (b c)²; (B)^{2}+((F·O))^{2}",
                "max(a, b) c; max(F,F)·O",
            })
    void aPartIsToldWhetherANegativeNumberInItsPlaceNeedsBrackets(String formula, String places) {
        MathMl walk = new MathMl((part, place) ->
                part instanceof Symbol ? Optional.of("<mi>" + place.name().charAt(0) + "</mi>") : Optional.empty());
        Expression tree = Line.parse("x = " + formula).right();
        assertThat(notation(Set.of()).text(walk.of(tree))).isEqualTo(places);
        assertThat(notation(Set.of()).text(walk.pieces(tree))).isEqualTo(places);
    }

    private static Notation notation(Set<String> names) {
        return new Notation(names, element -> {
            throw new AssertionError("a slot in a formula of symbols");
        });
    }

    /** A transposed matrix is a power in MathML too, not a letter with a sign. */
    @Test
    void aTransposedMatrixHasItsSignAbove() {
        assertThat(SYMBOLS.of(Line.parse("x = Aᵀ × B").right())).contains("<msup>", "<mo>⊤</mo></msup><mo>×</mo>");
    }
}
