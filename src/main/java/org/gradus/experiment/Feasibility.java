package org.gradus.experiment;

import java.util.Locale;
import java.util.Map;
import org.gradus.catalog.Choice;
import org.gradus.data.Batches;
import org.gradus.data.Dataset;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.train.Task;

/** What is too large is found before there is any work: by formula. */
final class Feasibility {
    private static final double GIGABYTE = 1 << 30;
    private static final int VECTORS = 4; // θ, the next θ, the gradient as a vector and by parameter

    private Feasibility() {}

    /**
     * Refuses a run that cannot be trained on its data as described.
     *
     * @throws IllegalArgumentException if memory or the data do not suffice; the message says for what
     */
    static void check(RunSpec spec, RunData data) {
        Dataset training = data.split().training();
        checkMemory(spec, training, Runtime.getRuntime().maxMemory());
        int batches = new Batches(training, spec.get(Settings.BATCH_SIZE), new RandomStream(0)).perEpoch();
        int every = spec.get(Settings.ACCUMULATE);
        if (every > Math.max(1, batches)) {
            throw new IllegalArgumentException(
                    "accumulate=%s: an epoch has only %s mini-batches of %s; take at most so many, or smaller batches"
                            .formatted(every, batches, spec.get(Settings.BATCH_SIZE)));
        }
    }

    static void checkMemory(RunSpec spec, Dataset training, long available) {
        double parameters = Networks.parameters(
                spec, training.width(), Task.parse(spec.get(Settings.TASK)).outputs(training));
        Choice choice = spec.get(Settings.RULE);
        UpdateRule rule = Rules.named(choice.name(), choice.options());
        int state = rule.init(Shape.of(1, 1)).names().size();
        double bytes = parameters * Double.BYTES * (VECTORS + state);
        if (bytes > available) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "hidden=%s: makes %.0f parameters, which take %.1f GB with their gradients and what %s remembers, but this Java has %.1f GB; lower hidden, or start Java with more, as by -Xmx%.0fg",
                    spec.get(Settings.HIDDEN),
                    parameters,
                    bytes / GIGABYTE,
                    choice.name(),
                    available / GIGABYTE,
                    Math.ceil(1.5 * bytes / GIGABYTE)));
        }
    }

    /** Refuses a warm-up that the training does not live to see the end of. */
    static void checkWarmUps(RunSpec spec, long updates) {
        for (Choice part : spec.get(Settings.SCHEDULE).parts()) {
            for (Map.Entry<String, Double> option : part.options().entrySet()) {
                if (option.getKey().matches(".*WarmUp|warmUp") && option.getValue() > updates) {
                    throw new IllegalArgumentException(
                            "schedule=%s: the warm-up is longer than the training, which has %s updates; shorten it, or take more epochs"
                                    .formatted(spec.text(Settings.SCHEDULE), updates));
                }
            }
        }
    }
}
