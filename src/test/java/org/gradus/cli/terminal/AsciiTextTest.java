package org.gradus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gradus.equation.Spelling;
import org.gradus.optim.rule.Adam;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class AsciiTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "θ_t = θ_{t−1} − η·m̂_t # theta_t = theta_{t-1} - eta*mHat_t",
                "β₁ ≤ 1, ‖g‖² ≥ 0 # beta1 <= 1, ||g||^2 >= 0",
                "from 10⁻³⁰⁰ to 10¹⁵⁰ # from 10^-300 to 10^150",
                "∇L, √x, ⌊n/2⌋, Σ, ∞, xᵢᵀ # gradL, sqrt(x), floor(n/2), sum, inf, x_i^T",
                "η / (√v̂_t + ε) √x_{t−1} √(2) √2 √a_t # eta / (sqrt(vHat_t) + epsilon) sqrt(x_{t-1}) sqrt(2) sqrt(2) sqrt(a_t)",
                "ḡ and ĝ # gBar and gHat",
                "θ′ … # thetaPrime ...",
                "├─ └─ │ ▶ → ½ ± # |- `- | > -> 1/2 +-",
                "θₜ₋₁ β₁ᵗ⁺¹ λᵏ ÷ 90° (1 + t)ᵞ # theta_t-1 beta1^t+1 lambda^k / 90 deg (1 + t)^gamma",
                "é 中 𝜃 # \\u00e9 \\u4e2d \\ud835\\udf03"
            })
    void everySignHasASpelling(String text, String ascii) {
        assertThat(AsciiText.pure().of(text)).isEqualTo(ascii).matches("\\p{ASCII}*");
    }

    @Test
    void lettersThatTheTerminalHasStay() {
        AsciiText spelling = AsciiText.where(Charset.forName("IBM850").newEncoder());
        assertThat(spelling.of("C:\\Users\\José: θ · 中")).isEqualTo("C:\\Users\\José: theta * \\u4e2d");
    }

    @Test
    void aPowerInTwoPiecesIsOne() {
        AsciiText spelling = AsciiText.pure();
        assertThat(spelling.of("10⁻") + spelling.of("³ x²")).isEqualTo("10^-3 x^2");
    }

    /** Every sign that stands in our code, but for the letters of people's names, and Chinese, which pictures speak and the console does not. */
    @Test
    void allSignsOfOurTextsAreKnown() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.getFileName()
                            .toString()
                            .matches("Latex(Signs|Math)\\.java")) // signs of pages, which no console shows
                    .toList()) {
                String code = Files.readString(file)
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("//.*", "")
                        .replaceAll("[\\p{ASCII}éü\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]", "");
                assertThat(AsciiText.pure().of(code)).as("%s in ASCII", file).doesNotContain("\\u");
            }
        }
    }

    @Test
    void linesOfARuleAreSpelledAsTheNotationSpellsThem() {
        String lines = new Adam().equations().toString();
        assertThat(AsciiText.pure().of(lines)).contains("theta_t = theta_{t-1} - ", Spelling.ascii("m̂_t"));
    }
}
