package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.optim.rule.Sgd;
import org.gradus.testing.InEveryLocale;
import org.gradus.train.log.CsvLog;
import org.gradus.train.log.JsonLinesLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is asked to stop ends between two steps, with its history and a checkpoint, and goes on to the same bits. */
@InEveryLocale
class InterruptionTest {
    @TempDir
    private Path folder;

    /** Asks for the end at a step. */
    private record Button(long step, Runnable press) implements Listener {
        @Override
        public void onStep(StepMetrics metrics) {
            if (metrics.step() == step) {
                press.run();
            }
        }
    }

    @Test
    void anInterruptedRunGoesOnToTheSameBits() {
        List<Outcome> heard = new ArrayList<>();
        Training first = Recipes.withEverything();
        TrainingRun[] pressed = new TrainingRun[1];
        TrainingRun run = first.start(new Button(7, () -> pressed[0].interrupt()), new Listener() {
            @Override
            public void onEnd(History history) {
                heard.add(history.outcome());
            }
        });
        pressed[0] = run;
        History history = new Checkpoints(folder).finish(run, 1000);
        assertThat(history.outcome()).isEqualTo(new Outcome.Interrupted(7));
        assertThat(history.outcome().text()).isEqualTo("interrupted after step 7");
        assertThat(history.steps()).hasSize(7);
        assertThat(heard).containsExactly(new Outcome.Interrupted(7));
        assertThat(run.step()).isFalse();

        Training second = Recipes.withEverything();
        TrainingRun resumed = second.start();
        new Checkpoints(folder).resume(resumed);
        Training undisturbed = Recipes.withEverything();
        assertThat(resumed.finish()).isEqualTo(undisturbed.run());
        assertThat(Recipes.bits(second.model())).isEqualTo(Recipes.bits(undisturbed.model()));
    }

    /** The stop button of a notebook interrupts the thread; what the run leaves must be written by that same thread afterwards. */
    @Test
    void anInterruptOfItsThreadDoesTheSame() throws IOException {
        TrainingRun run = Recipes.plain(new Sgd(), 0.1)
                .start(new Button(6, () -> Thread.currentThread().interrupt()), new CsvLog(folder));
        History history = new Checkpoints(folder).finish(run, 1000);
        assertThat(history.outcome()).isEqualTo(new Outcome.Interrupted(6));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(folder.resolve("checkpoint.safetensors")).exists();
        assertThat(Files.readAllLines(folder.resolve("steps.csv"))).hasSize(1 + 6);
    }

    /** Files are written also while the thread is interrupted: a channel of java.nio would close itself. */
    @Test
    void anInterruptAtTheEndOfAnEpochSpoilsNoFile() throws IOException {
        Training training = Recipes.plain(new Sgd(), 0.1);
        TrainingRun run = training.start(
                new Button(5, () -> Thread.currentThread().interrupt()),
                new CsvLog(folder),
                new JsonLinesLog(folder.resolve("log.jsonl")));
        assertThat(new Checkpoints(folder).finish(run, 5).outcome()).isEqualTo(new Outcome.Interrupted(5));
        assertThat(Files.readAllLines(folder.resolve("epochs.csv"))).hasSize(1 + 2);
    }

    @Test
    void anInterruptBeforeTheFirstStepEndsTheRunBeforeIt() {
        TrainingRun run = Recipes.plain(new Sgd(), 0.1).start();
        run.interrupt();
        assertThat(run.step()).isFalse();
        assertThat(run.history().outcome()).isEqualTo(new Outcome.Interrupted(0));
        assertThat(run.history().last().epoch()).isZero();
        run.resume(run.save());
        assertThat(run.finish()).isEqualTo(Recipes.plain(new Sgd(), 0.1).run());
    }

    @Test
    void anInterruptAfterTheLastStepChangesNothing() {
        TrainingRun run = Recipes.plain(new Sgd(), 0.1).start();
        History history = run.finish();
        run.interrupt();
        assertThat(run.step()).isFalse();
        assertThat(run.history()).isEqualTo(history);
        assertThat(history.outcome()).isEqualTo(new Outcome.Completed());
    }
}
