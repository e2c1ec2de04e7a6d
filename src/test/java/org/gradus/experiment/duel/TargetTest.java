package org.gradus.experiment.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InEveryLocale
class TargetTest {
    private static EpochMetrics epoch(int epoch, double loss, double accuracy) {
        Evaluation evaluation = new Evaluation(loss, accuracy);
        return new EpochMetrics(epoch, evaluation, evaluation);
    }

    private static final List<EpochMetrics> RUN =
            List.of(epoch(0, 2, 0.1), epoch(1, 1, 0.5), epoch(2, 0.5, 0.9), epoch(4, 0.6, 0.8));

    /** Ten steps an epoch; 0.7 lies half-way between 0.5 and 0.9, a loss of 0.75 half-way between 1 and 0.5. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 0", "0.1, 0", "0.5, 10", "0.7, 15", "0.9, 20",
    })
    void stepsAreCountedBetweenEpochs(double accuracy, double steps) {
        assertThat(new Target(true, accuracy).steps(RUN, epoch -> 10L * epoch)).isCloseTo(steps, within(1e-12));
    }

    @Test
    void aLossIsReachedFromAbove() {
        assertThat(new Target(false, 0.75).steps(RUN, epoch -> 10L * epoch)).isEqualTo(15);
        assertThat(new Target(true, 0.95).steps(RUN, epoch -> 10L * epoch)).isInfinite();
        assertThat(new Target(false, 0.4).steps(RUN, epoch -> 10L * epoch)).isInfinite();
        List<EpochMetrics> wild = List.of(epoch(0, Double.NaN, 0.1), epoch(1, 0.3, 0.5));
        assertThat(new Target(false, 0.4).steps(wild, epoch -> 10L * epoch)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"95%, 95 %", "' 0.955 ', 95.5 %", "1, 100 %", "loss=0.25, a loss of 0.25"})
    void whatIsTypedIsRead(String typed, String text) {
        assertThat(Target.parse(typed)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "95, 'target: expected an accuracy, more than 0 and at most 1, such as 0.95, found 95.0'",
        "0, 'target: expected an accuracy, more than 0 and at most 1, such as 0.95, found 0.0'",
        "NaN, 'target: expected an accuracy, more than 0 and at most 1, such as 0.95, found NaN'",
        "loss=NaN, 'target: expected a loss, such as 0.2, found NaN'",
        "good, 'target: expected an accuracy, as 95% or 0.95, or a loss, as loss=0.2, found ''good'''",
    })
    void whatIsNoTargetIsRefused(String typed, String message) {
        assertThatThrownBy(() -> Target.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void theUsualTargetIsALittleLessThanWhatBothReach() {
        assertThat(Target.below(0.975)).isEqualTo(new Target(true, 0.96));
        assertThat(Target.below(0.001)).isEqualTo(new Target(true, 0.01));
        assertThat(Target.above(0.123)).isEqualTo(new Target(false, 0.14));
    }
}
