package org.gradus.train;

/**
 * What was measured at the end of an epoch, on all data and in evaluation mode.
 *
 * @param epoch the epoch, from 1; 0 before training
 * @param training on the training data
 * @param validation on the validation data
 */
public record EpochMetrics(int epoch, Evaluation training, Evaluation validation) {
    /** {@return the generalization gap: training accuracy minus validation accuracy} */
    public double accuracyGap() {
        return training.accuracy() - validation.accuracy();
    }

    /** What was measured, rounded, as in {@code epoch 3: training loss 0.1234, accuracy 0.9712; validation loss 0.2345, accuracy 0.9500}. */
    @Override
    public String toString() {
        return "epoch %s: training %s; validation %s".formatted(epoch, training, validation);
    }
}
