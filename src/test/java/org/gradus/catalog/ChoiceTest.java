package org.gradus.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class ChoiceTest {
    @Test
    void isWrittenAsItIsTyped() {
        Choice choice = Choice.parse(" adam : beta1 = 0.80 , epsilon=1E-6,k=+5. ");
        assertThat(choice.name()).isEqualTo("adam");
        assertThat(choice.options())
                .containsExactly(Map.entry("beta1", 0.8), Map.entry("epsilon", 1e-6), Map.entry("k", 5.0));
        assertThat(choice).hasToString("adam:beta1=0.8,epsilon=1e-6,k=5");
        assertThat(Choice.parse(choice.toString())).isEqualTo(choice);
        assertThat(Choice.parse("adam")).hasToString("adam");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adam:",
                "adam:beta1",
                "adam:beta1=",
                "adam:=1",
                "adam:a=1,",
                "adam:a=0x1p3",
                "adam:a=1d",
                "adam:a=NaN",
                "adam:a=1=2",
                "adam:a=٥"
            })
    void whatHasAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> Choice.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "'" + text + "': behind the colon stand names and numbers, as in adam:beta1=0.8");
    }

    @Test
    void anOptionTwiceAndNoNameAreRefused() {
        assertThatThrownBy(() -> Choice.parse("adam:a=1,a=1"))
                .hasMessage("'adam:a=1,a=1': a is given twice; leave one out");
        assertThatThrownBy(() -> Choice.parse(":a=1"))
                .hasMessage("':a=1': a name must come first, as in adam:beta1=0.8");
    }

    /** The decimals are those of the shortest-digits algorithm, as Python's repr gives them (a JDK before 19 has 2.0E-3 and longer ones). */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1", "64, 64", "1e-8, 1e-8", "0.001, 0.001", "2.2250738585072014E-308, 2.2250738585072014e-308",
                "4.9E-324, 5e-324",
        "2.0E-44, 2e-44", "5.684341886080802E-14, 5.684341886080802e-14", "1.0E23, 1e23",
                "9007199254740993, 9.007199254740992e15", "-0.25, -0.25", "0, 0",
        "-0.0, -0", "123456789012, 123456789012", "1.7976931348623157E308, 1.7976931348623157e308",
                "0.30000000000000004, 0.30000000000000004"
    })
    void numbersAreAsShortAsTheyCanBe(double number, String text) {
        assertThat(ShortestDecimal.text(number)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
    }

    @Test
    void aListIsSplitWhereAnotherChoiceBegins() {
        assertThat(Choice.list("sgd, adam:beta1=0.8,epsilon=1e-6,lookahead(adam):k=5"))
                .containsExactly("sgd", "adam:beta1=0.8,epsilon=1e-6", "lookahead(adam):k=5");
        assertThat(Choice.list("adam")).containsExactly("adam");
        assertThat(Choice.list("adam,,sgd")).containsExactly("adam", "", "sgd");
        assertThat(Choice.list("beta1=0.8,sgd")).containsExactly("beta1=0.8", "sgd");
    }
}
