package org.gradus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.gradus.cli.terminal.Bar;
import org.gradus.cli.terminal.Terminal;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;

/** Shows how far a comparison has come. */
sealed interface Progress extends RunListener, AutoCloseable {

    @Override
    default void close() {}

    /** A bar, a line per run, or nothing. */
    static Progress of(ProgressOption.Form form, Plan plan, PrintWriter err) {
        ProgressOption.noteKernel(form);
        return switch (form) {
            case none -> new Silent();
            case bar -> new Moving(plan, err);
            default -> new Lines(plan, err);
        };
    }

    /** Shows nothing. */
    record Silent() implements Progress {}

    /** One line per finished run. */
    final class Lines implements Progress {
        private final PrintWriter err;
        private final int total;
        private int done;

        private Lines(Plan plan, PrintWriter err) {
            this.err = err;
            this.total = plan.size();
        }

        @Override
        public synchronized void onRun(RunResult run) {
            done++;
            err.printf(Locale.ROOT, "%2d of %d: %s%n", done, total, describe(run));
            err.flush();
        }
    }

    /** A bar that advances with every run. */
    final class Moving implements Progress {
        private final Bar bar;

        private Moving(Plan plan, PrintWriter err) {
            bar = new Bar(err, Terminal.columns(), plan.size());
        }

        @Override
        public void onRun(RunResult run) {
            bar.step();
            bar.note(describe(run));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static String describe(RunResult run) {
        String what = "%s, seed %s: "
                .formatted(run.spec().text(Settings.RULE), run.spec().get(Settings.SEED));
        if (run.failure().isPresent() || run.diverged()) {
            return what + run.ending();
        }
        double accuracy = run.history().last().validation().accuracy();
        return what + String.format(Locale.ROOT, "validation accuracy %.3f", accuracy);
    }
}
