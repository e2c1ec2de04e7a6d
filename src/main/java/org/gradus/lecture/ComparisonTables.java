package org.gradus.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gradus.experiment.Quartiles;
import org.gradus.experiment.Setting;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.train.EpochMetrics;
import org.gradus.train.StepMetrics;

/** The numbers of a comparison: all of them as CSV, and a small table of the last epoch's. */
record ComparisonTables(Compared compared) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    /** One line per step of every run. */
    String steps() {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(line(settings(), "epoch", "step", "loss", "gradient_norm", "learning_rate"));
        for (RunResult run : compared.results().runs()) {
            for (StepMetrics s : run.history().steps()) {
                lines.add(line(values(run), s.epoch(), s.step(), s.loss(), s.gradientNorm(), s.learningRate()));
            }
        }
        return csv(lines);
    }

    /** One line per epoch of every run. */
    String epochs() {
        List<List<Object>> lines = new ArrayList<>();
        lines.add(line(
                settings(), "epoch", "training_loss", "training_accuracy", "validation_loss", "validation_accuracy"));
        for (RunResult run : compared.results().runs()) {
            for (EpochMetrics e : run.history().epochs()) {
                lines.add(line(
                        values(run),
                        e.epoch(),
                        e.training().loss(),
                        e.training().accuracy(),
                        e.validation().loss(),
                        e.validation().accuracy()));
            }
        }
        return csv(lines);
    }

    private List<String> settings() {
        return compared.plan().settings().stream().map(Setting::name).toList();
    }

    private List<String> values(RunResult run) {
        return compared.plan().settings().stream().map(run.spec()::text).toList();
    }

    private static List<Object> line(List<String> run, Object... more) {
        List<Object> line = new ArrayList<>(run);
        line.addAll(List.of(more));
        return line;
    }

    private static String csv(List<List<Object>> lines) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecords(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The table's head, then one row per rule: the last epoch's numbers as median and quartiles over the seeds. */
    List<List<String>> summary() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "", "training loss", "validation loss", "training accuracy", "validation accuracy", "gap", "diverged"));
        for (RunGroup group : compared.groups()) {
            rows.add(List.of(
                    Compared.written(group),
                    last(group, 4, 1, m -> m.training().loss()),
                    last(group, 4, 1, m -> m.validation().loss()),
                    last(group, 1, 100, m -> m.training().accuracy()),
                    last(group, 1, 100, m -> m.validation().accuracy()),
                    last(group, 1, 100, EpochMetrics::accuracyGap),
                    diverged(group)));
        }
        return rows;
    }

    private static String last(RunGroup group, int digits, double unit, ToDoubleFunction<EpochMetrics> measure) {
        Quartiles q = group.last(measure);
        String text = "%s%s (%s – %s)"
                .formatted(
                        fixed(unit * q.median(), digits),
                        unit == 100 ? " %" : "",
                        fixed(unit * q.lower(), digits),
                        fixed(unit * q.upper(), digits));
        return Double.isNaN(q.median()) ? "–" : text.replace('-', '−');
    }

    private static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String diverged(RunGroup group) {
        long count = group.runs().stream().filter(RunResult::diverged).count();
        return count + " of " + group.runs().size();
    }
}
