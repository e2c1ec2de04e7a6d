package org.gradus.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;
import org.gradus.train.Training;

/** Shows how far a run has come, with its present loss and learning rate and the time left. */
sealed interface TrainingProgress extends Listener, AutoCloseable {

    @Override
    default void close() {}

    /** A bar on a terminal, a line per epoch elsewhere, nothing when quiet. */
    static TrainingProgress of(boolean quiet, Training training, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        long steps = training.steps(training.epochs());
        return System.console() != null ? new Bar(steps) : new Lines(training.epochs(), steps, err);
    }

    /** Shows nothing. */
    record Silent() implements TrainingProgress {}

    /** One line per epoch. */
    final class Lines implements TrainingProgress {
        private final int epochs;
        private final long steps;
        private final PrintWriter err;
        private final long start = System.nanoTime();
        private long before;
        private StepMetrics last;

        private Lines(int epochs, long steps, PrintWriter err) {
            this.epochs = epochs;
            this.steps = steps;
            this.err = err;
        }

        @Override
        public void onStart(History past) {
            before = past.steps().size();
        }

        @Override
        public void onStep(StepMetrics step) {
            last = step;
        }

        @Override
        public void onEpoch(EpochMetrics epoch) {
            if (last == null) {
                return;
            }
            double secondsPerStep = (System.nanoTime() - start) / 1e9 / Math.max(1, last.step() - before);
            Duration left = Duration.ofSeconds(Math.round(secondsPerStep * (steps - last.step())));
            err.printf(
                    Locale.ROOT,
                    "epoch %d of %d: loss %.4f, learning rate %.3g, validation accuracy %.3f, %d:%02d left%n",
                    epoch.epoch(),
                    epochs,
                    last.loss(),
                    last.learningRate(),
                    epoch.validation().accuracy(),
                    left.toMinutes(),
                    left.toSecondsPart());
            err.flush();
        }
    }

    /** A bar that advances with every step. */
    final class Bar implements TrainingProgress {
        private final ProgressBar bar;

        private Bar(long steps) {
            bar = new ProgressBarBuilder()
                    .setTaskName("training")
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setUnit(" steps", 1)
                    .build();
        }

        @Override
        public void onStart(History past) {
            bar.stepTo(past.steps().size());
        }

        @Override
        public void onStep(StepMetrics step) {
            bar.step();
            bar.setExtraMessage(String.format(Locale.ROOT, " loss %.4f, rate %.3g", step.loss(), step.learningRate()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
