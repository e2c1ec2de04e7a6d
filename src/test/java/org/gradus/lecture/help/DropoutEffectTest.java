package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gradus.experiment.plan.RunGroup;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class DropoutEffectTest {
    private final DropoutEffect figure = MadeFigures.get(DropoutEffect.class, "dropout");

    @Test
    void withWrongLabelsDropoutLowersTheValidationLossByATenthOrMore() {
        assertThat(DropoutEffect.loss(figure.wrongDropout())).isLessThan(0.9 * DropoutEffect.loss(figure.wrong()));
    }

    @Test
    void withRightLabelsItChangesLittle() {
        assertThat(DropoutEffect.loss(figure.rightDropout()) / DropoutEffect.loss(figure.right()))
                .isCloseTo(1, within(0.15));
    }

    @Test
    void withDropoutLessIsLearnedByHeart() {
        assertThat(training(figure.wrongDropout())).isGreaterThan(1.2 * training(figure.wrong()));
        assertThat(training(figure.rightDropout())).isGreaterThan(training(figure.right()));
    }

    private static double training(RunGroup group) {
        return Trials.last(group, epoch -> epoch.onTraining().loss());
    }
}
