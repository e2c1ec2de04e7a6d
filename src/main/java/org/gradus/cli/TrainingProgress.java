package org.gradus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.terminal.Bar;
import org.gradus.cli.terminal.Terminal;
import org.gradus.cli.terminal.TimeLeft;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.Listener;
import org.gradus.train.StepMetrics;
import org.gradus.train.Training;

/** Shows how far a run has come, with its present loss and learning rate and the time left. */
sealed interface TrainingProgress extends Listener, AutoCloseable {

    @Override
    default void close() {}

    /** A bar, a line per epoch, or nothing. */
    static TrainingProgress of(ProgressOption.Form form, Training training, PrintWriter err) {
        ProgressOption.noteKernel(form);
        long steps = training.steps(training.epochs());
        return switch (form) {
            case none -> new Silent();
            case bar -> new Moving(steps, err);
            default -> new Lines(training.epochs(), steps, err);
        };
    }

    /** Shows nothing. */
    record Silent() implements TrainingProgress {}

    /** One line per epoch. */
    final class Lines implements TrainingProgress {
        private final int epochs;
        private final TimeLeft timeLeft;
        private final PrintWriter err;
        private StepMetrics last;

        private Lines(int epochs, long steps, PrintWriter err) {
            this.epochs = epochs;
            this.timeLeft = new TimeLeft(steps);
            this.err = err;
        }

        @Override
        public void onStart(History past) {
            timeLeft.skip(past.steps().size());
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
            err.printf(
                    Locale.ROOT,
                    "epoch %d of %d: mini-batch loss %.4f, learning rate %.3g, validation %s, %s%n",
                    epoch.epoch(),
                    epochs,
                    last.loss(),
                    last.learningRate(),
                    epoch.validation(),
                    timeLeft.text(last.step()));
            err.flush();
        }
    }

    /** A bar that advances with every step. */
    final class Moving implements TrainingProgress {
        private final Bar bar;

        private Moving(long steps, PrintWriter err) {
            bar = new Bar(err, Terminal.columns(), steps);
        }

        @Override
        public void onStart(History past) {
            bar.skip(past.steps().size());
        }

        @Override
        public void onStep(StepMetrics step) {
            bar.step(() ->
                    String.format(Locale.ROOT, "mini-batch loss %.4f, rate %.3g", step.loss(), step.learningRate()));
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
