package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How lines are read, and what is said of those that cannot be. */
class LineTest {

    /** Each line beside its canonical text; brackets show how the parser took it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "x = a-b+c; x = a − b + c",
                "x = a − (b + c); x = a − (b + c)",
                "x = (a − b) + c; x = a − b + c",
                "x = a + (b + c); x = a + (b + c)",
                "x = −a b + c; x = −a b + c",
                "x = −(a + b); x = −(a + b)",
                "x = a (−b); x = a (−b)",
                "x = a b c; x = a b c",
                "x = a (b c); x = a (b c)",
                "x = a·b; x = a b",
                "x = a·2; x = a·2",
                "x = a 2; x = a·2",
                "x = η / x m; x = η / x m",
                "x = (η / x) m; x = η / x m",
                "x = η / (x m); x = η / (x m)",
                "x = a (b / c); x = a (b / c)",
                "x = a / b / c; x = a / b / c",
                "x = a b²; x = a b²",
                "x = (a b)²; x = (a b)²",
                "x = a^2; x = a²",
                "x = a^{2}; x = a²",
                "x = a^t; x = a^t",
                "x = a^{t}; x = a^t",
                "x = a^{t+1}; x = a^{t + 1}",
                "x = a^10; x = a^{10}",
                "x = (a^b)^c; x = (a^b)^c",
                "x = √a b; x = √a b",
                "x = √(a b); x = √(a b)",
                "x = √a²; x = √(a²)",
                "x = (√a)²; x = (√a)²",
                "x = √√a; x = √(√a)",
                "x = √max(a, b); x = √max(a, b)",
                "x = pᵀg; x = pᵀg",
                "x = p_tᵀ g_{t−1} / qᵀq; x = p_tᵀg_{t−1} / qᵀq",
                "x = (a + b)ᵀ(c d); x = (a + b)ᵀ(c d)",
                "x = |a| b; x = |a| b",
                "x = a·|b|; x = a·|b|",
                "x = | |a| − |b| |; x = ||a| − |b||",
                "x = ‖a − b‖ ⌊c⌋; x = ‖a − b‖ ⌊c⌋",
                "x = Clip(a, b + 1, c); x = Clip(a, b + 1, c)",
                "x = ∇L(θ_{t−1}−λ m_{t−1}); x = ∇L(θ_{t−1} − λ m_{t−1})",
                "x = Σ_{i=0}^{t−1} g_i²; x = Σ_{i=0}^{t − 1} g_i²",
                "x = Σ_{i=0}^t (a g_i) + b; x = Σ_{i=0}^{t} (a g_i) + b",
                "x = a (Σ_{i=0}^{t} g_i); x = a (Σ_{i=0}^{t} g_i)",
                "m_t=0.10 m_{t-1}; m_t = 0.1 m_{t−1}",
                "m_{t} = m_{t+0}; m_t = m_t",
                "μ_{t+1} = m_{0}; μ_{t+1} = m_0",
                "ρ_∞ = T_{w}; ρ_∞ = T_w",
                "η_{min} = β12; η_{min} = β12",
                "x = 1, if a<b; x = 1, if a < b",
                "x = 1, if k | t and t>1 and a ≠ b; x = 1, if k | t and t > 1 and a ≠ b",
                "x = 1, if |a| ≤ |b|; x = 1, if |a| ≤ |b|",
                "x = 1, if a | |b| and a = b; x = 1, if a | |b| and a = b",
                "\"   x = 1 \"; x = 1"
            })
    void isReadAs(String line, String canonical) {
        assertThat(Line.parse(line).text()).isEqualTo(canonical);
        assertThat(Line.parse(canonical)).isEqualTo(Line.parse(line));
    }

    @Test
    void accentsMayBeOneCharacterWithTheirLetterOrTwo() {
        assertThat(Line.parse("g\u0302_t = 1")).isEqualTo(Line.parse("\u011d_t = 1"));
        assertThat(new Symbol("g\u0302", new Index.None())).isEqualTo(new Symbol("\u011d", new Index.None()));
    }

    @Test
    void treesAreTheNotations() {
        assertThat(Line.parse("x_t = β1 m_{t−1} − g_0²"))
                .isEqualTo(new Line(
                        new Symbol("x", new Index.Relative(0)),
                        new Sum(
                                new Product(
                                        new Symbol("β1", new Index.None()), new Symbol("m", new Index.Relative(-1))),
                                new PowerOf(new Symbol("g", new Index.Fixed(0)), new Literal(2)),
                                true),
                        new Condition.Always()));
        assertThat(Line.parse("x = Σ_{i=1}^{t} (T_i T_j)").right())
                .isEqualTo(new Summation(
                        "i",
                        new Literal(1),
                        new Time(),
                        new Product(new Symbol("T", new Index.Named("i")), new Symbol("T_j", new Index.None()))));
    }

    /** Each bad line with what is expected of it, where, and what is found there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "\"\"; a symbol, a number or a bracket; 1; the line ends",
                "= 1; a symbol, a number or a bracket; 1; found '= 1'",
                "2 = x; a symbol, a number or a bracket; 1; found '2 = x'",
                "t = 1; a symbol to define, which the clock t is not,; 1; found 't = 1'",
                "x; '='; 2; the line ends",
                "x 1; '='; 3; found '1'",
                "x =; a symbol, a number or a bracket; 4; the line ends",
                "x = a +; a symbol, a number or a bracket; 8; the line ends",
                "x =   + b; a symbol, a number or a bracket; 7; found '+ b'",
                "x = a b); the end of the line; 8; found ')'",
                "x = (a b; ')'; 9; the line ends",
                "x = |a b; '|'; 9; the line ends",
                "x = ‖a‖‖; the end of the line; 8; found '‖'",
                "x = ⌊a ]; a symbol, a number or a sign of the notation; 8; found ']'",
                "x = a # b; a symbol, a number or a sign of the notation; 7; found '# b'",
                "x = a^; a symbol, a number or a bracket; 7; the line ends",
                "x = a^{2; '}'; 9; the line ends",
                "x = a^b^c; the end of the line; 8; found '^c'",
                "x = aᵀ; a symbol, a number or a bracket; 7; the line ends",
                "x = max(a); ','; 10; found ')'",
                "x = max(a, b, c); ')'; 13; found ', c)'",
                "x = max a; '('; 9; found 'a'",
                "x = ∇L θ; '('; 8; found 'θ'",
                "x = a_; a subscript; 7; the line ends",
                "x = a_{}; a subscript; 8; found '}'",
                "x = a_{t−1; '}'; 11; the line ends",
                "x = Σ_{i=0} g; '^'; 13; found 'g'",
                "x = Σ g; '_'; 7; found 'g'",
                "x = Σ_{i=0}^{t} g_i / 2; the end of the line; 21; found '/ 2'",
                "x = 1, a < b; 'if'; 8; found 'a < b'",
                "x = 1, if a; one of < ≤ > ≥ = ≠ |; 12; the line ends",
                "x = 1, if a < b or c < d; the end of the line; 22; found '< d'",
                "x = 1, if a < b and; a symbol, a number or a bracket; 20; the line ends",
                "x = 1.; a symbol, a number or a sign of the notation; 6; found '.'"
            })
    void isRefusedInOneSentence(String line, String expected, int column, String found) {
        assertThatThrownBy(() -> Line.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation '%s': expected %s at column %d, but %s".formatted(line, expected, column, found));
    }
}
