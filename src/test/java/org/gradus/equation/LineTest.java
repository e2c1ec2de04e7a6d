package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
                "x_t = 1, where s_t=0; x_t = 1, where s_t = 0",
                "x_t = 1, where s_t > 0 and a ≠ b; x_t = 1, where s_t > 0 and a ≠ b",
                "x_t = 1, if t>1, where s_t=0; x_t = 1, if t > 1, where s_t = 0",
                "x_t = 1, if t>1 where s_t=0; x_t = 1, if t > 1, where s_t = 0",
                "x = a / max(mean(b),0.5); x = a / max(mean(b), 0.5)",
                "x = sign(a) exp(−t) log(b); x = sign(a) exp(−t) ln(b)",
                "x = 1e-3 + 2E+2; x = 0.001 + 200",
                "x = η(1 − β1) + a(b); x = η (1 − β1) + a b",
                "x = T_w(a + b) + m̂_t(a − b); x = T_w (a + b) + m̂_t (a − b)",
                "x = lr (a + b); x = lr (a + b)",
                "x_t = µ_t + ϵ; x_t = μ_t + ε",
                "theta_t = theta_{t-1} - eta / (sqrt(vHat_t) + epsilon) mHat_t; θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t",
                "theta_t = theta_{t-1} - eta / (sqrt(v_hat_t) + epsilon) m_hat_t; θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t",
                "x = a*b*2 + b^2; x = a b·2 + b²",
                "x = 1, if a <= b and b != c and c >= a; x = 1, if a ≤ b and b ≠ c and c ≥ a",
                "x = dot(p, q) + norm(a) + floor(b) + abs(c); x = pᵀq + ‖a‖ + ⌊b⌋ + |c|",
                "x = sum_{tau=0}^{t-1} g_tau^2; x = Σ_{τ=0}^{t − 1} g_τ²",
                "m_t = gradL(theta_{t-1}); m_t = ∇L(θ_{t−1})",
                "sum_t = sum_{t-1} + gradL; sum_t = sum_{t−1} + gradL",
                "x = rho_inf + T_mult + x_lambda + x_{lambda}; x = ρ_∞ + T_{mult} + x_λ + x_{lambda}",
                "theta'_t = theta_prime_t + thetaPrime_t; θ′_t = θ′_t + θ′_t",
                "eta_bar_{min} = etaBar_min; η̄_{min} = η̄_{min}",
                "x = alphabet + betaBar1 + psipi; x = alphabet + β̄1 + ψπ",
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

    /** A word before a bracket would otherwise be a factor, and the mistake be found out late. */
    @ParameterizedTest
    @CsvSource({"tanh", "softplus", "Max", "sin"})
    void aWordDirectlyBeforeABracketIsRefusedUnlessItIsAFunction(String word) {
        assertThatThrownBy(() -> Line.parse("x_t = 2 " + word + "(g_{t−1})"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation 'x_t = 2 " + word + "(g_{t−1})': expected one of the functions sqrt, abs, norm,"
                        + " mean, floor, max, min, Clip, sign, exp, cos, ln, NewtonSchulz, eigenvectors, orthonormal, columnsBy, rowsBy, dot, transpose before a bracket, or a space between the"
                        + " factors of a product, at column 9, but found '" + word + "(g_{t−1})'");
    }

    @Test
    void linesOfAnyDepthAndLengthAreReadOrRefused() {
        assertThat(Line.parse("x = " + "(".repeat(150) + "a" + ")".repeat(150)).text())
                .isEqualTo("x = a");
        for (String open : List.of("(", "√", "|", "sqrt(", "√(", "⌊", "∇L(")) {
            assertThatThrownBy(() -> Line.parse("x = " + open.repeat(600)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected at most 200 brackets and roots inside one another at column ");
        }
        assertThatThrownBy(() -> Line.parse("x = a" + " + a".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "expected the end of the line, which has at most 4000 characters, at column 4001");
        String long1 = "x = a" + " + a".repeat(990);
        assertThat(Line.parse(long1).text()).isEqualTo(long1);
    }

    @Test
    void aConstantHasNoElementsToChooseFrom() {
        assertThatThrownBy(() -> Line.parse("a = 1, where b = 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("equation: a is the same at every step, so that 'where b = 0' has nothing to choose from;"
                        + " write 'if', or give it the subscript t");
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
                "x = aᵀ); the end of the line; 7; found ')'",
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
                "x = 1, a < b; 'if' or 'where'; 8; found 'a < b'",
                "x = 1, if a < b,; 'where'; 17; the line ends",
                "x_t = 1, where a < b, if b < c; the end of the line; 21; found ', if b < c'",
                "x = if; a symbol, a number or a bracket; 5; found 'if'",
                "where = 1; a symbol, a number or a bracket; 1; found 'where = 1'",
                "max = 1; a symbol, a number or a bracket; 1; found 'max = 1'",
                "Σ_t = 1; a symbol, a number or a bracket; 1; found 'Σ_t = 1'",
                "Σx_t = 1; a symbol, a number or a bracket; 1; found 'Σx_t = 1'",
                "x = a Σ_{i=0}^{t} g_i; a symbol, a number or a bracket; 7; found 'Σ_{i=0}^{t} g_i'",
                "x = Σ_{(=0}^{t} g_i; the index of a sum, which the clock t is not,; 8; found '(=0}^{t} g_i'",
                "x = Σ_{t=0}^{3} g_t; the index of a sum, which the clock t is not,; 8; found 't=0}^{3} g_t'",
                "x = a_); a subscript; 7; found ')'",
                "x = a_{(}; a subscript; 8; found '(}'",
                "x = a_{t−12345678901}; a step of at most 9 digits in the subscript before; 21; found '}'",
                "x = 1e999; a number that is finite as a double; 5; found '1e999'",
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
