package org.gradus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gradus.data.Batches;
import org.gradus.experiment.Comparison;
import org.gradus.experiment.ComparisonListener;
import org.gradus.experiment.Run;
import org.gradus.tensor.RandomStream;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;

/** Shows how far a comparison has come. */
sealed interface Progress extends ComparisonListener, AutoCloseable {

    @Override
    default void close() {}

    /** A bar on a terminal, a line per run elsewhere, nothing when quiet. */
    static Progress of(boolean quiet, Comparison comparison, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null ? new Bar(comparison) : new Lines(comparison, err);
    }

    private static int runs(Comparison comparison) {
        return comparison.rules().size() * comparison.seeds().size();
    }

    /** Shows nothing. */
    record Silent() implements Progress {}

    /** One line per finished run. */
    final class Lines implements Progress {
        private final PrintWriter err;
        private final int total;
        private int done;

        private Lines(Comparison comparison, PrintWriter err) {
            this.err = err;
            this.total = runs(comparison);
        }

        @Override
        public synchronized void onRun(Run run) {
            done++;
            err.printf(Locale.ROOT, "%2d of %d: %s%n", done, total, describe(run));
            err.flush();
        }
    }

    /** A bar that advances with every step. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        private Bar(Comparison comparison) {
            long steps =
                    new Batches(comparison.data().training(), comparison.batchSize(), new RandomStream(0)).perEpoch();
            bar = new ProgressBarBuilder()
                    .setTaskName("training")
                    .setInitialMax(runs(comparison) * comparison.epochs() * steps)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setUnit(" steps", 1)
                    .build();
        }

        @Override
        public void onStep(String rule, long seed, StepMetrics step) {
            bar.step();
        }

        @Override
        public void onRun(Run run) {
            bar.setExtraMessage(" " + describe(run));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static String describe(Run run) {
        if (run.history().outcome() instanceof Outcome.Diverged diverged) {
            return "%s, seed %s: diverged at step %s, %s"
                    .formatted(run.rule(), run.seed(), diverged.step(), diverged.reason());
        }
        double accuracy = run.history().last().validation().accuracy();
        return String.format(Locale.ROOT, "%s, seed %d: validation accuracy %.3f", run.rule(), run.seed(), accuracy);
    }
}
