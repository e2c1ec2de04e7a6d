package org.gradus.experiment.duel;

import java.util.List;

/**
 * A contender after tuning.
 *
 * @param contender who was tuned
 * @param trials all trials, in the order of their draw
 * @param best the trial that is best on the validation data, by its mean over the seeds
 */
public record Tuned(Contender contender, List<Trial> trials, Trial best) {
    /** Keeps a copy of the list, which nobody can change. */
    public Tuned {
        trials = List.copyOf(trials);
    }

    /** {@return whether the best rate is the lowest that was tried} */
    public boolean isLowest() {
        return trials.stream().allMatch(trial -> trial.learningRate() >= best.learningRate());
    }

    /** {@return whether the best rate is the highest that was tried} */
    public boolean isHighest() {
        return trials.stream().allMatch(trial -> trial.learningRate() <= best.learningRate());
    }

    /** {@return whether rates were tried at all, and not only one} */
    public boolean triesRates() {
        return trials.stream().mapToDouble(Trial::learningRate).distinct().count() > 1;
    }
}
