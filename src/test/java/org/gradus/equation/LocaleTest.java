package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Text does not depend on where it is read. */
class LocaleTest {
    @Test
    void messagesAndLinesAreTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat("%d".formatted(12))
                    .as("this locale has digits of its own")
                    .isNotEqualTo("12");
            Equations equations =
                    Equations.of("x_12 = 0.25", "x_t = 1e-3 x_{t−12} + 10^{−2}, if 12 | t", "θ_t = 34 x_{t+5}");
            assertThat(equations.text())
                    .isEqualTo("x_12 = 0.25\nx_t = 0.001 x_{t−12} + 10^{−2}, if 12 | t\nθ_t = 34 x_{t+5}");
            assertThat(Equations.of(equations.text(Spelling.ASCII).split("\n"))).isEqualTo(equations);
            assertThat(equations.latex()).contains("x_{12} &= 0.25", "10^{-2}");
            assertThatThrownBy(() -> Line.parse("x = 1 +")).hasMessageContaining("at column 8, but");
            assertThatThrownBy(() -> equations.with("a, b", 1))
                    .hasMessageContaining("2 symbols in 'a, b' and 1 values");
            assertThatThrownBy(() -> equations.at(12).value("q"))
                    .hasMessageContaining("x_{t+5} has no value at t = 12;");
            Recurrence recurrence = new Recurrence(equations, new double[3]);
            assertThatThrownBy(() -> recurrence.step(1, point -> new double[3]))
                    .hasMessageContaining("x_{t+5} has no value at step 1;");
            Expression sum = Line.parse("θ_t = θ_{t−1} + g_{t−1}").right();
            Recurrence other = new Recurrence(Equations.of("θ_t = " + sum.text()), new double[3]);
            assertThatThrownBy(() -> other.step(1, point -> new double[2]))
                    .hasMessage("equation: a vector of 3 numbers meets one of 2; give both the same size");
            assertThatThrownBy(() -> other.step(1, point -> new double[3]).line("θ", 7))
                    .hasMessage("step 1: θ_t has the elements 0 to 2, there is no element 7");
            Recurrence compared = new Recurrence(Equations.of("θ_t = 1, if θ_{t−1} > 0"), new double[12]);
            assertThatThrownBy(() -> compared.step(1, point -> point)).hasMessageContaining("a vector of 12 numbers");
        } finally {
            Locale.setDefault(before);
        }
    }
}
