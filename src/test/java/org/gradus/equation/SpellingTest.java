package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.optim.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Symbols in the lecture's spelling, in ASCII, and as code names them. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "m̂_t, mHat_t, mHat",
        "θ_{t−1}, theta_{t-1}, theta",
        "g̃_{t−1}, gTilde_{t-1}, gTilde",
        "ḡ_t, gBar_t, gBar",
        "β1, beta1, beta1",
        "ε̂, epsilonHat, epsilonHat",
        "θ′_t, thetaPrime_t, thetaPrime",
        "ρ_∞, rho_inf, rho_inf",
        "η_{min}, eta_{min}, eta_min",
        "T_w, T_w, T_w",
        "v_0, v_0, v",
        "μ_{t+1}, mu_{t+1}, mu",
        "Δθ_t, Deltatheta_t, Deltatheta",
        "lr, lr, lr",
        "x_λ, x_lambda, x_lambda"
    })
    void bothWays(String lecture, String ascii, String identifier) {
        assertThat(Spelling.ascii(lecture)).isEqualTo(ascii);
        assertThat(Spelling.lecture(ascii)).isEqualTo(lecture);
        assertThat(Spelling.identifier(lecture)).isEqualTo(identifier);
        assertThat(Symbol.canonical(identifier)).isEqualTo(Symbol.canonical(lecture));
    }

    @ParameterizedTest
    @CsvSource({
        "m_hat_t, m̂_t",
        "theta_tilde_{t-1}, θ̃_{t−1}",
        "mHat, m̂",
        "x_{hat}, x_{hat}",
        "alphabet, alphabet",
        "x′_t, x′_t"
    })
    void isReadAs(String written, String lecture) {
        assertThat(Spelling.lecture(written)).isEqualTo(lecture);
    }

    @ParameterizedTest
    @CsvSource({"g\u0304, ḡ", "\u1e21, ḡ", "µ, μ", "m_hat, m̂", "mHat_t, m̂", "eta_min, η_{min}", "theta, θ"})
    void aNameHasOneForm(String written, String canonical) {
        assertThat(Symbol.canonical(written))
                .isEqualTo(java.text.Normalizer.normalize(canonical, java.text.Normalizer.Form.NFC));
    }

    @Test
    void whatNoKeyboardHasIsRefused() {
        assertThatThrownBy(() -> Spelling.ascii("ш_t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "symbol 'ш': it has no spelling in ASCII; use a letter, or several Greek ones, with accents and"
                                + " digits behind, and the accents ˆ, ˜ and ¯");
        assertThatThrownBy(() -> Spelling.ascii("xΔ")).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<String> rules() {
        return RuleNames.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theLinesOfEveryRuleAreTheSameInAscii(String rule) {
        Equations equations = Rules.named(rule).equations();
        assertThat(equations.text(Spelling.ASCII)).matches("[\\p{ASCII}]+");
        assertThat(Equations.of(equations.text(Spelling.ASCII).split("\n")).lines())
                .isEqualTo(equations.lines());
    }

    @Test
    void adamsLastLine() {
        Line line = Line.parse("θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t");
        assertThat(line.text(Spelling.ASCII))
                .isEqualTo("theta_t = theta_{t-1} - eta / (sqrt(vHat_t) + epsilon) mHat_t");
    }

    @Test
    void aSymbolIsFoundByEitherSpellingAndWithoutItsStep() {
        List<String> symbols = List.of("η", "m̂_t", "g_{t−1}", "μ_{t+1}");
        assertThat(Stream.of("eta", "mHat_t", "m_hat_t", "mHat", "m̂", "g", "g_{t-1}", "mu")
                        .map(asked -> Spelling.find(asked, symbols, "step 1")))
                .containsExactly("η", "m̂_t", "m̂_t", "m̂_t", "m̂_t", "g_{t−1}", "g_{t−1}", "μ_{t+1}");
        assertThatThrownBy(() -> Spelling.find("vHat", symbols, "step 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "step 1: there is no symbol vHat; the symbols are η (eta), m̂_t (mHat_t), g_{t−1} (g_{t-1}),"
                                + " μ_{t+1} (mu_{t+1})");
    }
}
