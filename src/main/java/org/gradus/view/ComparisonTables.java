package org.gradus.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.experiment.Setting;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;

/** The numbers of a comparison in one look: those of the last epoch. */
record ComparisonTables(Compared compared) {
    /** One row per group: the last epoch's numbers, and those of the test, as median and quartiles over the seeds. */
    Table summary() {
        boolean both = compared.hasTraining() && compared.hasAccuracy();
        List<Object> head = new ArrayList<>();
        head.add(compared.groups().get(0).values().keySet().stream()
                .map(Setting::name)
                .collect(Collectors.joining(", ")));
        List<List<Object>> rows = new ArrayList<>();
        for (RunGroup group : compared.groups()) {
            Map<String, String> row = new LinkedHashMap<>();
            if (compared.hasTraining()) {
                row.put(
                        "training loss",
                        quartiles(group.last(m -> m.onTraining().loss()), 4, 1));
            }
            row.put("validation loss", quartiles(group.last(m -> m.validation().loss()), 4, 1));
            if (both) {
                row.put(
                        "training accuracy",
                        quartiles(group.last(m -> m.onTraining().accuracy()), 1, 100));
                row.put(
                        "validation accuracy",
                        quartiles(group.last(m -> m.validation().accuracy()), 1, 100));
                row.put("gap", quartiles(group.last(EpochMetrics::accuracyGap), 1, 100));
            }
            row.put("test loss", quartiles(group.test(Evaluation::loss), 4, 1));
            if (compared.hasAccuracy()) {
                row.put("test accuracy", quartiles(group.test(Evaluation::accuracy), 1, 100));
            }
            row.put("diverged", diverged(group));
            if (rows.isEmpty()) {
                head.addAll(row.keySet());
            }
            List<Object> cells = new ArrayList<>(List.of(Compared.written(group)));
            cells.addAll(row.values());
            rows.add(cells);
        }
        return new Table(head.stream().map(String::valueOf).toList(), rows);
    }

    private static String quartiles(Quartiles q, int digits, double unit) {
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
