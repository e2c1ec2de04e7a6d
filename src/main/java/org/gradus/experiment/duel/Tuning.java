package org.gradus.experiment.duel;

import org.gradus.experiment.plan.Results;

/**
 * What tuning found.
 *
 * @param first the first contender
 * @param second the second contender
 * @param target what counts as having learned, for the question of speed
 * @param results all its runs
 */
public record Tuning(Tuned first, Tuned second, Target target, Results results) {}
