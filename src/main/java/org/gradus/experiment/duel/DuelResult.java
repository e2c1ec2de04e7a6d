package org.gradus.experiment.duel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.experiment.statistics.Verdict;

/**
 * What came out of a duel.
 *
 * @param duel what was run
 * @param tuning what the tuning found
 * @param judging the runs that judge
 * @param firstRuns those of the first contender, in the order of the seeds
 * @param secondRuns those of the second contender, in the same order
 * @param answers the answers, in the order in which to read them
 * @param conditions data, network and length of the training in words
 * @param warnings what makes the verdicts weaker than they look, in sentences
 */
public record DuelResult(
        Duel duel,
        Tuning tuning,
        Results judging,
        List<RunResult> firstRuns,
        List<RunResult> secondRuns,
        List<Answer> answers,
        String conditions,
        List<String> warnings) {
    /** Differences of a validation accuracy that are none, or of a validation loss, as a share of the best. */
    private static final double AS_GOOD = 0.01;

    private static final double AS_GOOD_A_LOSS = 0.1;

    /** Keeps copies of the lists, which nobody can change. */
    public DuelResult {
        firstRuns = List.copyOf(firstRuns);
        secondRuns = List.copyOf(secondRuns);
        answers = List.copyOf(answers);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the answer to one question}
     *
     * @param aspect what it asks about
     */
    public Answer answer(Aspect aspect) {
        return answers.stream()
                .filter(answer -> answer.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    /** {@return the verdicts that were corrected together: all but the one on the time} */
    public List<Verdict> verdicts() {
        return answers.stream()
                .filter(answer -> answer.aspect() != Aspect.TIME)
                .map(Answer::verdict)
                .toList();
    }

    /**
     * {@return the learning rates that do about as well as a contender's best: within one point of the validation accuracy, or a tenth of the
     * loss; none if something else was tuned too, or only one rate tried}
     *
     * @param tuned the contender
     */
    public Optional<GoodRates> goodRates(Tuned tuned) {
        Criterion criterion = duel.criterion();
        boolean ratesOnly = tuned.contender().space().knobs().keySet().equals(Set.of(Settings.LEARNING_RATE.name()));
        if (!ratesOnly || !tuned.triesRates()) {
            return Optional.empty();
        }
        double tolerance = criterion.byAccuracy() ? AS_GOOD : AS_GOOD_A_LOSS * Math.abs(duel.score(tuned.best()));
        return Optional.of(GoodRates.of(
                tuned.trials().stream().mapToDouble(Trial::learningRate).toArray(),
                tuned.trials().stream().mapToDouble(duel::score).toArray(),
                criterion.lowerIsBetter(),
                tolerance));
    }

    /** {@return a short hash of every number of every run and of the verdicts, without the seconds: equal fingerprints mean equal bits} */
    public String fingerprint() {
        Fingerprint fingerprint =
                new Fingerprint().add(tuning.results().fingerprint()).add(judging.fingerprint());
        for (Verdict verdict : verdicts()) {
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
        verdicts()
                .forEach(verdict -> text.append("; ")
                        .append(verdict.question().name())
                        .append(": ")
                        .append(verdict.sentence()));
        return text.toString();
    }
}
