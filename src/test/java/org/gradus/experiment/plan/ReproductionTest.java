package org.gradus.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.DataShelf;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.train.Evaluation;
import org.gradus.train.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReproductionTest {
    private static final RunSpec SPEC = RunSpec.of("data=iris hidden=4 epochs=1 rule=sgd learning-rate=0.1");
    private static final RunSummary RUN = summary(new Outcome.Completed(), "", 0.5, 0.25, "a");

    private static RunSummary summary(Outcome outcome, String failure, double first, double last, String fingerprint) {
        return new RunSummary(
                SPEC,
                "id",
                "data",
                outcome,
                Optional.of(failure).filter(reason -> !reason.isEmpty()),
                Map.of("validation", new Evaluation(first, 0.5)),
                Map.of("validation", new Evaluation(last, 0.75)),
                fingerprint);
    }

    private static String text(RunSummary now) {
        Reproduction again = new Reproduction(RUN, now);
        assertThat(again.agrees()).isFalse();
        return again.text();
    }

    @Test
    void theFirstNumberThatDiffersIsNamedWithEveryDigit() {
        assertThat(new Reproduction(RUN, RUN).agrees()).isTrue();
        assertThat(new Reproduction(RUN, RUN).text()).isEqualTo("same bits");
        assertThat(text(summary(new Outcome.Completed(), "", 0.5, Math.nextUp(0.25), "b")))
                .isEqualTo("validation loss after training: 0.25 then, 0.25000000000000006 now");
        assertThat(text(summary(new Outcome.Completed(), "", Math.nextDown(0.5), 3, "b")))
                .isEqualTo("validation loss before training: 0.5 then, 0.49999999999999994 now");
        assertThat(text(summary(new Outcome.Completed(), "", 0.5, Double.NaN, "b")))
                .isEqualTo("validation loss after training: 0.25 then, NaN now");
        assertThat(text(summary(new Outcome.Completed(), "", 0.5, 0.25, "b")))
                .isEqualTo("the last numbers agree, but some on the way there do not: fingerprint a then, b now");
        assertThat(text(summary(new Outcome.Diverged(7, "the loss is NaN"), "", 0.5, 3, "b")))
                .isEqualTo("completed then, diverged at step 7: the loss is NaN now");
    }

    @Test
    void aMetricThatIsNotThereAnyMoreIsNamed() {
        RunSummary now = new RunSummary(
                SPEC,
                "id",
                "data",
                RUN.outcome(),
                Optional.empty(),
                RUN.untrained(),
                Map.of("validation", new Evaluation(0.25, Map.of())),
                "b");
        assertThat(text(now)).isEqualTo("validation accuracy after training: 0.75 then, none now");
    }

    @Test
    void otherDataIsSaid() {
        RunSummary now = new RunSummary(
                SPEC, "id", "date", RUN.outcome(), Optional.empty(), RUN.untrained(), RUN.trained(), "a");
        assertThat(text(now)).isEqualTo("other data: fingerprint data then, date now");
    }

    /** The reason may name a file in another folder. */
    @Test
    void failuresAgreeWithFailures() {
        RunSummary failed = summary(new Outcome.Unfinished(), "a.csv is missing", 0.5, 0.25, "");
        RunSummary again = summary(new Outcome.Unfinished(), "/home/a.csv is missing", 0.5, 0.25, "");
        assertThat(new Reproduction(failed, again).agrees()).isTrue();
        assertThat(new Reproduction(failed, again).text()).isEqualTo("failed again: /home/a.csv is missing");
        assertThat(new Reproduction(failed, RUN).agrees()).isFalse();
        assertThat(new Reproduction(failed, RUN).text()).isEqualTo("failed: a.csv is missing then, completed now");
        assertThat(text(failed)).isEqualTo("completed then, failed: a.csv is missing now");
    }

    @Test
    void whatHadNotEndedIsNotCompared() {
        RunSummary begun = summary(new Outcome.Interrupted(12), "", 0.5, 0.25, "a");
        Reproduction again =
                Reproduction.of(List.of(begun), new Results(List.of())).get(0);
        assertThat(again.agrees()).isFalse();
        assertThat(again.text())
                .isEqualTo("not to be compared: it was recorded before its end, interrupted after step 12");
    }

    @Test
    void noRunIsForgotten() {
        assertThatThrownBy(() -> Reproduction.of(List.of(RUN), new Results(List.of())))
                .hasMessage(
                        "reproduction: the run 'data=iris hidden=4 rule=sgd learning-rate=0.1 epochs=1' was not run again; give results that have it");
    }

    /** A unit in the last place of one number of one rule, whichever: what a changed line of code does. */
    @ParameterizedTest
    @ValueSource(strings = {"learning-rate", "rule"})
    void anUlpInARuleIsSeen(String changed) throws InterruptedException {
        RunSpec momentum = SPEC.with("rule=sgdm:lambda=0.9 epochs=5 batch-size=16");
        RunSpec other = changed.equals("rule")
                ? momentum.with("rule=sgdm:lambda=" + Math.nextUp(0.9))
                : momentum.with(Settings.LEARNING_RATE, Math.nextUp(0.1));
        RunSummary then = RunSummary.of(run(momentum));
        assertThat(new Reproduction(then, RunSummary.of(run(momentum))).text()).isEqualTo("same bits");
        Reproduction again = new Reproduction(then, RunSummary.of(run(other)));
        assertThat(again.agrees()).isFalse();
        assertThat(again.text()).matches("[a-z]+ loss after training: 0?[0-9.]+ then, [0-9.]+ now");
    }

    private static RunResult run(RunSpec spec) throws InterruptedException {
        return new Runner(new DataShelf(), 1)
                .run(Plan.of(spec), new RunListener() {})
                .runs()
                .get(0);
    }
}
