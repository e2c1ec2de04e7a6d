package org.gradus.train.range;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Remembered;
import org.gradus.nn.Weights;
import org.gradus.optim.ExplodingGradientException;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.LinearRamp;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.gradus.train.Outcome;
import org.gradus.train.Task;

/**
 * The learning-rate range test: train a little while the rate rises from step to step, and see from which rate on the loss falls and from
 * which on it no longer does. The model is afterwards as it was before.
 *
 * <pre>
 * η_t = min + (max − min) t / (T − 1)       linear, t = 0 … T − 1
 * η_t = min (max / min)^(t / (T − 1))       exponential
 * s_t = β s_{t−1} + (1 − β) L_t, s_{−1} = 0
 * smoothed L_t = s_t / (1 − β^(t+1))
 * </pre>
 *
 * <p>The test ends early when the smoothed loss exceeds its smallest value so far by the factor of divergence, or when loss or gradient are
 * NaN or infinite, or the gradient is too large to take a step with.
 *
 * <p>Smith 2017 §3.3, <a href="https://arxiv.org/abs/1506.01186">arXiv 1506.01186</a>, sweeps linearly over several epochs and reads the
 * accuracy. The exponential sweep, the smoothed loss and the early end are those of fastai's {@code lr_find} (Howard and Gugger 2020,
 * <a href="https://arxiv.org/abs/2002.04688">arXiv 2002.04688</a>); differs from it in that the last step has the rate max itself, and in that a
 * loss of NaN ends the test.
 *
 * @param sweep how the rate rises
 * @param min the rate of the first step, a positive number
 * @param max the rate of the last step, more than min
 * @param steps the number of steps T, at least 2
 * @param smoothing the weight β of the older losses, at least 0, where nothing is smoothed, and less than 1. The smoothed loss lags behind the
 *     loss by about β / (1 − β) steps
 * @param divergence the factor of divergence, more than 1; ∞ never ends the test
 */
public record RangeTest(Sweep sweep, double min, double max, int steps, double smoothing, double divergence) {

    /** How the rate rises. */
    public enum Sweep {
        /** By equal differences. */
        LINEAR,
        /** By equal factors. */
        EXPONENTIAL
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public RangeTest {
        require(sweep != null, "the sweep", "LINEAR or EXPONENTIAL", sweep);
        require(min > 0 && min < Double.POSITIVE_INFINITY, "min", "a positive number", min);
        require(max > min && max / min < Double.POSITIVE_INFINITY, "max", "a number above min, " + min, max);
        require(steps >= 2, "the number of steps", "at least 2", steps);
        require(smoothing >= 0 && smoothing < 1, "the smoothing β", "at least 0 and less than 1", smoothing);
        require(divergence > 1, "the factor of divergence", "more than 1", divergence);
    }

    private static void require(boolean holds, String name, String domain, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("range test: %s must be %s, found %s".formatted(name, domain, found));
        }
    }

    /**
     * A test with the {@linkplain #usualSmoothing usual smoothing} and fastai's factor of divergence 4.
     *
     * @param sweep how the rate rises
     * @param min the rate of the first step, a positive number
     * @param max the rate of the last step, more than min
     * @param steps the number of steps, at least 2
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public RangeTest(Sweep sweep, double min, double max, int steps) {
        this(sweep, min, max, steps, usualSmoothing(steps), 4);
    }

    /**
     * {@return the smoothing β = 1 − 20 / steps, at least 0 and at most 0.98: the mean remembers about a twentieth of the sweep}
     *
     * <p>fastai's 0.98 remembers 50 steps, which is too many in a sweep of 100: the smoothed loss then goes on falling long after the loss itself
     * has blown up.
     *
     * @param steps the number of steps of the sweep
     */
    public static double usualSmoothing(int steps) {
        return Math.max(0, Math.min(0.98, 1 - 20.0 / steps));
    }

    /** An exponential sweep from 10⁻⁵ to 10 in 100 steps, wide enough for SGD and for Adam. */
    public RangeTest() {
        this(Sweep.EXPONENTIAL, 1e-5, 10, 100);
    }

    /** {@return the learning rate η_t; max from the last step on} */
    public Schedule schedule() {
        return sweep == Sweep.LINEAR
                ? LinearRamp.rangeTest(min, max, steps)
                : t -> min * FastMath.pow(max / min, Math.min(t, steps - 1) / (steps - 1.0));
    }

    /**
     * Runs the test on shuffled mini-batches, one epoch after the other until the steps are taken.
     *
     * @param model a classifier; its parameters, buffers and random streams are afterwards what they were, also when an exception ends
     *     the test
     * @param rule the update rule
     * @param training what to learn from
     * @param batchSize how many examples to a mini-batch, at least 1
     * @param random where the order of the batches comes from; best a stream of its own
     * @return what was seen
     * @throws IllegalArgumentException if there are no examples, or the batch size is less than 1
     */
    public RangeTestResult run(Layer model, UpdateRule rule, Dataset training, int batchSize, RandomStream random) {
        if (training.size() == 0) {
            throw new IllegalArgumentException("range test: there are no examples to learn from; pass at least one");
        }
        Batches batches = new Batches(training, batchSize, random);
        return run(
                model,
                rule,
                Stream.generate(batches::nextEpoch).flatMap(List::stream).iterator());
    }

    /**
     * Runs the test on given mini-batches, for the {@linkplain Task#of usual task} of the data.
     *
     * @param model a model; its parameters, buffers and random streams are afterwards what they were, also when an exception ends the test
     * @param rule the update rule
     * @param batches the mini-batches, at least as many as steps
     * @return what was seen
     * @throws IllegalArgumentException if there are too few batches
     */
    public RangeTestResult run(Layer model, UpdateRule rule, Iterator<Dataset> batches) {
        return run(model, rule, Optional.empty(), batches);
    }

    /**
     * Runs the test on given mini-batches. An interrupt of the thread ends it between two steps.
     *
     * @param model a classifier; its parameters, buffers and random streams are afterwards what they were, also when an exception ends
     *     the test
     * @param rule the update rule
     * @param task what the model is to do; without, the usual task of the data
     * @param batches the mini-batches, at least as many as steps
     * @return what was seen
     * @throws IllegalArgumentException if there are too few batches
     */
    public RangeTestResult run(Layer model, UpdateRule rule, Optional<Task> task, Iterator<Dataset> batches) {
        Map<String, Tensor> weights = Weights.of(model);
        Map<RandomStream, String> streams = new IdentityHashMap<>();
        model.streams().values().forEach(stream -> streams.put(stream, stream.save()));
        try {
            return train(
                    model,
                    new Optimizer(rule, schedule(), model.trainable())
                            .leaving(model.parameters().values()),
                    task,
                    batches);
        } finally {
            Weights.load(model, weights);
            streams.forEach(RandomStream::load);
        }
    }

    private RangeTestResult train(Layer model, Optimizer optimizer, Optional<Task> task, Iterator<Dataset> batches) {
        List<SweepPoint> points = new ArrayList<>();
        double sum = 0;
        double weights = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= steps; step++) {
            if (Thread.interrupted()) {
                return new RangeTestResult(this, points, new Outcome.Interrupted(step - 1));
            }
            Dataset batch = next(batches, step);
            Tensor loss = loss(model, task, batch);
            if (!Double.isFinite(loss.item())) {
                return diverged(points, step, "the loss is " + loss.item());
            }
            sum = smoothing * sum + (1 - smoothing) * loss.item();
            weights = smoothing * weights + (1 - smoothing); // 1 − β^step
            double smoothed = sum / weights;
            points.add(new SweepPoint(optimizer.learningRate(), loss.item(), smoothed));
            if (smoothed > divergence * best) {
                return diverged(points, step, risen(smoothed, best));
            }
            best = Math.min(best, smoothed);
            Gradients gradients = loss.backward();
            if (!Double.isFinite(gradients.norm())) {
                return diverged(points, step, "the gradient's norm is " + gradients.norm());
            }
            try {
                optimizer.step(gradients, batch.size(), () -> Remembered.again(model, () -> loss(model, task, batch)));
            } catch (ExplodingGradientException e) {
                return diverged(points, step, e.reason());
            }
        }
        return new RangeTestResult(this, points, new Outcome.Completed());
    }

    private static Tensor loss(Layer model, Optional<Task> task, Dataset batch) {
        return task.orElseGet(() -> Task.of(batch)).loss(model.forward(batch.features(), Mode.TRAINING), batch, 0);
    }

    private String risen(double smoothed, double best) {
        return "the smoothed loss, %s, is more than %s times its smallest, %s"
                .formatted(
                        RangeTestText.number(smoothed), RangeTestText.number(divergence), RangeTestText.number(best));
    }

    private RangeTestResult diverged(List<SweepPoint> points, int step, String reason) {
        return new RangeTestResult(this, points, new Outcome.Diverged(step, reason));
    }

    private Dataset next(Iterator<Dataset> batches, int step) {
        if (!batches.hasNext()) {
            throw new IllegalArgumentException(
                    "range test: the batches ran out at step %s of %s; give one for each step".formatted(step, steps));
        }
        return batches.next();
    }

    /** The sweep in words. */
    @Override
    public String toString() {
        return "range test: %s from %s to %s in %s steps"
                .formatted(
                        sweep.name().toLowerCase(Locale.ROOT),
                        RangeTestText.number(min),
                        RangeTestText.number(max),
                        steps);
    }
}
