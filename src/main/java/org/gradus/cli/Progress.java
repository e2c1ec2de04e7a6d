package org.gradus.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.terminal.Bar;
import org.gradus.cli.terminal.Terminal;
import org.gradus.cli.terminal.TimeLeft;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunListener;
import org.gradus.experiment.plan.RunResult;

/** Shows how far many runs have come, and the time left. */
sealed interface Progress extends RunListener, AutoCloseable {

    @Override
    default void close() {}

    /**
     * A bar, a line per run, or nothing.
     *
     * @param done how many runs of the plan were done before
     */
    static Progress of(ProgressOption.Form form, Plan plan, int done, PrintWriter err) {
        ProgressOption.noteKernel(form);
        return switch (form) {
            case none -> new Silent();
            case bar -> new Moving(plan, done, err);
            default -> new Lines(plan, done, err);
        };
    }

    /** Shows nothing. */
    record Silent() implements Progress {}

    /** One line per finished run. */
    final class Lines implements Progress {
        private final PrintWriter err;
        private final List<Setting<?>> varied;
        private final int total;
        private final TimeLeft timeLeft;
        private int done;

        private Lines(Plan plan, int done, PrintWriter err) {
            this.err = err;
            this.varied = varied(plan);
            this.total = plan.size();
            this.done = done;
            this.timeLeft = new TimeLeft(total);
            timeLeft.skip(done);
        }

        @Override
        public synchronized void onRun(RunResult run) {
            done++;
            String left = done < total ? ", " + timeLeft.text(done) : "";
            err.printf(Locale.ROOT, "%2d of %d: %s%s%n", done, total, describe(run, varied), left);
            err.flush();
        }
    }

    /** A bar that advances with every run. */
    final class Moving implements Progress {
        private final Bar bar;
        private final List<Setting<?>> varied;

        private Moving(Plan plan, int done, PrintWriter err) {
            bar = new Bar(err, Terminal.columns(), plan.size());
            bar.skip(done);
            varied = varied(plan);
        }

        @Override
        public void onRun(RunResult run) {
            bar.step();
            bar.note(describe(run, varied));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** By what a run is told from the others, but for its seed. */
    private static List<Setting<?>> varied(Plan plan) {
        List<Setting<?>> varied = plan.settingsButSeed();
        return varied.isEmpty() ? List.of(Settings.RULE) : varied;
    }

    private static String describe(RunResult run, List<Setting<?>> varied) {
        Map<Setting<?>, String> values = new LinkedHashMap<>();
        varied.forEach(setting -> values.put(setting, run.spec().text(setting)));
        String what = "%s, seed %s: "
                .formatted(new RunGroup(values, List.of(run)).name(), run.spec().get(Settings.SEED));
        return what
                + (!run.isComparable()
                        ? run.ending()
                        : "validation " + run.history().last().validation());
    }
}
