package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LaTeX of every kind of formula. What a TeX engine makes of it was looked at when these were written. */
class LatexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "m; m",
                "m_t; m_{t}",
                "m_{t−1}; m_{t-1}",
                "μ_{t+1}; \\mu_{t+1}",
                "g_0; g_{0}",
                "β1; \\beta_{1}",
                "β12; \\beta_{12}",
                "m̂_t; \\hat{m}_{t}",
                "g̃; \\tilde{g}",
                "ḡ_t; \\bar{g}_{t}",
                "ρ_∞; \\rho_{\\infty}",
                "η_{min}; \\eta_{\\mathrm{min}}",
                "T_w; T_{w}",
                "x_λ; x_{\\lambda}",
                "lr; \\mathrm{lr}",
                "ε; \\varepsilon",
                "φ; \\varphi",
                "Λ; \\Lambda",
                "θ′_t; {\\theta'}_{t}",
                "θ′′²; {\\theta''}^{2}",
                "T′_w; {T'}_{w}",
                "0.001; 0.001",
                "t; t",
                "−a; -a",
                "−(a + b); -\\left(a + b\\right)",
                "a + b − c; a + b - c",
                "a − (b + c); a - \\left(b + c\\right)",
                "a b; a\\, b",
                "2 a; 2\\, a",
                "a·2; a \\cdot 2",
                "a (b + c) d; a \\left(b + c\\right) d",
                "|a|·|b|; \\left|a\\right| \\left|b\\right|",
                "η / (√v + ε) m; \\frac{\\eta}{\\sqrt{v} + \\varepsilon}\\, m",
                "(a + b) / c; \\frac{a + b}{c}",
                "a^t; a^{t}",
                "(a b)²; \\left(a\\, b\\right)^{2}",
                "(a / b)^{t + 1}; \\left(\\frac{a}{b}\\right)^{t + 1}",
                "√(a + b); \\sqrt{a + b}",
                "(√a)²; \\left(\\sqrt{a}\\right)^{2}",
                "|a|; \\left|a\\right|",
                "‖a‖; \\left\\|a\\right\\|",
                "mean(a); \\operatorname{mean}\\left(a\\right)",
                "⌊a⌋; \\left\\lfloor a\\right\\rfloor",
                "max(a, b); \\max\\left(a, b\\right)",
                "min(a, b); \\min\\left(a, b\\right)",
                "Clip(a, b, c); \\mathrm{Clip}\\left(a, b, c\\right)",
                "cos(π t); \\cos\\left(\\pi\\, t\\right)",
                "ln(a); \\ln\\left(a\\right)",
                "sign(a); \\operatorname{sign}\\left(a\\right)",
                "exp(a); \\exp\\left(a\\right)",
                "Θ_ι; \\Theta_{\\iota}",
                "pᵀq; p^\\top q",
                "(p + q)ᵀr; \\left(p + q\\right)^\\top r",
                "Σ_{τ=0}^{t−1} g_τ²; \\sum_{\\tau=0}^{t - 1} g_{\\tau}^{2}",
                "Σ_{i=0}^{t} (a g_i); \\sum_{i=0}^{t} \\left(a\\, g_{i}\\right)",
                "∇L(θ_t); \\nabla L\\left(\\theta_{t}\\right)"
            })
    void formulas(String formula, String latex) {
        assertThat(Line.parse("x = " + formula).latex()).isEqualTo("x &= " + latex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a < b; a < b",
                "a ≤ b; a \\le b",
                "a > b; a > b",
                "a ≥ b; a \\ge b",
                "a = b; a = b",
                "a ≠ b; a \\ne b",
                "k | t; k \\mid t",
                "k | t and a < b and b < c; k \\mid t \\text{ and } a < b \\text{ and } b < c"
            })
    void conditions(String condition, String latex) {
        assertThat(Line.parse("x = 1, if " + condition).latex()).isEqualTo("x &= 1 && \\text{if } " + latex);
    }

    @Test
    void linesAreAlignedAtTheirEqualsSigns() {
        assertThat(Equations.of("m_0 = 0", "m_t = λ m_{t−1}", "θ_t = θ_{t−1} − m_t, if t > 1")
                        .latex())
                .isEqualTo("""
                        \\begin{align*}
                          m_{0} &= 0 \\\\
                          m_{t} &= \\lambda\\, m_{t-1} \\\\
                          \\theta_{t} &= \\theta_{t-1} - m_{t} && \\text{if } t > 1
                        \\end{align*}
                        """);
    }
}
