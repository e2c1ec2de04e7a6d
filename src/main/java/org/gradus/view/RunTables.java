package org.gradus.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.train.EpochMetrics;
import org.gradus.train.History;
import org.gradus.train.StepMetrics;

/**
 * What several runs measured, as two tables for other programs: a row for each step, and one for each epoch. In front of every row stand the
 * settings by which the runs differ. The rows of a fork's future begin with the common past, so that each run is whole.
 *
 * @param settings what to tell the runs apart by
 * @param runs what each of them measured, in the order of the rows
 */
public record RunTables(List<Setting<?>> settings, Map<RunSpec, History> runs) {

    /** {@return a row for each step of every run} */
    public Table steps() {
        List<List<Object>> rows = new ArrayList<>();
        runs.forEach((run, history) -> {
            for (StepMetrics s : history.steps()) {
                rows.add(row(run, Stream.of(s.epoch(), s.step(), s.loss(), s.gradientNorm(), s.learningRate())));
            }
        });
        return new Table(head(Stream.of("epoch", "step", "loss", "gradient_norm", "learning_rate")), rows);
    }

    /** {@return a row for each epoch of every run; what one run measured and another did not is empty in the other's rows} */
    public Table epochs() {
        Set<String> columns = new LinkedHashSet<>();
        measured().forEach(epoch -> columns.addAll(numbers(epoch).keySet()));
        List<List<Object>> rows = new ArrayList<>();
        runs.forEach((run, history) -> {
            for (EpochMetrics epoch : history.epochs()) {
                Map<String, Object> numbers = numbers(epoch);
                rows.add(row(
                        run,
                        Stream.concat(Stream.of(epoch.epoch()), columns.stream().map(numbers::get))));
            }
        });
        return new Table(head(Stream.concat(Stream.of("epoch"), columns.stream())), rows);
    }

    /** {@return both tables, as {@code steps.csv} and {@code epochs.csv}} */
    public List<Artifact> files() {
        return List.of(Artifact.table("steps.csv", steps()), Artifact.table("epochs.csv", epochs()));
    }

    private Stream<EpochMetrics> measured() {
        return runs.values().stream().flatMap(history -> history.epochs().stream());
    }

    /** What was measured after an epoch, by column: {@code training_loss}, {@code training_accuracy} and so on. */
    private static Map<String, Object> numbers(EpochMetrics epoch) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        epoch.parts().forEach((part, evaluation) -> {
            numbers.put(part + "_loss", evaluation.loss());
            evaluation.metrics().forEach((metric, value) -> numbers.put(part + "_" + metric.column(), value));
        });
        return numbers;
    }

    private List<String> head(Stream<String> columns) {
        return Stream.concat(settings.stream().map(Setting::name), columns).toList();
    }

    private List<Object> row(RunSpec run, Stream<?> numbers) {
        return new ArrayList<>(
                Stream.concat(settings.stream().map(run::text), numbers).toList());
    }
}
