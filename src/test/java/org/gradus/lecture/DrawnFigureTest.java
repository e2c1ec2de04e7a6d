package org.gradus.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.chart.Theme;
import org.gradus.testing.InEveryLocale;
import org.gradus.view.Language;
import org.gradus.view.Receipt;
import org.junit.jupiter.api.Test;

@InEveryLocale
class DrawnFigureTest {
    private static final FigureEntry ENTRY = Figures.catalog().get("range-test");
    private static final Figure FIGURE = MadeFigures.get(ENTRY);

    private static DrawnFigure drawn(Theme theme, Language language) {
        return new DrawnFigure(ENTRY, FIGURE, new FigureOrder(theme, language, Effort.QUICK));
    }

    @Test
    void theReceiptHasTheRunsWithTheirSeedsApart() {
        Receipt receipt = drawn(Theme.LIGHT, Language.EN).receipt();
        assertThat(receipt.runs()).isNotEmpty().doesNotHaveDuplicates().noneMatch(run -> run.contains("seed="));
        assertThat(receipt.seeds()).isNotEmpty().isSorted().doesNotHaveDuplicates();
        assertThat(receipt.command()).isEqualTo("gradus figures --only 16 --effort quick");
    }

    @Test
    void theNumbersAreTheSameInEveryThemeAndLanguage() {
        DrawnFigure english = drawn(Theme.LIGHT, Language.EN);
        DrawnFigure chinese = drawn(Theme.DARK, Language.ZH);
        assertThat(chinese.fingerprint()).isEqualTo(english.fingerprint());
        assertThat(chinese.table()).isEqualTo(english.table());
        assertThat(chinese.receipt().caption()).isNotEqualTo(english.receipt().caption());
    }
}
