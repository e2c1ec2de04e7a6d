/**
 * The run as a value: what is learned by what, and how, in one immutable description that every command, plan, journal, picture and checkpoint
 * shares.
 *
 * <p>A {@link org.gradus.experiment.RunSpec} has a value for each of the {@link org.gradus.experiment.Settings}, is checked at once, and has one
 * canonical text, whose hash is its identity. A {@link org.gradus.experiment.RunRecipe} makes the training of it, the same each time: one seed
 * means one split, one set of first weights, one order of batches. Data is opened once for many runs, on a
 * {@link org.gradus.experiment.DataShelf}. Many runs are in {@link org.gradus.experiment.plan}.
 */
package org.gradus.experiment;
