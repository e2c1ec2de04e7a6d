package org.gradus.nn;

/** What a forward pass is for. It is an argument of every pass, never a state of the model. */
public enum Mode {
    /** Learning: normalization uses the batch's statistics and updates the running ones, dropout drops. */
    TRAINING,
    /** Prediction: normalization uses the running statistics, dropout does nothing; the model does not change. */
    EVALUATION
}
