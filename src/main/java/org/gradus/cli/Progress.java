package org.gradus.cli;

import java.io.PrintWriter;
import java.util.Locale;
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

    /** A bar, a line per run, or nothing. */
    static Progress of(ProgressOption.Form form, Comparison comparison, PrintWriter err) {
        KernelNote.before(form);
        return switch (form) {
            case none -> new Silent();
            case bar -> new Moving(comparison, err);
            default -> new Lines(comparison, err);
        };
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
    final class Moving implements Progress {
        private final Bar bar;

        private Moving(Comparison comparison, PrintWriter err) {
            long steps =
                    new Batches(comparison.data().training(), comparison.batchSize(), new RandomStream(0)).perEpoch();
            bar = new Bar(err, Terminal.columns(), runs(comparison) * comparison.epochs() * steps);
        }

        @Override
        public void onStep(String rule, long seed, StepMetrics step) {
            bar.step();
        }

        @Override
        public void onRun(Run run) {
            bar.note(describe(run));
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
