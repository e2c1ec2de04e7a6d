package org.gradus.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradus.equation.Equations;
import org.gradus.optim.Rules;
import org.gradus.schedule.ScheduleText;
import org.gradus.schedule.Schedules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

class LatexMathTest {
    /** By MathML Core, https://www.w3.org/TR/mathml-core/: what each element is for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a+b | <mi>a</mi><mo>+</mo><mi>b</mi>",
                "x_i | <msub><mi>x</mi><mrow><mi>i</mi></mrow></msub>",
                "x^{10} | <msup><mi>x</mi><mrow><mrow><mn>10</mn></mrow></mrow></msup>",
                "v_t^2 | <msubsup><mi>v</mi><mrow><mi>t</mi></mrow><mrow><mrow><mn>2</mn></mrow></mrow></msubsup>",
                "f' | <msup><mi>f</mi><mrow><mo>′</mo></mrow></msup>",
                "-1.5 | <mo>−</mo><mn>1.5</mn>",
                "\\sqrt[3]{x} | <mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>",
                "\\alpha\\nabla | <mi>α</mi><mi mathvariant=\"normal\">∇</mi>",
                "a \\le b | <mi>a</mi><mo>≤</mo><mi>b</mi>",
                "a < b | <mi>a</mi><mo>&lt;</mo><mi>b</mi>",
                "\\text{if } x | <mtext>if\u00a0</mtext><mi>x</mi>",
                "\\mathrm{RMS} | <mi mathvariant=\"normal\">RMS</mi>",
                "\\log x | <mi mathvariant=\"normal\">log</mi><mspace width=\"0.17em\"></mspace><mi>x</mi>",
                "\\max(x) | <mi mathvariant=\"normal\">max</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>",
                "\\mathbb{R} | <mi mathvariant=\"normal\">ℝ</mi>",
                "\\beta₁ | <mi>β</mi><msub><mrow></mrow><mn>1</mn></msub>"
            })
    void oneForEach(String latex, String mathml) {
        assertThat(LatexMath.inline(latex)).isEqualTo("<math><mrow>" + mathml + "</mrow></math>");
    }

    @Test
    void fractionsAreMadeOfTwoArguments() {
        assertThat(LatexMath.inline("\\frac{a}{b}"))
                .contains("<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>");
        assertThat(LatexMath.inline("\\frac 1 2"))
                .contains("<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>");
    }

    @Test
    void sumsHaveTheirLimitsAboveAndBelowOnlyInADisplay() {
        String sum = "\\sum_{i=1}^n x_i";
        assertThat(LatexMath.display(sum)).contains("<munderover><mo>∑</mo>");
        assertThat(LatexMath.inline(sum)).contains("<msubsup><mo>∑</mo>");
    }

    @Test
    void bracketsGrow() {
        assertThat(LatexMath.inline("\\left( x \\right]"))
                .contains("<mo form=\"prefix\" stretchy=\"true\" fence=\"true\">(</mo>")
                .contains("<mo form=\"postfix\" stretchy=\"true\" fence=\"true\">]</mo>");
        assertThat(LatexMath.inline("\\left. x \\right|")).doesNotContain(">.<");
    }

    @Test
    void linesAreRowsOfATable() {
        String math = LatexMath.display("\\begin{align*} a &= b \\\\ c &= d && \\text{if } e \\\\ \\end{align*}");
        assertThat(math.split("<mtr>")).hasSize(3);
        assertThat(math.split("<mtd>")).hasSize(7);
        assertThat(math).contains("<mtable class=\"aligned\" displaystyle=\"true\">");
        assertThat(LatexMath.display("\\begin{cases} x & y \\\\ 0 & z \\end{cases}"))
                .contains(">{</mo><mtable class=\"cases\">");
        assertThat(LatexMath.display("\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}"))
                .contains(">(</mo><mtable class=\"matrix\">");
    }

    static Stream<String> libraryEquations() {
        Stream<Equations> rules =
                Rules.names().stream().map(name -> Rules.named(name).equations());
        Stream<Equations> schedules = Schedules.names().stream()
                .map(name -> ScheduleText.parse(name).schedule(0.1, 1000).equations());
        return Stream.concat(rules, schedules).map(Equations::latex);
    }

    /** Whatever a lesson may show of a rule; and what comes out is well-formed. */
    @ParameterizedTest
    @MethodSource("libraryEquations")
    void allLinesOfTheLibraryAreKnown(String latex) throws Exception {
        String math = LatexMath.display(latex);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new java.io.StringReader(math)));
        assertThat(math).contains("<mtable class=\"aligned\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\foo x | there is no \\foo in the LaTeX that the book knows; write it with what lessons use",
                "\\begin{tikz} x \\end{tikz} | there is no environment 'tikz' in the LaTeX that the book knows; take align*, cases, pmatrix or bmatrix",
                "\\begin{cases} x \\end{matrix} | \\begin{cases} ends with \\end{matrix}",
                "{x | a '}' is missing",
                "x} | there is a '}' without its beginning",
                "\\left( x | a '\\right' is missing",
                "\\frac{1} | it ends too early",
                "x_1_2 | there are two '_' at one place; put the first with its letter into braces",
                "x^2^3 | there are two '^' at one place; put the first with its letter into braces",
                "x^10 | of 10 LaTeX would take the first digit only; put it into braces",
                "\\left x \\right) | after \\left a bracket is expected, found 'x'",
                "\\mathbb{q} | there is no \\mathbb{q} here; the letters are R N Z Q C E P 1",
                "\\mathrm x | words in braces are expected, found 'x'"
            })
    void whatIsUnknownIsRefused(String latex, String why) {
        assertThatThrownBy(() -> LatexMath.inline(latex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the formula '%s': %s", latex, why);
    }
}
