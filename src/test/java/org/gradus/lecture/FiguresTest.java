package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.chart.Theme;
import org.gradus.view.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @ValueSource(strings = {"5", "05", "bias-correction", "Bias-Correction", " 05-bias-correction "})
    void aFigureIsMeantByNumberNameOrFile(String typed) {
        assertThat(Figures.meant(List.of(typed)).stream().map(FigureEntry::number))
                .containsExactly(5);
    }

    @Test
    void severalAreInTheOrderOfTheirNumbersAndEachOnce() {
        assertThat(Figures.meant(List.of("34", "5", "bias-correction")).stream().map(FigureEntry::number))
                .containsExactly(5, 34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999", "-1", "", "5x", "99999999999999999999"})
    void whatIsNoFigureIsRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.meant(List.of(typed)))
                .withMessageStartingWith("there is no figure ");
    }

    @Test
    void theReceiptOfAnOrderIsReadAgain() {
        for (Theme theme : Theme.values()) {
            for (Language language : Language.values()) {
                for (Effort effort : Effort.values()) {
                    FigureOrder order = new FigureOrder(theme, language, effort);
                    String command =
                            order.receipt(Figures.catalog().get("family-tree")).command();
                    assertThat(FigureOrder.ofCommand(command)).contains(order);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gradus trace adam",
                "gradus figures --only 5 --theme pink",
                "gradus figures --only 5; rm -r x"
            })
    void otherCommandsAreNoOrder(String command) {
        assertThat(FigureOrder.ofCommand(command)).isEmpty();
    }

    @Test
    void aStudyIsMadeOnce() throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        Workshop workshop = Workshop.of(Effort.QUICK);
        for (int i = 0; i < 3; i++) {
            assertThat(workshop.shared(Integer.class, w -> made.incrementAndGet()))
                    .isEqualTo(1);
        }
    }

    @Test
    void effortSaysHowMany() {
        assertThat(Workshop.of(Effort.QUICK).count(2, 10)).isEqualTo(2);
        assertThat(Workshop.of(Effort.FULL).count(2, 10)).isEqualTo(10);
    }
}
