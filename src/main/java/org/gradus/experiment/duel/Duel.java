package org.gradus.experiment.duel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.catalog.Domain;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Bootstrap;
import org.gradus.experiment.statistics.Judge;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.experiment.statistics.SampleSize;
import org.gradus.experiment.statistics.Verdict;
import org.gradus.tensor.RandomStream;
import org.gradus.train.Task;

/**
 * Two contenders with the same budget. First each is tuned: the same number of trials, every trial with every tuning seed, chosen by the
 * validation data. Then the best trial of each is judged: with new seeds, the same for both, so that the runs come in pairs of the same split,
 * the same first weights and the same batches.
 *
 * <p>The test part is the same in all runs, chosen by the first seed, and tuning never sees it: with a split of its own for every seed, an
 * example that judges in one run would have been chosen by in another. What is left is split anew for each seed.
 *
 * <p>Both contenders are tried at the same places of their spaces, as far as these have the same knobs. The luck of the draw is then the same
 * for both; what is judged is the pair of trials that was found, and no interval knows of other trials that might have been.
 *
 * @param base what all runs have in common; its seed is the first
 * @param first the first contender
 * @param second the second contender
 * @param trials how many trials each has, at least 1
 * @param tuningSeeds with how many seeds each trial is tried, at least 1
 * @param seeds with how many seeds the best are judged, at least 2
 * @param alpha the probability of a false claim over all questions
 * @param target what counts as having learned, if that is given
 */
public record Duel(
        RunSpec base,
        Contender first,
        Contender second,
        int trials,
        int tuningSeeds,
        int seeds,
        double alpha,
        Optional<Target> target) {
    /** How many trials each has if nothing else is said. */
    public static final int USUAL_TRIALS = 8;

    /** With how many seeds each trial is tried if nothing else is said. */
    public static final int USUAL_TUNING_SEEDS = 3;

    /** With how many seeds the best are judged if nothing else is said. */
    public static final int USUAL_SEEDS = 10;

    /**
     * A duel.
     *
     * @throws IllegalArgumentException if a number is too small, the names are the same, or the common run says what the duel is to find out
     */
    public Duel {
        Domain.of("duel").count("trials", trials).count("tuning seeds", tuningSeeds);
        if (seeds < 2) {
            throw new IllegalArgumentException("duel: one pair of runs shows nothing; take at least 2 seeds, better %s"
                    .formatted(SampleSize.forTest(Judge.USUAL_ALPHA, Measures.QUESTIONS)));
        }
        if (first.name().equals(second.name())) {
            throw new IllegalArgumentException(
                    "duel: both contenders are called %s; call one of them otherwise".formatted(first.name()));
        }
        if (base.gives(Settings.RULE) || base.gives(Settings.LEARNING_RATE)) {
            throw new IllegalArgumentException(
                    "duel: the rules are the contenders, and their learning rates are tuned; leave rule and learning-rate out, or fix a rate as the one value of a knob, as in learning-rate=0.01");
        }
        if (base.get(Settings.TEST_SHARE) == 0) {
            throw new IllegalArgumentException(
                    "duel: test-share=0 leaves nothing to be judged by that tuning has not seen; give it a value, such as 0.2");
        }
        if (!base.get(Settings.EVALUATE_TRAINING)) {
            throw new IllegalArgumentException(
                    "duel: evaluate-training=no leaves out the training loss, which is one of its questions; leave it out");
        }
        judge(first, second, alpha);
        if (target.filter(Target::isAccuracy).isPresent() && !criterion(base).byAccuracy()) {
            throw new IllegalArgumentException("duel: the target is an accuracy, but task=%s has none; give a loss"
                    .formatted(base.get(Settings.TASK)));
        }
    }

    /**
     * {@return a duel of the usual size: 8 trials with 3 seeds each, judged by 10 seeds}
     *
     * @param base what all runs have in common
     * @param first the first contender
     * @param second the second contender
     */
    public static Duel of(RunSpec base, Contender first, Contender second) {
        Contender other = first.name().equals(second.name()) ? second.named(second.name() + " again") : second;
        return new Duel(
                base, first, other, USUAL_TRIALS, USUAL_TUNING_SEEDS, USUAL_SEEDS, Judge.USUAL_ALPHA, Optional.empty());
    }

    /**
     * {@return the duel with other trials}
     *
     * @param other how many trials each contender has
     */
    public Duel withTrials(int other) {
        return new Duel(base, first, second, other, tuningSeeds, seeds, alpha, target);
    }

    /**
     * {@return the duel with other seeds for tuning}
     *
     * @param other with how many seeds each trial is tried
     */
    public Duel withTuningSeeds(int other) {
        return new Duel(base, first, second, trials, other, seeds, alpha, target);
    }

    /**
     * {@return the duel with other seeds}
     *
     * @param other with how many seeds the best are judged
     */
    public Duel withSeeds(int other) {
        return new Duel(base, first, second, trials, tuningSeeds, other, alpha, target);
    }

    /**
     * {@return the duel with another α}
     *
     * @param other the probability of a false claim over all questions
     * @throws IllegalArgumentException if so many seeds can never be clear enough for it
     */
    public Duel withAlpha(double other) {
        Duel duel = new Duel(base, first, second, trials, tuningSeeds, seeds, other, target);
        SampleSize.requireTestable(seeds, other, Measures.QUESTIONS);
        return duel;
    }

    /**
     * {@return the duel with a target}
     *
     * @param other what counts as having learned
     * @throws IllegalArgumentException if it is an accuracy and there are no labels
     */
    public Duel withTarget(Target other) {
        return new Duel(base, first, second, trials, tuningSeeds, seeds, alpha, Optional.of(other));
    }

    /** {@return whether there are labels, so that accuracies are compared; else losses are} */
    public boolean judgesAccuracy() {
        return criterion().byAccuracy();
    }

    /**
     * {@return what tuning chooses by: the mean over the tuning seeds of the accuracy, or else the loss, on the validation data; infinitely bad if
     * a run diverged or failed}
     *
     * @param trial the trial
     */
    public double score(Trial trial) {
        return criterion().of(trial);
    }

    Criterion criterion() {
        return criterion(base);
    }

    private static Criterion criterion(RunSpec base) {
        return new Criterion(Task.parse(base.get(Settings.TASK)).hasLabels());
    }

    Judge judge() {
        return judge(first, second, alpha);
    }

    private static Judge judge(Contender first, Contender second, double alpha) {
        return new Judge(first.name(), second.name(), alpha, Judge.USUAL_GAMMA, Bootstrap.USUAL_RESAMPLES);
    }

    /** {@return the seeds that judge} */
    public List<Long> judgingSeeds() {
        return seeds(0, seeds);
    }

    /** {@return the seeds of the tuning, none of which judges} */
    public List<Long> seedsOfTuning() {
        return seeds(seeds, tuningSeeds);
    }

    private List<Long> seeds(long from, int count) {
        long first = base.get(Settings.SEED) + from;
        return LongStream.range(first, first + count).boxed().toList();
    }

    /**
     * {@return the runs of the tuning}
     *
     * @param shelf where data is that was opened before
     * @throws IllegalArgumentException if a space has not so many different points, or a value is refused
     * @throws org.gradus.data.DataException if the data cannot be read
     */
    public Plan tuning(DataShelf shelf) {
        RunSpec common = common(shelf);
        List<Map<String, String>> both = new ArrayList<>(changes(first));
        both.addAll(changes(second));
        return plan(common, both, seedsOfTuning());
    }

    /** What both contenders are tried with is run once. */
    private static Plan plan(RunSpec common, List<Map<String, String>> changes, List<Long> seeds) {
        Map<RunSpec, Map<String, String>> different = new LinkedHashMap<>();
        changes.forEach(change -> different.putIfAbsent(common.with(change), change));
        return Plan.of(common).overChanges(List.copyOf(different.values())).over(Settings.SEED, seeds);
    }

    /** What all runs have in common, with the test part that is theirs. */
    private RunSpec common(DataShelf shelf) {
        boolean given = base.gives(Settings.TEST_SEED) || shelf.hasPublishedTest(base);
        return given ? base : base.with(Settings.TEST_SEED, base.get(Settings.SEED));
    }

    /** The trials of a contender, in the order of their draw. */
    private List<Map<String, String>> changes(Contender contender) {
        RunSpec own = base.with(Settings.RULE, contender.rule());
        List<Map<String, String>> changes = new ArrayList<>();
        RandomStream random = new RandomStream(base.get(Settings.SEED)).split("duel");
        for (Map<String, String> point : contender.space().draw(own, trials, random)) {
            Map<String, String> change = new LinkedHashMap<>();
            change.put(Settings.RULE.name(), Settings.RULE.text(contender.rule()));
            change.putAll(point);
            RunSpec run = own.with(change);
            change.put(Settings.LEARNING_RATE.name(), run.text(Settings.LEARNING_RATE));
            changes.add(change);
        }
        return changes;
    }

    /**
     * {@return what the tuning found}
     *
     * @param results what came out of {@link #tuning}
     * @param shelf where data is that was opened before
     * @throws IllegalArgumentException if the results are of other runs, or all trials of a contender diverged or failed
     */
    public Tuning tuned(Results results, DataShelf shelf) {
        RunSpec common = common(shelf);
        Tuned one = tuned(first, common, results);
        Tuned other = tuned(second, common, results);
        return new Tuning(one, other, target.orElseGet(() -> usualTarget(one, other)), results);
    }

    private Tuned tuned(Contender contender, RunSpec common, Results results) {
        List<Trial> all = changes(contender).stream()
                .map(change -> new Trial(change, runs(common.with(change), seedsOfTuning(), results)))
                .toList();
        Trial best = all.stream().min(criterion().order()).orElseThrow();
        if (best.failures() > 0) {
            String reason = best.runs().stream()
                    .filter(run -> !run.isComparable())
                    .map(RunResult::ending)
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException(
                    "duel: no trial of %s came to an end with every seed (%s: %s); give it lower learning rates, or more trials"
                            .formatted(contender.name(), best, reason));
        }
        return new Tuned(contender, all, best);
    }

    /** What came out of a run with several seeds, in their order. */
    private static List<RunResult> runs(RunSpec run, List<Long> seeds, Results results) {
        Map<RunSpec, RunResult> found = new LinkedHashMap<>();
        results.runs().forEach(result -> found.put(result.spec(), result));
        return seeds.stream()
                .map(seed -> run.with(Settings.SEED, seed))
                .map(wanted -> Optional.ofNullable(found.get(wanted))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "duel: the results lack the run '%s'; execute the plan of this duel"
                                        .formatted(wanted))))
                .toList();
    }

    /** What both are likely to reach: a little less than the worse of the two had in the middle of its tuning runs. */
    private Target usualTarget(Tuned one, Tuned other) {
        double[] reached = Stream.of(one, other)
                .mapToDouble(tuned -> Quartiles.of(tuned.best().runs().stream()
                                .mapToDouble(run -> criterion().of(run.history().last()))
                                .toArray())
                        .median())
                .sorted()
                .toArray();
        return criterion().byAccuracy() ? Target.below(reached[0]) : Target.above(reached[reached.length - 1]);
    }

    /**
     * {@return the runs that judge}
     *
     * @param tuning what the tuning found
     * @param shelf where data is that was opened before
     */
    public Plan judging(Tuning tuning, DataShelf shelf) {
        List<Map<String, String>> both =
                List.of(tuning.first().best().changes(), tuning.second().best().changes());
        return plan(judged(shelf), both, judgingSeeds());
    }

    private RunSpec judged(DataShelf shelf) {
        return common(shelf).with(Settings.EVALUATE_TEST, true);
    }

    /**
     * {@return what came out}
     *
     * @param tuning what the tuning found
     * @param results what came out of {@link #judging}
     * @param shelf where data is that was opened before
     * @throws IllegalArgumentException if the results are of other runs
     */
    public DuelResult result(Tuning tuning, Results results, DataShelf shelf) {
        RunSpec judged = judged(shelf);
        List<RunResult> one = runs(judged.with(tuning.first().best().changes()), judgingSeeds(), results);
        List<RunResult> other = runs(judged.with(tuning.second().best().changes()), judgingSeeds(), results);
        Map<Aspect, Pairs> pairs = new Measures(one, other, tuning.target(), shelf).pairs(judgesAccuracy());
        String conditions = new RunRecipe(one.get(0).spec(), shelf).commonConditions()
                + ", %s epochs".formatted(base.get(Settings.EPOCHS));
        return new DuelResult(this, tuning, results, one, other, answers(pairs), conditions, Warnings.of(this, tuning));
    }

    /** Each question has random numbers of its own: whether the time is judged too moves nothing but its correction. */
    private List<Answer> answers(Map<Aspect, Pairs> pairs) {
        RandomStream random = new RandomStream(base.get(Settings.SEED)).split("judge");
        List<Aspect> all = List.copyOf(pairs.keySet());
        List<Aspect> counted =
                all.stream().filter(aspect -> aspect != Aspect.TIME).toList();
        List<Verdict> withTime = judge().judge(all.stream().map(pairs::get).toList(), random);
        List<Verdict> verdicts = judge().judge(counted.stream().map(pairs::get).toList(), random);
        return all.stream()
                .map(aspect -> new Answer(
                        aspect,
                        pairs.get(aspect),
                        aspect == Aspect.TIME
                                ? withTime.get(all.indexOf(aspect))
                                : verdicts.get(counted.indexOf(aspect))))
                .toList();
    }

    /** The contenders and the size, as in {@code Adam against SGDM, trials: 8, seeds of each: 3, pairs: 10}. */
    @Override
    public String toString() {
        return "%s against %s, trials: %s, seeds of each: %s, pairs: %s"
                .formatted(first.name(), second.name(), trials, tuningSeeds, seeds);
    }
}
