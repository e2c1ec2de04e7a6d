package org.gradus.train;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gradus.optim.RuleWithRate;

/**
 * A run that can be forked at any step, as often as wanted. "Begin with Adam, end with SGDM" after epoch 10 is one line:
 *
 * <pre>{@code
 * History history = new Timeline(recipe, new RuleWithRate(new Adam(), 0.005))
 *         .forkAfterEpoch(10)
 *         .with(new RuleWithRate(new Sgdm(), 0.1))
 *         .finish();
 * }</pre>
 *
 * <p>The run is computed as far as a fork needs it, and goes on from the nearest moment that was forked before.
 */
public final class Timeline {
    private final Function<RuleWithRate, Training> recipe;
    private final RuleWithRate rule;
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();

    /**
     * A run before its first step.
     *
     * @param recipe makes model, optimizer and random streams anew, always the same ones, for a rule
     * @param rule the rule of the run
     */
    public Timeline(Function<RuleWithRate, Training> recipe, RuleWithRate rule) {
        this.recipe = recipe;
        this.rule = rule;
    }

    /**
     * {@return the moment after a step}
     *
     * @param step how many steps the run has taken then; 0 is the moment before the first
     * @throws IllegalArgumentException if the run ends before, or the number is negative
     */
    public Fork forkAt(long step) {
        if (step < 0) {
            throw new IllegalArgumentException("timeline: it can be forked after step 0 or a later one, not " + step);
        }
        return new Fork(recipe, checkpoints.computeIfAbsent(step, this::runTo));
    }

    /**
     * {@return the moment after an epoch}
     *
     * @param epoch how many epochs the run has had then
     * @throws IllegalArgumentException if the run ends before
     */
    public Fork forkAfterEpoch(int epoch) {
        return forkAt(recipe.apply(rule).steps(epoch));
    }

    private Checkpoint runTo(long step) {
        TrainingRun run = recipe.apply(rule).start();
        Map.Entry<Long, Checkpoint> nearest = checkpoints.floorEntry(step);
        if (nearest != null) {
            run.resume(nearest.getValue());
        }
        while (run.steps() < step) {
            if (!run.step()) {
                throw new IllegalArgumentException(
                        "timeline: it cannot be forked after step %s: the run ended after step %s, %s"
                                .formatted(
                                        step,
                                        run.steps(),
                                        run.history().outcome().text()));
            }
        }
        return run.save();
    }

    /** Where it was forked so far, as in {@code timeline, forked at steps [0, 120]}. */
    @Override
    public String toString() {
        return "timeline, forked at steps " + checkpoints.keySet();
    }
}
