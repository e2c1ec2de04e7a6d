package org.gradus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That a class sees all locales, and the next class none of them. */
class InEveryLocaleTest {
    private static final Set<String> SEEN = new LinkedHashSet<>();
    private static Locale before;

    @BeforeAll
    static void rememberTheDefault() {
        before = Locale.getDefault();
        SEEN.clear();
    }

    @Nested
    @InEveryLocale
    class Subject {
        @Test
        void isRunUnderALocale() {
            assertThat(SEEN.add("%d %.1f ".formatted(12, 0.5) + "TITLE".toLowerCase()))
                    .isTrue();
        }
    }

    @AfterAll
    static void allWereSeenAndTheDefaultIsBack() {
        assertThat(SEEN).containsExactly("12 0.5 title", "١٢ ٠٫٥ tıtle");
        assertThat(Locale.getDefault()).isEqualTo(before);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(before);
    }
}
