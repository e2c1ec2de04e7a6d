package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.MadeFigures;
import org.gradus.lecture.help.Transfer.Begin;
import org.junit.jupiter.api.Test;

class FineTuningTest {
    private final FineTuning figure = MadeFigures.get(FineTuning.class, "fine-tuning");

    @Test
    void weightsFromATaskOnTheSameDigitsHelp() {
        assertThat(median(figure.parity(), Begin.PRE_TRAINED))
                .isGreaterThan(median(figure.parity(), Begin.FRESH) + 0.02);
    }

    @Test
    void thoseFromOtherDigitsDoNot() {
        assertThat(median(figure.otherDigits(), Begin.PRE_TRAINED))
                .isLessThan(median(figure.otherDigits(), Begin.FRESH) + 0.01);
    }

    @Test
    void aFrozenHiddenLayerIsWorseThanOneThatLearnsOn() {
        for (Map<Begin, List<Quartiles>> task : List.of(figure.otherDigits(), figure.parity())) {
            assertThat(median(task, Begin.FROZEN)).isLessThan(median(task, Begin.PRE_TRAINED));
        }
    }

    private double median(Map<Begin, List<Quartiles>> task, Begin begin) {
        return figure.withFew(task, begin).median();
    }
}
