package org.gradus.experiment.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.RunRecipe;
import org.gradus.experiment.RunSpec;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.History;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;
import org.gradus.train.Training;

/**
 * What came out of one run.
 *
 * @param spec the run
 * @param id what means the run and its data; "" if the data could not be opened
 * @param data the fingerprint of the data; "" if it could not be opened
 * @param history what was measured; without steps if nobody asked to keep them; empty if the run failed
 * @param test how the model did in the end on the test part, which nothing was chosen by; none if there is no such part, or the run failed
 * @param failure why the run failed, in a sentence; none if it came to an end, be it that it diverged
 * @param fingerprint a hash of every number that was measured; equal fingerprints mean equal bits
 * @param seconds how long it took; no part of the fingerprint
 * @param environment by what it was computed: the version of this library, Java, the kernel of the matrix products
 */
public record RunResult(
        RunSpec spec,
        String id,
        String data,
        History history,
        Optional<Evaluation> test,
        Optional<String> failure,
        String fingerprint,
        double seconds,
        Map<String, String> environment) {
    /** Keeps a copy of the map, which nobody can change. */
    public RunResult {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /**
     * {@return what came out of a run, judged on its test part if it was trained to its end}
     *
     * @param recipe the run
     * @param training its training, after its last step
     * @param history what was measured
     * @param seconds how long it took
     */
    public static RunResult of(RunRecipe recipe, Training training, History history, double seconds) {
        boolean trained =
                history.outcome() instanceof Outcome.Completed || history.outcome() instanceof Outcome.Stopped;
        Optional<Evaluation> test = trained ? recipe.test(training) : Optional.empty();
        return new RunResult(
                recipe.spec(),
                recipe.id(),
                recipe.fingerprint(),
                history,
                test,
                Optional.empty(),
                fingerprint(history, test),
                seconds,
                Environment.present());
    }

    /** A run that could not be trained. */
    static RunResult failed(RunSpec run, String reason, double seconds) {
        History none = new History(List.of(), List.of(), new Outcome.Unfinished());
        return new RunResult(
                run, "", "", none, Optional.empty(), Optional.of(reason), "", seconds, Environment.present());
    }

    /** {@return whether the run diverged} */
    public boolean diverged() {
        return history.outcome() instanceof Outcome.Diverged;
    }

    /** {@return whether its numbers can be compared with those of other runs: it neither failed nor diverged} */
    public boolean isComparable() {
        return failure.isEmpty() && !diverged();
    }

    /** {@return how it ended, in words, as in {@code completed}, {@code diverged at step 7: the loss is NaN}, {@code failed: …}} */
    public String ending() {
        return failure.map(reason -> "failed: " + reason)
                .orElseGet(() -> history.outcome().text());
    }

    /** The result without what was measured at each step. */
    RunResult withoutSteps() {
        History brief = new History(List.of(), history.epochs(), history.outcome());
        return new RunResult(spec, id, data, brief, test, failure, fingerprint, seconds, environment);
    }

    /** A hash of every number of a history. */
    private static String fingerprint(History history, Optional<Evaluation> test) {
        Fingerprint fingerprint = new Fingerprint();
        for (StepMetrics step : history.steps()) {
            fingerprint
                    .add(step.step())
                    .add(step.loss())
                    .add(step.gradientNorm())
                    .add(step.learningRate());
        }
        for (EpochMetrics epoch : history.epochs()) {
            epoch.parts().values().forEach(evaluation -> add(fingerprint, evaluation));
        }
        test.ifPresent(evaluation -> add(fingerprint, evaluation));
        return fingerprint.hex();
    }

    private static void add(Fingerprint fingerprint, Evaluation evaluation) {
        fingerprint.add(evaluation.loss());
        evaluation.metrics().values().forEach(fingerprint::add);
    }

    /** The run and how it ended. */
    @Override
    public String toString() {
        return "%s: %s".formatted(spec, ending());
    }
}
