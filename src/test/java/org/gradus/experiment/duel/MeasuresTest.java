package org.gradus.experiment.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.junit.jupiter.api.Test;

/** Made-up runs whose numbers one can compute by hand: 90 training examples of iris in batches of 30 are 3 steps an epoch. */
class MeasuresTest {
    private static final RunSpec IRIS = RunSpec.of("data=iris batch-size=30 epochs=2 evaluate-test=yes");
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static EpochMetrics epoch(int epoch, double trainingLoss, double trainingAccuracy, double accuracy) {
        return new EpochMetrics(
                epoch, new Evaluation(trainingLoss, trainingAccuracy), new Evaluation(1 - accuracy, accuracy));
    }

    private static RunResult run(Outcome outcome, Evaluation test, EpochMetrics... epochs) {
        return new RunResult(
                IRIS,
                "id",
                "data",
                new History(List.of(), List.of(epochs), outcome),
                Optional.ofNullable(test),
                Optional.empty(),
                "fingerprint",
                12,
                Map.of());
    }

    /** Accuracies of 0.2, 0.6, 0.9 on validation data; in the end a training loss of 0.25. */
    private static RunResult sound(double testAccuracy) {
        return run(
                new Outcome.Completed(),
                new Evaluation(0.75, testAccuracy),
                epoch(0, 2, 0.25, 0.2),
                epoch(1, 1, 0.75, 0.6),
                epoch(2, 0.25, 1, 0.9));
    }

    private static RunResult diverged() {
        return run(new Outcome.Diverged(4, "the loss is NaN"), null, epoch(0, 2, 0.25, 0.2), epoch(1, 1e-9, 1, 0.99));
    }

    private static Map<Aspect, Pairs> pairs(boolean labels) {
        return new Measures(
                        List.of(sound(0.875), sound(0.875)),
                        List.of(sound(0.5), diverged()),
                        new Target(true, 0.75),
                        new DataShelf())
                .pairs(labels);
    }

    /** 0.75 lies half-way between epochs 1 and 2, after 4.5 of 6 steps, hence 9 of 12 seconds. */
    @Test
    void eachQuestionHasItsNumberAndItsBetterSide() {
        Map<Aspect, Pairs> pairs = pairs(true);
        assertAnswer(pairs.get(Aspect.SPEED), "steps to 75 %", true, 4.5, 4.5, INFINITY);
        assertAnswer(pairs.get(Aspect.TIME), "seconds to 75 %", true, 9, 9, INFINITY);
        assertAnswer(pairs.get(Aspect.TRAINING), "final training loss", true, 0.25, 0.25, INFINITY);
        assertAnswer(pairs.get(Aspect.TEST), "test accuracy", false, 87.5, 50, -INFINITY);
        assertAnswer(pairs.get(Aspect.GAP), "generalization gap", true, 12.5, 50, INFINITY);
        assertAnswer(pairs.get(Aspect.FAILURES), "diverged runs", true, 0, 0, 1);
        assertThat(pairs.get(Aspect.SPREAD).question().lowerIsBetter()).isTrue();
        assertThat(pairs.keySet()).containsExactly(Aspect.values());
    }

    @Test
    void withoutLabelsLossesAreCompared() {
        Map<Aspect, Pairs> pairs = pairs(false);
        assertAnswer(pairs.get(Aspect.TEST), "test loss", true, 0.75, 0.75, INFINITY);
        assertAnswer(pairs.get(Aspect.GAP), "generalization gap", true, 0.5, 0.5, INFINITY);
    }

    private static void assertAnswer(
            Pairs pairs, String name, boolean lowerIsBetter, double first, double second, double ofDiverged) {
        assertThat(pairs.question().name()).isEqualTo(name);
        assertThat(pairs.question().lowerIsBetter()).as(name).isEqualTo(lowerIsBetter);
        assertThat(pairs.first()).as(name).containsExactly(new double[] {first, first}, within(1e-12));
        assertThat(pairs.second()[0]).as(name).isCloseTo(second, within(1e-12));
        assertThat(pairs.second()[1]).as(name).isEqualTo(ofDiverged);
    }
}
