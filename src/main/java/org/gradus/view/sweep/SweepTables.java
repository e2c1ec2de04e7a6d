package org.gradus.view.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;
import org.gradus.view.Numbers;
import org.gradus.view.Table;

/**
 * The numbers of a sweep: a row for each point, best first, and a row for each run. They hold nothing that differs from one sitting to the next,
 * such as times.
 */
final class SweepTables {
    private static final int DIGITS = 4; // of a loss that diverges

    /** What has to be the same for two losses to be compared. */
    private static final Set<Setting<?>> BASIS = Set.of(Settings.DATA, Settings.LABEL, Settings.TASK);

    /** What the points are sorted by. */
    static final Measure DECIDING = new Measure(Measure.VALIDATION, Optional.empty());

    private final Plan plan;
    private final Results results;
    private final List<Measure> measures;
    private final List<RunGroup> points;

    /**
     * The tables of a sweep.
     *
     * @param plan what was run
     * @param results what came out
     */
    SweepTables(Plan plan, Results results) {
        this.plan = plan;
        this.results = results;
        this.measures = Measure.of(results);
        this.points = sorted(results.by(varied().toArray(Setting<?>[]::new)));
    }

    Plan plan() {
        return plan;
    }

    Results results() {
        return results;
    }

    /** All that some runs were judged by. */
    List<Measure> measures() {
        return measures;
    }

    /** The settings that are varied, but for the seed. */
    List<Setting<?>> varied() {
        return plan.settingsButSeed();
    }

    /** Whether the points can be told better from worse. */
    boolean isComparable() {
        return varied().stream().noneMatch(BASIS::contains);
    }

    /**
     * The points: by their median validation loss, the least first; then those that have none because a run failed or diverged, the fewest such runs
     * first. Without a common basis they stay in the order of the plan.
     */
    List<RunGroup> points() {
        return points;
    }

    private List<RunGroup> sorted(List<RunGroup> groups) {
        if (!isComparable()) {
            return groups;
        }
        Map<RunGroup, Double> losses = new IdentityHashMap<>();
        groups.forEach(point -> losses.put(point, loss(point)));
        return groups.stream()
                .sorted(Comparator.<RunGroup>comparingDouble(losses::get) // NaN is the largest
                        .thenComparingLong(point -> count(point, run -> !run.isComparable())))
                .toList();
    }

    private static double loss(RunGroup point) {
        return DECIDING.of(point).median();
    }

    private static long count(RunGroup point, Predicate<RunResult> what) {
        return point.runs().stream().filter(what).count();
    }

    /** The point with the least median validation loss, if there is one. */
    Optional<RunGroup> best() {
        return points.stream().findFirst().filter(point -> isComparable() && !Double.isNaN(loss(point)));
    }

    private boolean isBest(RunGroup point) {
        return best().filter(best -> best == point).isPresent();
    }

    /** A row for each point to be read: medians, and in parentheses the quartiles over the seeds. */
    Table summary() {
        List<Measure> judged = measures.stream()
                .filter(measure -> !measure.part().equals(Measure.TRAINING))
                .toList();
        List<String> head = new ArrayList<>(List.of(""));
        varied().forEach(setting -> head.add(setting.name()));
        judged.forEach(measure -> head.add(measure.words()));
        head.addAll(List.of("diverged", "failed"));
        List<List<Object>> rows = new ArrayList<>();
        for (RunGroup point : points) {
            List<Object> row = new ArrayList<>(List.of(isBest(point) ? "best" : ""));
            row.addAll(point.values().values());
            judged.forEach(measure -> row.add(quartiles(measure.of(point), measure.isShare())));
            row.add(of(point, RunResult::diverged));
            row.add(of(point, run -> run.failure().isPresent()));
            rows.add(row);
        }
        return new Table(head, rows);
    }

    private static String of(RunGroup point, Predicate<RunResult> what) {
        return count(point, what) + " of " + point.runs().size();
    }

    private static String quartiles(Quartiles q, boolean share) {
        if (Double.isNaN(q.median())) {
            return "–";
        }
        return "%s%s (%s – %s)"
                .formatted(
                        number(q.median(), share),
                        share ? " %" : "",
                        number(q.lower(), share),
                        number(q.upper(), share));
    }

    private static String number(double value, boolean share) {
        if (share) {
            return Numbers.fixed(100 * value, 1);
        }
        return Math.abs(value) < 1000 ? Numbers.fixed(value, 4) : RoundedDecimal.text(value, DIGITS);
    }

    /** A row for each point to compute with, in the same order. */
    Table numbers() {
        List<String> head = new ArrayList<>(List.of("best"));
        varied().forEach(setting -> head.add(setting.name()));
        head.addAll(List.of("runs", "diverged", "failed"));
        measures.forEach(measure ->
                Stream.of("_median", "_lower", "_upper").forEach(quartile -> head.add(measure.column() + quartile)));
        List<List<Object>> rows = new ArrayList<>();
        for (RunGroup point : points) {
            List<Object> row = new ArrayList<>(List.of(isBest(point) ? "yes" : "no"));
            row.addAll(point.values().values());
            row.add(point.runs().size());
            row.add(count(point, RunResult::diverged));
            row.add(count(point, run -> run.failure().isPresent()));
            for (Measure measure : measures) {
                Quartiles q = measure.of(point);
                Stream.of(q.median(), q.lower(), q.upper())
                        .map(SweepTables::cell)
                        .forEach(row::add);
            }
            rows.add(row);
        }
        return new Table(head, rows);
    }

    private static Object cell(double number) {
        return Double.isNaN(number) ? null : number;
    }

    /** A row for each run, in the order of the plan, with what it can be found and checked by. */
    Table runs() {
        List<String> head = new ArrayList<>();
        varied().forEach(setting -> head.add(setting.name()));
        head.addAll(List.of("seed", "ending", "epochs"));
        measures.forEach(measure -> head.add(measure.column()));
        head.addAll(List.of("id", "data", "fingerprint"));
        List<List<Object>> rows = new ArrayList<>();
        for (RunResult run : results.runs()) {
            List<Object> row = new ArrayList<>();
            varied().forEach(setting -> row.add(run.spec().text(setting)));
            row.add(run.spec().get(Settings.SEED));
            row.add(run.ending());
            row.add(run.history().epochs().stream()
                    .mapToInt(EpochMetrics::epoch)
                    .max()
                    .orElse(0));
            measures.forEach(measure -> row.add(cell(measure.of(run))));
            row.addAll(List.of(run.id(), run.data(), run.fingerprint()));
            rows.add(row);
        }
        return new Table(head, rows);
    }
}
