package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.rule.Sgd;
import org.gradus.schedule.Plateau;
import org.gradus.schedule.ReduceOnPlateau;
import org.junit.jupiter.api.Test;

/** A schedule that depends on the validation loss is told of it after each epoch, and again when a run is resumed or forked. */
class PlateauTest {
    /** With so large a threshold no loss counts as lower: every epoch but the first is one without an improvement. */
    private static final RuleWithRate HALVING =
            new RuleWithRate(new Sgd(), new ReduceOnPlateau(0.08, 0.5, new Plateau(0, 0.999, 0, 0), 0, 1e-8, 0));

    private static List<Double> ratesByEpoch(History history) {
        return history.steps().stream()
                .filter(step -> (step.step() - 1) % 5 == 0)
                .map(StepMetrics::learningRate)
                .toList();
    }

    @Test
    void theRateFallsWhenTheValidationLossDoesNot() {
        assertThat(ratesByEpoch(Recipes.plain(HALVING).run())).containsExactly(0.08, 0.08, 0.04, 0.02);
    }

    @Test
    void aRunThatIsResumedGoesOnWithItsRate() {
        TrainingRun first = Recipes.plain(HALVING).start();
        for (int i = 0; i < 12; i++) {
            first.step();
        }
        TrainingRun second = Recipes.plain(HALVING).start();
        second.resume(first.save());
        assertThat(second.finish()).isEqualTo(Recipes.plain(HALVING).run());
    }
}
