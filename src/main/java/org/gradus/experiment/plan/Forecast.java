package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Listener;
import org.gradus.train.Training;
import org.gradus.train.TrainingRun;

/**
 * How long some runs will take, one after another, on this machine as it is now.
 *
 * <p>Runs that differ in nothing but numbers, such as seeds and rates, are of one size. Of each size one run is trained for a moment: how long a
 * step takes, and how long an evaluation, each the median of the later half, when Java has compiled the loops. A run takes its number of steps and
 * evaluations. One that stops early or diverges takes less; a machine that has more to do meanwhile takes longer.
 *
 * @param seconds what all runs take together
 * @param longest what the longest of them takes
 * @param sizes how many sizes there are
 * @param timed of how many of them a run was timed; the others are taken to be like these on average
 */
public record Forecast(double seconds, double longest, int sizes, int timed) {
    /** How long to train a run of each size. */
    public static final double MOMENT = 0.3; // seconds

    private static final int MOST_SIZES = 30;

    /** What does not change how long a step takes, or hardly. */
    private static final Set<Setting<?>> MERE_NUMBERS = Set.of(
            Settings.SEED,
            Settings.LEARNING_RATE,
            Settings.SCHEDULE,
            Settings.EPOCHS,
            Settings.EVALUATE_EVERY,
            Settings.BODY_RATE,
            Settings.CLIP_NORM,
            Settings.CLIP_VALUE,
            Settings.LABEL_SMOOTHING,
            Settings.PATIENCE);

    /** What a size costs: seconds for the start, a step and an evaluation, and how many steps an epoch has. */
    private record Cost(double start, double step, double evaluation, double stepsOfEpoch) {
        double of(RunSpec run) {
            int epochs = run.get(Settings.EPOCHS);
            int every = run.get(Settings.EVALUATE_EVERY);
            double evaluations = 1 + (epochs + every - 1) / every;
            return start + epochs * stepsOfEpoch * step + evaluations * evaluation;
        }
    }

    /**
     * {@return a forecast}; it takes a moment for each size
     *
     * @param runs the runs
     * @param shelf where data is that was opened before
     */
    public static Forecast of(List<RunSpec> runs, DataShelf shelf) {
        Map<String, List<RunSpec>> sizes = new LinkedHashMap<>();
        runs.forEach(run ->
                sizes.computeIfAbsent(size(run), each -> new ArrayList<>()).add(run));
        List<List<RunSpec>> all = List.copyOf(sizes.values());
        int timed = Math.min(all.size(), MOST_SIZES);
        double seconds = 0;
        double longest = 0;
        int counted = 0;
        for (int i = 0; i < timed; i++) {
            List<RunSpec> size = all.get((int) ((long) i * all.size() / timed)); // spread over all of them
            Cost cost = cost(size.get(0), shelf);
            for (RunSpec run : size) {
                seconds += cost.of(run);
                longest = Math.max(longest, cost.of(run));
            }
            counted += size.size();
        }
        return new Forecast(counted == 0 ? 0 : seconds / counted * runs.size(), longest, all.size(), timed);
    }

    /**
     * {@return what they take in several threads, if each has its share of the work and a processor}
     *
     * @param threads how many threads
     */
    public double seconds(int threads) {
        return Math.max(longest, seconds / threads);
    }

    private static String size(RunSpec run) {
        StringBuilder size = new StringBuilder(run.get(Settings.RULE).name());
        for (String name : Settings.catalog().names()) {
            Setting<?> setting = Settings.named(name);
            if (setting != Settings.RULE && !MERE_NUMBERS.contains(setting)) {
                size.append('\n').append(run.text(setting));
            }
        }
        return size.toString();
    }

    /** Nothing for a run that fails: it takes no time, and its reason is recorded when it is run. */
    private static Cost cost(RunSpec run, DataShelf shelf) {
        try {
            return timed(run, shelf);
        } catch (RuntimeException e) {
            return new Cost(0, 0, 0, 0);
        }
    }

    private static Cost timed(RunSpec run, DataShelf shelf) {
        List<Double> starts = new ArrayList<>();
        List<Double> steps = new ArrayList<>();
        List<Double> judged = new ArrayList<>(); // steps with an evaluation before or after
        AtomicBoolean isJudged = new AtomicBoolean();
        Listener ear = new Listener() {
            @Override
            public void onEpoch(EpochMetrics epoch) {
                isJudged.set(true);
            }
        };
        double stepsOfEpoch = 0;
        long end = System.nanoTime() + (long) (1e9 * MOMENT);
        while (starts.size() < 2 || System.nanoTime() < end) {
            long start = System.nanoTime();
            Training training = new RunRecipe(run, shelf).training();
            starts.add(since(start));
            stepsOfEpoch = (double) training.steps(training.epochs()) / training.epochs();
            TrainingRun trial = training.start(ear);
            for (boolean more = true; more && (judged.size() < starts.size() || System.nanoTime() < end); ) {
                isJudged.set(false);
                long before = System.nanoTime();
                more = trial.step();
                if (more) {
                    (isJudged.get() ? judged : steps).add(since(before));
                }
            }
        }
        double step = laterMedian(steps);
        return new Cost(laterMedian(starts), step, Math.max(0, laterMedian(judged) - step), stepsOfEpoch);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double laterMedian(List<Double> times) {
        List<Double> later =
                times.subList(times.size() / 2, times.size()).stream().sorted().toList();
        return later.isEmpty() ? 0 : later.get(later.size() / 2);
    }
}
