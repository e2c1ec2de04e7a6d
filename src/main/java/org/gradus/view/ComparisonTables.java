package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gradus.experiment.Quartiles;
import org.gradus.experiment.Setting;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.train.EpochMetrics;
import org.gradus.train.StepMetrics;

/** The numbers of a comparison: all of them as CSV, and a small table of the last epoch's. */
record ComparisonTables(Compared compared) {
    /** One line per step of every run. */
    Table steps() {
        List<List<Object>> lines = new ArrayList<>();
        for (RunResult run : compared.results().runs()) {
            for (StepMetrics s : run.history().steps()) {
                lines.add(line(run, s.epoch(), s.step(), s.loss(), s.gradientNorm(), s.learningRate()));
            }
        }
        return new Table(head("epoch", "step", "loss", "gradient_norm", "learning_rate"), lines);
    }

    /** One line per epoch of every run. */
    Table epochs() {
        List<List<Object>> lines = new ArrayList<>();
        for (RunResult run : compared.results().runs()) {
            for (EpochMetrics e : run.history().epochs()) {
                lines.add(line(
                        run,
                        e.epoch(),
                        e.training().loss(),
                        e.training().accuracy(),
                        e.validation().loss(),
                        e.validation().accuracy()));
            }
        }
        return new Table(
                head("epoch", "training_loss", "training_accuracy", "validation_loss", "validation_accuracy"), lines);
    }

    /** The settings that are varied, then the columns of what was measured. */
    private List<String> head(String... columns) {
        return Stream.concat(compared.plan().settings().stream().map(Setting::name), Stream.of(columns))
                .toList();
    }

    private List<Object> line(RunResult run, Object... numbers) {
        List<Object> line = new ArrayList<>();
        compared.plan().settings().forEach(setting -> line.add(run.spec().text(setting)));
        line.addAll(List.of(numbers));
        return line;
    }

    /** One row per group: the last epoch's numbers as median and quartiles over the seeds. */
    Table summary() {
        List<List<Object>> rows = new ArrayList<>();
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
        return new Table(
                List.of(
                        String.join(
                                ", ",
                                compared.groups().get(0).values().keySet().stream()
                                        .map(Setting::name)
                                        .toList()),
                        "training loss",
                        "validation loss",
                        "training accuracy",
                        "validation accuracy",
                        "gap",
                        "diverged"),
                rows);
    }

    private static String last(RunGroup group, int digits, double unit, ToDoubleFunction<EpochMetrics> measure) {
        Quartiles q = group.last(measure);
        String text = "%s%s (%s – %s)"
                .formatted(
                        Numbers.fixed(unit * q.median(), digits),
                        unit == 100 ? " %" : "",
                        Numbers.fixed(unit * q.lower(), digits),
                        Numbers.fixed(unit * q.upper(), digits));
        return Double.isNaN(q.median()) ? "–" : Numbers.typeset(text);
    }

    private static String diverged(RunGroup group) {
        long count = group.runs().stream().filter(RunResult::diverged).count();
        return count + " of " + group.runs().size();
    }
}
