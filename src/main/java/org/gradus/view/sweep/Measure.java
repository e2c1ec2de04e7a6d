package org.gradus.view.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gradus.chart.Axis;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Evaluation;
import org.gradus.train.Metric;

/**
 * A number that a run was judged by in its end.
 *
 * @param part the part of the data, such as {@code validation}
 * @param metric which number of it; none for the loss
 */
record Measure(String part, Optional<Metric> metric) {
    private static final double DIVERGING = 10; // times the loss of the untrained network
    static final String VALIDATION = "validation";
    static final String TRAINING = "training";
    private static final String TEST = "test";

    /** All that some runs were judged by: validation first, by which they are sorted, then test and training. */
    static List<Measure> of(Results results) {
        List<Measure> measures = new ArrayList<>();
        for (String part : List.of(VALIDATION, TEST, TRAINING)) {
            Set<Measure> ofPart = new LinkedHashSet<>();
            results.runs().stream()
                    .flatMap(run -> evaluation(run, part).stream())
                    .forEach(evaluation -> {
                        ofPart.add(new Measure(part, Optional.empty()));
                        evaluation
                                .metrics()
                                .keySet()
                                .forEach(metric -> ofPart.add(new Measure(part, Optional.of(metric))));
                    });
            measures.addAll(ofPart);
        }
        return measures;
    }

    /** A run that failed or diverged was not judged. */
    private static Optional<Evaluation> evaluation(RunResult run, String part) {
        if (!run.isComparable()) {
            return Optional.empty();
        }
        EpochMetrics last = run.history().last();
        return switch (part) {
            case TRAINING -> last.training();
            case TEST -> run.test();
            default -> Optional.of(last.validation());
        };
    }

    /** The number of a run; NaN if it has none. */
    double of(RunResult run) {
        return evaluation(run, part)
                .map(evaluation -> metric.map(each -> evaluation.metrics().getOrDefault(each, Double.NaN))
                        .orElse(evaluation.loss()))
                .orElse(Double.NaN);
    }

    /** The middle half over the runs of a point; NaN if one of them has none. */
    Quartiles of(RunGroup point) {
        return Quartiles.of(point.runs().stream().mapToDouble(this::of).toArray());
    }

    /** Its name in files, as in {@code validation_loss}. */
    String column() {
        return part + "_" + metric.map(Metric::column).orElse("loss");
    }

    /** Its name in words, as in {@code validation loss}. */
    String words() {
        return part + " " + metric.map(Metric::toString).orElse("loss");
    }

    /** Its name at the head of a chart. */
    String title() {
        return words().substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1);
    }

    /** The name of its chart's files. */
    String file() {
        return column().replace('_', '-');
    }

    /**
     * Its axis: logarithmic for a loss, as far as ten times the loss before training; what diverges leaves it there instead of making all else look
     * the same.
     */
    Axis axis(Results results) {
        if (metric.isPresent()) {
            return Axis.linear(words());
        }
        double[] losses = results.runs().stream()
                .mapToDouble(this::of)
                .filter(loss -> loss > 0 && loss < Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        double most = DIVERGING * untrained(results);
        Axis axis = Axis.log(words());
        return losses.length > 0 && losses[losses.length - 1] > most && losses[0] < most
                ? axis.withLimits(losses[0], most)
                : axis;
    }

    private static double untrained(Results results) {
        return results.runs().stream()
                .filter(run -> run.failure().isEmpty())
                .mapToDouble(run -> run.history().epochs().get(0).validation().loss())
                .max()
                .orElse(1);
    }

    /** Whether it is a share, which is read in percent. */
    boolean isShare() {
        return metric.equals(Optional.of(Metric.ACCURACY));
    }
}
