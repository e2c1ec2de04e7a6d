package org.gradus.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gradus.experiment.ComparisonResult;
import org.gradus.experiment.Quartiles;
import org.gradus.experiment.Run;
import org.gradus.optim.Rules;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Outcome;
import org.gradus.train.StepMetrics;

/** The numbers of a comparison: all of them as CSV, and a small table of the last epoch's. */
record ComparisonTables(ComparisonResult result) {
    /** One line per step of every run. */
    Table steps() {
        List<List<Object>> lines = new ArrayList<>();
        for (Run run : result.runs()) {
            for (StepMetrics s : run.history().steps()) {
                lines.add(List.of(
                        run.rule(), run.seed(), s.epoch(), s.step(), s.loss(), s.gradientNorm(), s.learningRate()));
            }
        }
        return new Table(List.of("rule", "seed", "epoch", "step", "loss", "gradient_norm", "learning_rate"), lines);
    }

    /** One line per epoch of every run. */
    Table epochs() {
        List<List<Object>> lines = new ArrayList<>();
        for (Run run : result.runs()) {
            for (EpochMetrics e : run.history().epochs()) {
                lines.add(List.of(
                        run.rule(),
                        run.seed(),
                        e.epoch(),
                        e.onTraining().loss(),
                        e.onTraining().accuracy(),
                        e.validation().loss(),
                        e.validation().accuracy()));
            }
        }
        return new Table(
                List.of(
                        "rule",
                        "seed",
                        "epoch",
                        "training_loss",
                        "training_accuracy",
                        "validation_loss",
                        "validation_accuracy"),
                lines);
    }

    /** One row per rule: the last epoch's numbers as median and quartiles over the seeds. */
    Table summary() {
        List<List<Object>> rows = new ArrayList<>();
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
        return new Table(
                List.of(
                        "rule",
                        "training loss",
                        "validation loss",
                        "training accuracy",
                        "validation accuracy",
                        "gap",
                        "diverged"),
                rows);
    }

    private String last(String rule, int digits, double unit, ToDoubleFunction<EpochMetrics> measure) {
        List<Quartiles> byEpoch = result.byEpoch(rule, measure);
        Quartiles q = byEpoch.get(byEpoch.size() - 1);
        String text = "%s%s (%s – %s)"
                .formatted(
                        Numbers.fixed(unit * q.median(), digits),
                        unit == 100 ? " %" : "",
                        Numbers.fixed(unit * q.lower(), digits),
                        Numbers.fixed(unit * q.upper(), digits));
        return Double.isNaN(q.median()) ? "–" : Numbers.typeset(text);
    }

    private String diverged(String rule) {
        List<Run> runs = result.runs(rule);
        long count = runs.stream()
                .filter(run -> run.history().outcome() instanceof Outcome.Diverged)
                .count();
        return count + " of " + runs.size();
    }
}
