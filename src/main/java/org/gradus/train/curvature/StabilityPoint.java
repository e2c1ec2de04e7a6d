package org.gradus.train.curvature;

/**
 * How sharp the loss is where a step is taken from, and how sharp it may be for that step to be stable.
 *
 * @param step the number t of the step, 1 for the first
 * @param loss the training loss L(θ_{t−1})
 * @param sharpness the largest eigenvalue of P⁻¹ ∇²L(θ_{t−1}), with the P that the step divides by; for rules that do not divide, of ∇²L
 * @param threshold the {@linkplain StabilityLine edge} c/η at the step's learning rate
 */
public record StabilityPoint(long step, double loss, double sharpness, double threshold) {}
