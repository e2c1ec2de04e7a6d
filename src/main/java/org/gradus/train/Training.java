package org.gradus.train;

import java.util.ArrayList;
import java.util.List;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.nn.Losses;
import org.gradus.nn.Mode;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/**
 * A classifier about to be trained with softmax cross-entropy.
 *
 * @param model the classifier; it changes as it learns
 * @param optimizer the optimizer of its parameters
 * @param data what to learn from and what to be judged by
 * @param batchSize how many examples to a mini-batch, at least 1
 * @param epochs how often to go through the training data, at least 1
 * @param shuffling where the order of the batches comes from
 */
public record Training(
        Layer model, Optimizer optimizer, Split data, int batchSize, int epochs, RandomStream shuffling) {
    /**
     * A classifier about to be trained.
     *
     * @throws IllegalArgumentException if the number of epochs is less than 1
     */
    public Training {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: must be at least 1, found " + epochs);
        }
    }

    /**
     * Trains. A loss or gradient that is NaN or infinite ends the run; the outcome says so.
     *
     * @param listeners who is told of steps and epochs
     * @return what was measured
     */
    public History run(Listener... listeners) {
        Batches batches = new Batches(data.training(), batchSize, shuffling);
        List<StepMetrics> steps = new ArrayList<>();
        List<EpochMetrics> epochMetrics = new ArrayList<>();
        Outcome outcome = new Outcome.Completed();
        evaluate(0, epochMetrics, listeners);
        for (int epoch = 1; epoch <= epochs && outcome instanceof Outcome.Completed; epoch++) {
            for (Dataset batch : batches.nextEpoch()) {
                Tensor logits = model.forward(batch.features(), Mode.TRAINING);
                Tensor loss = Losses.crossEntropy(logits, batch.labels());
                Gradients gradients = loss.backward();
                StepMetrics step = new StepMetrics(
                        optimizer.steps() + 1, epoch, loss.item(), gradients.norm(), optimizer.learningRate());
                steps.add(step);
                for (Listener listener : listeners) {
                    listener.onStep(step);
                }
                outcome = outcome(step);
                if (outcome instanceof Outcome.Diverged) {
                    break;
                }
                optimizer.step(gradients);
            }
            evaluate(epoch, epochMetrics, listeners);
        }
        History history = new History(steps, epochMetrics, outcome);
        for (Listener listener : listeners) {
            listener.onEnd(history);
        }
        return history;
    }

    private void evaluate(int epoch, List<EpochMetrics> epochMetrics, Listener... listeners) {
        EpochMetrics metrics =
                new EpochMetrics(epoch, Evaluation.of(model, data.training()), Evaluation.of(model, data.validation()));
        epochMetrics.add(metrics);
        for (Listener listener : listeners) {
            listener.onEpoch(metrics);
        }
    }

    private static Outcome outcome(StepMetrics step) {
        if (!Double.isFinite(step.loss())) {
            return new Outcome.Diverged(step.step(), "the loss is " + step.loss());
        }
        if (!Double.isFinite(step.gradientNorm())) {
            return new Outcome.Diverged(step.step(), "the gradient's norm is " + step.gradientNorm());
        }
        return new Outcome.Completed();
    }
}
