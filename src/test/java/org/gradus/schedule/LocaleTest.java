package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Digits are those of the code in every locale, so that lines can be read again and messages compared. */
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
        for (String name : Schedules.names()) {
            Schedule schedule = Schedules.named(name, 0.25, 1000, Map.of("linearWarmUp", 12.0));
            texts.add(schedule.toString() + schedule.name() + schedule.equations());
            texts.add(refusal(() -> Schedules.named(name, -1, 1000, Map.of())));
            texts.add(refusal(() -> Schedules.named(name, 1, 1000, Map.of("at12345", 1.0, "linearWarmUp", 1.5))));
        }
        texts.add(refusal(() -> new OneCycle(0, 1, 0, 1234, 1.0 / 1234)));
        texts.add(refusal(() -> new Piecewise(List.of(1234L), List.of())));
        texts.add(refusal(() -> new Piecewise(List.of(1234L, 1233L), List.of())));
        texts.add(refusal(() -> new Cosine(1, 0, -1234)));
        return texts;
    }

    private static String refusal(Runnable call) {
        return String.valueOf(catchThrowable(call::run));
    }
}
