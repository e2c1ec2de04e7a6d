package org.gradus.train;

import java.util.Optional;
import org.gradus.data.Split;
import org.gradus.nn.Layer;

/**
 * When and on what a model is judged: always on the validation data, before training, after every so many epochs and after the last.
 *
 * @param everyEpochs after how many epochs, at least 1
 * @param onTraining whether on the training data too
 * @param onTest whether on the test data too
 */
public record Judging(int everyEpochs, boolean onTraining, boolean onTest) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Judging {
        Aids.require(everyEpochs >= 1, "epochs from one evaluation to the next", "at least 1", everyEpochs);
    }

    /** Whether an epoch is followed by an evaluation that counts; one after the last epoch may be there for the record only. */
    boolean isDue(int epoch) {
        return epoch % everyEpochs == 0;
    }

    /** What a model is like after an epoch. */
    EpochMetrics measure(int epoch, Layer model, Split data, Task task) {
        return new EpochMetrics(
                epoch,
                onTraining ? Optional.of(Evaluation.of(model, data.training(), task)) : Optional.empty(),
                Evaluation.of(model, data.validation(), task),
                onTest ? Optional.of(Evaluation.of(model, data.test(), task)) : Optional.empty());
    }
}
