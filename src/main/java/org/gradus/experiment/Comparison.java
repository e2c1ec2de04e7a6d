package org.gradus.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.tensor.RandomStream;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;
import org.gradus.train.Training;

/**
 * Several rules under equal conditions: the same data, and for each seed the same first weights and the same order of batches.
 *
 * @param rules the rules with their learning rates, by the name they have in results
 * @param seeds one run per rule and seed
 * @param data training and validation data
 * @param model makes a model from a random stream
 * @param batchSize how many examples to a mini-batch, at least 1
 * @param epochs how often to go through the training data, at least 1
 */
public record Comparison(
        Map<String, RuleWithRate> rules,
        List<Long> seeds,
        Split data,
        Function<RandomStream, Layer> model,
        int batchSize,
        int epochs) {
    /**
     * Several rules under equal conditions.
     *
     * @throws IllegalArgumentException if there are no rules or no seeds
     */
    public Comparison {
        if (rules.isEmpty() || seeds.isEmpty()) {
            throw new IllegalArgumentException("comparison: needs at least one rule and one seed, found %s and %s"
                    .formatted(rules.size(), seeds.size()));
        }
        rules = new LinkedHashMap<>(rules);
        seeds = List.copyOf(seeds);
    }

    /**
     * Trains every rule with every seed.
     *
     * @param threads how many runs to have under way at a time, at least 1; the results do not depend on it
     * @param listener who is told of steps and runs
     * @return the runs, rule by rule and seed by seed
     * @throws InterruptedException if this thread is interrupted; the runs are then given up
     */
    public ComparisonResult run(int threads, ComparisonListener listener) throws InterruptedException {
        // Its workers compute their matrix products alone: no more than the given number of threads are ever at work.
        ExecutorService pool = Executors.newWorkStealingPool(threads);
        try {
            List<Future<Run>> futures = new ArrayList<>();
            rules.forEach((name, rule) -> seeds.forEach(
                    seed -> futures.add(CompletableFuture.supplyAsync(() -> train(name, rule, seed, listener), pool))));
            List<Run> runs = new ArrayList<>();
            for (Future<Run> future : futures) {
                runs.add(future.get());
            }
            return new ComparisonResult(this, runs);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "comparison: a run failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Run train(String name, RuleWithRate rule, long seed, ComparisonListener listener) {
        RandomStream random = new RandomStream(seed);
        Layer layer = model.apply(random.split("weights"));
        Optimizer optimizer = rule.optimizer(layer.trainable());
        History history = Training.of(layer, optimizer, data, random.split("shuffle"))
                .withBatchSize(batchSize)
                .withEpochs(epochs)
                .withEvaluation(1, true)
                .run(new Listener() {
                    @Override
                    public void onStep(StepMetrics step) {
                        listener.onStep(name, seed, step);
                    }
                });
        Run run = new Run(name, seed, history);
        listener.onRun(run);
        return run;
    }
}
