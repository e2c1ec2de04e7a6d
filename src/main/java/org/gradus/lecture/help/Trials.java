package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Split;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.lecture.Workshop;
import org.gradus.tensor.RandomStream;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Training;

/** Runs of several seeds with something that no setting changes, such as other labels or another order, and what figures show of them. */
final class Trials {
    /** The share of labels that are made wrong. */
    static final double WRONG = 0.3;

    private static final long SEED = 28;

    private Trials() {}

    /** The runs of a description with the seeds 1, 2, …, each changed before its first step. */
    static RunGroup of(Workshop workshop, RunSpec spec, int seeds, UnaryOperator<Training> change) {
        List<RunResult> results = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            RunRecipe recipe = new RunRecipe(spec.with(Settings.SEED, seed), workshop.shelf());
            Training training = change.apply(recipe.training());
            results.add(RunResult.of(recipe, training, training.run(), 0));
        }
        return new RunGroup(Map.of(), results);
    }

    /** A training on other examples. */
    static Training on(Dataset examples, Training training) {
        Split split = new Split(
                examples, training.data().validation(), training.data().test());
        return new Training(
                training.model(),
                training.optimizer(),
                split,
                training.task(),
                training.shuffling(),
                training.batchSize(),
                training.epochs(),
                training.aids(),
                training.judging(),
                training.identity());
    }

    /** Which of the training examples get a wrong label: each with the same probability, the same ones whatever the seed of the run. */
    static boolean[] wrong(Training training) {
        RandomStream random = new RandomStream(SEED);
        boolean[] wrong = new boolean[training.data().training().size()];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = random.uniform() < WRONG;
        }
        return wrong;
    }

    /** The same training, some of its examples said to be of the next class. */
    static Training mislabeled(Training training) {
        Dataset data = training.data().training();
        boolean[] wrong = wrong(training);
        int[] labels = data.labels();
        int[] others = IntStream.range(0, labels.length)
                .map(i -> wrong[i] ? (labels[i] + 1) % data.classes() : labels[i])
                .toArray();
        return on(Dataset.of(data.features(), others, data.classNames()), training);
    }

    /** The median of a measure at the end of the runs. */
    static double last(RunGroup group, ToDoubleFunction<EpochMetrics> measure) {
        return group.last(measure).median();
    }
}
