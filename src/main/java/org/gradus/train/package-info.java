/**
 * The training loop, what helps it, and the history it leaves.
 *
 * <p>A {@link org.gradus.train.Task} decides what is made small and what a model is judged by: classes by softmax or a single logit, numbers by
 * squared error or Huber's. A {@link org.gradus.train.ModelFile} keeps a trained model with all that belongs to it.
 *
 * <p>A {@link org.gradus.train.Training} says what is to be trained and how: from shuffling and smoothed labels to early stopping, everything
 * that is not asked for is off. {@link org.gradus.train.Training#run} does it: forward, backward, step, as a student could have typed it. What
 * was measured lies in the {@link org.gradus.train.History}; what happened in the end is an {@link org.gradus.train.Outcome}, of which
 * divergence is one. {@link org.gradus.train.Listener}s are told of every step; {@link org.gradus.train.log.CsvLog} and
 * {@link org.gradus.train.log.JsonLinesLog} write it down.
 *
 * <p>A {@link org.gradus.train.TrainingRun} is a training under way. Between any two steps it can be saved as a
 * {@link org.gradus.train.Checkpoint}, which holds all that the rest of the run depends on: weights, running statistics, what the rules
 * remember, the number of the step, every random stream, the place in the data, the averages, and the history. Resumed from it, even in
 * another process after this one was killed, the run ends with the same bits. {@link org.gradus.train.Checkpoints} keeps the last two in a
 * folder.
 *
 * <p>A {@link org.gradus.train.Timeline} forks a run: from one moment several futures go on with other rules, schedules or rates, and
 * whatever they do differently is due to that alone.
 */
package org.gradus.train;
