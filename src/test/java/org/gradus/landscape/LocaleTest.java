package org.gradus.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Digits are those of the code in every locale, so that messages can be compared. */
class LocaleTest {

    @Test
    void textsDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<String> expected = texts();
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(texts()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Landscape landscape : LandscapeSubjects.all()) {
            texts.add(landscape + landscape.formula() + landscape.citation() + landscape.bounds() + landscape.minima());
            texts.add(refusal(() -> landscape.value(new double[1234], 1)));
            texts.add(refusal(() -> landscape.value(landscape.start(), -1234)));
            texts.add(refusal(() -> landscape.bounds().contains(new double[1234])));
            texts.add(refusal(() -> Landscapes.named(landscape.name(), Map.of("dimensions", -1234.0))));
        }
        texts.add(refusal(() -> new GradientTable(new double[][] {{1}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}})));
        texts.add(refusal(() -> new GradientTable(new double[][] {{1}, {Double.NaN}})));
        return texts;
    }

    private static String refusal(Runnable call) {
        return String.valueOf(catchThrowable(call::run));
    }
}
