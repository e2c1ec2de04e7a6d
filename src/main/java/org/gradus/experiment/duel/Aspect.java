package org.gradus.experiment.duel;

/** What a duel asks about its contenders, in the order in which to read the answers. */
public enum Aspect {
    /** After how many steps the target is reached. */
    SPEED,
    /** After how many seconds: those of this machine, and of what else it had to do. Judged beside the others, and no part of a fingerprint. */
    TIME,
    /** The loss on the training data in the end. */
    TRAINING,
    /** The accuracy, or else the loss, on the test data in the end. */
    TEST,
    /** By how much training data is done better than test data. */
    GAP,
    /** How far the results of several seeds lie from one another. */
    SPREAD,
    /** Which runs diverged. */
    FAILURES
}
