package org.gradus.experiment;

import org.gradus.train.History;

/**
 * One rule, trained with one seed.
 *
 * @param rule the rule's name
 * @param seed the seed of weights and batch order
 * @param history what was measured
 */
public record Run(String rule, long seed, History history) {}
