package org.gradus.train.curvature;

import org.gradus.train.Evaluation;

/**
 * How well a model does at a point on the line (1 − α) a + α b.
 *
 * @param alpha the place α
 * @param training on the training data
 * @param other on the other data
 */
public record LinePoint(double alpha, Evaluation training, Evaluation other) {}
