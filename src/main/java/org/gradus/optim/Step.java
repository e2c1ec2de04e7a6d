package org.gradus.optim;

/**
 * Which step a rule is to take.
 *
 * @param t the number of the step, 1 for the first, as in the lecture's 1 − β^t
 * @param eta the learning rate η in force
 */
public record Step(long t, double eta) {}
