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
}
