package org.gradus.chart.render.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

@InEveryLocale
class FontsTest {
    @Test
    void theUsualFontHasWhatMathematicsNeeds() {
        assertThat(Fonts.able(Look.TEXT, "θ₁ ∇∂∑∫≤ℝ η̂ ±∞ − 10⁻³ |σ| = √λ")).isEqualTo(Look.TEXT);
        assertThat(Fonts.family(Look.TEXT, "θ")).isEmpty();
    }

    @Test
    void takesAnotherThatHasAllLetters() {
        Font serif = new Font("DejaVu Serif", Font.PLAIN, 1);

        assertThat(Fonts.able(Look.TITLE, "abc", List.of(serif))).isEqualTo(serif.deriveFont(Font.BOLD, 17f));
    }

    @Test
    void takesThePlainFaceWhateverTheOrderInWhichJavaListsThem() {
        List<String> names = List.of("SansSerif.bold", "SansSerif.plain", "Serif.plain", "Dialog.bold");
        List<Font> fonts = new ArrayList<>(
                names.stream().map(name -> new Font(name, Font.PLAIN, 1)).toList());
        for (int turn = 0; turn < fonts.size(); turn++) {
            assertThat(Fonts.able(Look.TITLE, "abc", fonts).getName()).isEqualTo("SansSerif.plain");
            Collections.rotate(fonts, 1);
        }
    }

    /** The list of fonts is empty here, so that the test does not depend on what is installed. */
    @Test
    void saysWhatToInstallForChinese() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Fonts.able(Look.TEXT, "Adam 的軌跡", List.of()))
                .withMessage("charts: no font on this machine has all letters of 'Adam 的軌跡', '的' (7684 in Unicode) for"
                        + " one; install one that has, on Debian and Ubuntu: apt-get install fonts-noto-cjk");
    }
}
