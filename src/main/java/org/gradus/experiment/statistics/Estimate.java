package org.gradus.experiment.statistics;

/**
 * A number with its uncertainty.
 *
 * @param value the number, as the data have it; NaN where it is a mean of −∞ and ∞
 * @param interval where the true one may be
 */
public record Estimate(double value, Interval interval) {}
