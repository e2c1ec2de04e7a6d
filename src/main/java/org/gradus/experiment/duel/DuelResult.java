package org.gradus.experiment.duel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Bootstrap;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Judge;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.Verdict;
import org.gradus.tensor.RandomStream;

/**
 * What came out of a duel.
 *
 * @param duel what was run
 * @param tuning what the tuning found
 * @param judging the runs that judge
 * @param answers each run's number, by question; those of {@link #verdicts()}, in the same order
 * @param verdicts the verdicts, corrected over all of them
 * @param seconds the numbers of the question of time, which the machine decides as much as the rule
 * @param timing the verdict on it, corrected as the others are, but no part of the fingerprint
 * @param warnings what makes the verdicts weaker than they look, in sentences
 */
public record DuelResult(
        Duel duel,
        Tuning tuning,
        Results judging,
        List<Pairs> answers,
        List<Verdict> verdicts,
        Pairs seconds,
        Verdict timing,
        List<String> warnings) {
    /** Differences of a validation accuracy that are none, or of a validation loss, as a share of the best. */
    private static final double AS_GOOD = 0.01;

    private static final double AS_GOOD_A_LOSS = 0.1;

    /** Keeps copies of the lists, which nobody can change. */
    public DuelResult {
        answers = List.copyOf(answers);
        verdicts = List.copyOf(verdicts);
        warnings = List.copyOf(warnings);
    }

    static DuelResult of(Duel duel, Tuning tuning, Results judging, DataShelf shelf) {
        Measures measures = new Measures(
                runs(duel, tuning.first(), judging), runs(duel, tuning.second(), judging), tuning.target(), shelf);
        List<Pairs> answers = measures.answers(duel.goal().byAccuracy());
        Judge judge = new Judge(
                duel.first().name(), duel.second().name(), duel.alpha(), Judge.USUAL_GAMMA, Bootstrap.USUAL_RESAMPLES);
        RandomStream random = new RandomStream(duel.base().get(Settings.SEED)).split("judge");
        Pairs seconds = measures.seconds();
        List<Pairs> all = Stream.concat(answers.stream(), Stream.of(seconds)).toList();
        List<Verdict> verdicts = judge.judge(answers, random);
        List<Verdict> withTiming = judge.judge(all, random);
        return new DuelResult(
                duel,
                tuning,
                judging,
                answers,
                verdicts,
                seconds,
                withTiming.get(withTiming.size() - 1),
                Warnings.of(duel, tuning));
    }

    private static List<RunResult> runs(Duel duel, Tuned tuned, Results judging) {
        return Duel.runs(tuned.best().changes(), duel.judgingSeeds(), judging);
    }

    /** {@return the runs of the first contender that judge, in the order of the seeds} */
    public List<RunResult> firstRuns() {
        return runs(duel, tuning.first(), judging);
    }

    /** {@return the runs of the second contender that judge, in the order of the seeds} */
    public List<RunResult> secondRuns() {
        return runs(duel, tuning.second(), judging);
    }

    /**
     * {@return the learning rates that do about as well as a contender's best: within one point of the validation accuracy, or a tenth of the
     * loss; none if something else was tuned too, or only one rate tried}
     *
     * @param tuned the contender
     */
    public Optional<GoodRates> goodRates(Tuned tuned) {
        Goal goal = duel.goal();
        boolean ratesOnly = tuned.contender().space().knobs().keySet().equals(Set.of(Settings.LEARNING_RATE.name()));
        if (!ratesOnly || !tuned.triesRates()) {
            return Optional.empty();
        }
        double tolerance = goal.byAccuracy() ? AS_GOOD : AS_GOOD_A_LOSS * Math.abs(goal.of(tuned.best()));
        return Optional.of(GoodRates.of(
                tuned.trials().stream().mapToDouble(Trial::learningRate).toArray(),
                tuned.trials().stream().mapToDouble(goal::of).toArray(),
                goal.lowerIsBetter(),
                tolerance));
    }

    /** {@return a short hash of every number of every run and of the verdicts, without the seconds: equal fingerprints mean equal bits} */
    public String fingerprint() {
        Fingerprint fingerprint =
                new Fingerprint().add(tuning.results().fingerprint()).add(judging.fingerprint());
        for (Verdict verdict : verdicts) {
            fingerprint.add(verdict.adjustedP());
            for (Estimate estimate : List.of(verdict.medianDifference(), verdict.meanDifference())) {
                fingerprint
                        .add(estimate.value())
                        .add(estimate.interval().lower())
                        .add(estimate.interval().upper());
            }
        }
        return fingerprint.hex();
    }

    /** The duel and its sentences. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(duel.toString());
        verdicts.forEach(verdict ->
                text.append("; ").append(verdict.question().name()).append(": ").append(verdict.sentence()));
        return text.toString();
    }
}
