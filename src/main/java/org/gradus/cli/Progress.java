package org.gradus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;

/** Shows how far a comparison has come. */
sealed interface Progress extends RunListener, AutoCloseable {

    @Override
    default void close() {}

    /** A bar on a terminal, a line per run elsewhere, nothing when quiet. */
    static Progress of(boolean quiet, Plan plan, PrintWriter err) {
        if (quiet) {
            return new Silent();
        }
        return System.console() != null ? new Bar(plan) : new Lines(plan, err);
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
    final class Bar implements Progress {
        private final ProgressBar bar;

        private Bar(Plan plan) {
            bar = new ProgressBarBuilder()
                    .setTaskName("training")
                    .setInitialMax(plan.size())
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .setUnit(" runs", 1)
                    .build();
        }

        @Override
        public void onRun(RunResult run) {
            bar.step();
            bar.setExtraMessage(" " + describe(run));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static String describe(RunResult run) {
        String what = "%s, seed %s: "
                .formatted(run.spec().text(Settings.RULE_CHOICE), run.spec().get(Settings.SEED));
        if (run.failure().isPresent() || run.diverged()) {
            return what + run.ending();
        }
        double accuracy = run.history().last().validation().accuracy();
        return what + String.format(Locale.ROOT, "validation accuracy %.3f", accuracy);
    }
}
