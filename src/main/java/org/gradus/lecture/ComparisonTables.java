package org.gradus.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gradus.experiment.ComparisonResult;
import org.gradus.experiment.Quartiles;
import org.gradus.experiment.Run;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;

/** The numbers of a comparison: all of them as CSV, and a small table of the last epoch's. */
record ComparisonTables(ComparisonResult result) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    /** One line per step of every run. */
    String steps() {
        List<Object[]> lines = new ArrayList<>();
        lines.add(new Object[] {"rule", "seed", "epoch", "step", "loss", "gradient_norm", "learning_rate"});
        for (Run run : result.runs()) {
            for (StepMetrics s : run.history().steps()) {
                lines.add(new Object[] {
                    run.rule(), run.seed(), s.epoch(), s.step(), s.loss(), s.gradientNorm(), s.learningRate()
                });
            }
        }
        return csv(lines);
    }

    /** One line per epoch of every run. */
    String epochs() {
        List<Object[]> lines = new ArrayList<>();
        lines.add(new Object[] {
            "rule", "seed", "epoch", "training_loss", "training_accuracy", "validation_loss", "validation_accuracy"
        });
        for (Run run : result.runs()) {
            for (EpochMetrics e : run.history().epochs()) {
                lines.add(new Object[] {
                    run.rule(),
                    run.seed(),
                    e.epoch(),
                    e.onTraining().loss(),
                    e.onTraining().accuracy(),
                    e.validation().loss(),
                    e.validation().accuracy()
                });
            }
        }
        return csv(lines);
    }

    private static String csv(List<Object[]> lines) {
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
                "rule",
                "training loss",
                "validation loss",
                "training accuracy",
                "validation accuracy",
                "gap",
                "diverged"));
        for (String rule : result.comparison().rules().keySet()) {
            rows.add(List.of(
                    Rules.written(rule),
                    last(rule, 4, 1, m -> m.onTraining().loss()),
                    last(rule, 4, 1, m -> m.validation().loss()),
                    last(rule, 1, 100, m -> m.onTraining().accuracy()),
                    last(rule, 1, 100, m -> m.validation().accuracy()),
                    last(rule, 1, 100, EpochMetrics::accuracyGap),
                    diverged(rule)));
        }
        return rows;
    }

    private String last(String rule, int digits, double unit, ToDoubleFunction<EpochMetrics> measure) {
        List<Quartiles> byEpoch = result.byEpoch(rule, measure);
        Quartiles q = byEpoch.get(byEpoch.size() - 1);
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

    private String diverged(String rule) {
        List<Run> runs = result.runs(rule);
        long count = runs.stream()
                .filter(run -> run.history().outcome() instanceof Outcome.Diverged)
                .count();
        return count + " of " + runs.size();
    }
}
