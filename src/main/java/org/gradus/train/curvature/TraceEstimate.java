package org.gradus.train.curvature;

/**
 * An estimate of a trace: the mean of zᵀ H z over random z, with how far off it may be.
 *
 * @param mean the estimate
 * @param standardError the standard deviation of the mean: s / √n with the unbiased s² of the n products zᵀ H z. 0 if all are equal, as they
 *     are when H is diagonal
 * @param probes the number n of random vectors z
 */
public record TraceEstimate(double mean, double standardError, int probes) {}
