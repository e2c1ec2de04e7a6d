/**
 * The training loop, its listeners, and the history it leaves.
 *
 * <p>{@link org.gradus.train.Training#run} is the loop a student could have typed: forward, backward, step. What it saw lies in the
 * {@link org.gradus.train.History}; what happened in the end is an {@link org.gradus.train.Outcome}, of which divergence is one.
 */
package org.gradus.train;
