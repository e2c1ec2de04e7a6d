/**
 * Seeded, repeatable runs, several under equal conditions, and their statistics.
 *
 * <p>In a {@link org.gradus.experiment.Comparison} every rule gets, seed by seed, the same first weights and the same order of batches. Runs
 * may go side by side in several threads; what they compute does not depend on it, and the
 * {@linkplain org.gradus.experiment.ComparisonResult#fingerprint() fingerprint} proves it. {@link org.gradus.experiment.DataSources} finds data by the words for
 * it.
 */
package org.gradus.experiment;
