package org.gradus.lecture.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.lecture.MadeFigures;
import org.junit.jupiter.api.Test;

class DropoutEffectTest {
    private final DropoutEffect figure = MadeFigures.get(DropoutEffect.class, "dropout");

    @Test
    void dropoutLowersTheValidationLossMoreIfLabelsAreWrong() {
        double wrong = DropoutEffect.gain(figure.wrong(), figure.wrongDropout());
        double right = DropoutEffect.gain(figure.right(), figure.rightDropout());
        assertThat(wrong).isGreaterThan(0.1);
        assertThat(right).isBetween(0.0, 0.8 * wrong);
    }

    @Test
    void withoutDropoutTheValidationLossRisesAgainIfLabelsAreWrong() {
        assertThat(DropoutEffect.loss(figure.wrong())).isGreaterThan(1.1 * lowest(figure.wrong()));
        assertThat(DropoutEffect.loss(figure.right())).isLessThan(1.1 * lowest(figure.right()));
    }

    private static double lowest(RunGroup group) {
        return group.byEpoch(epoch -> epoch.validation().loss()).stream()
                .mapToDouble(Quartiles::median)
                .min()
                .orElseThrow();
    }

    @Test
    void withDropoutFewerWrongLabelsAreLearnedByHeart() {
        assertThat(training(figure.wrongDropout())).isGreaterThan(1.2 * training(figure.wrong()));
    }

    private static double training(RunGroup group) {
        return Trials.last(group, epoch -> epoch.onTraining().loss());
    }
}
