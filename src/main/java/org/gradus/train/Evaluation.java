package org.gradus.train;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;

/**
 * How well a model does on a data set, in evaluation mode.
 *
 * @param loss the mean loss, of labels without smoothing
 * @param metrics what else was measured: {@link Metric#ACCURACY} of classes, {@link Metric#RMSE} and {@link Metric#R_SQUARED} of numbers
 */
public record Evaluation(double loss, Map<Metric, Double> metrics) {
    /** Keeps a copy of the map, in the metrics' order, which nobody can change. */
    public Evaluation {
        Map<Metric, Double> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(metrics);
        metrics = Collections.unmodifiableMap(ordered);
    }

    /**
     * A classifier's loss and accuracy.
     *
     * @param loss the mean cross-entropy
     * @param accuracy the share of examples predicted right, from 0 to 1
     */
    public Evaluation(double loss, double accuracy) {
        this(loss, Map.of(Metric.ACCURACY, accuracy));
    }

    /**
     * {@return how well a model does the {@linkplain Task#of usual task} of some data}
     *
     * @param model the model; not changed
     * @param data the examples, at least one
     * @throws IllegalArgumentException if there are no examples, or the model's output does not fit them
     */
    public static Evaluation of(Layer model, Dataset data) {
        return of(model, data, Task.of(data));
    }

    /**
     * {@return how well a model does its task}
     *
     * @param model the model; not changed
     * @param data the examples, at least one
     * @param task what it is to do with them
     * @throws IllegalArgumentException if there are no examples, or task, data and the model's output do not fit
     */
    public static Evaluation of(Layer model, Dataset data, Task task) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("evaluation: found no examples; need at least one");
        }
        Tally tally = data.hasClasses() ? new Tally.Hits() : Tally.Errors.around(data);
        double loss = 0;
        for (Predictions part : Predictions.of(model, data)) {
            loss += task.loss(part.outputs(), part.examples(), 0).item() * part.size();
            tally.add(part);
        }
        return new Evaluation(loss / data.size(), tally.metrics());
    }

    /**
     * {@return a metric}
     *
     * @param metric which one
     * @throws IllegalStateException if it was not measured
     */
    public double get(Metric metric) {
        Double value = metrics.get(metric);
        if (value == null) {
            throw new IllegalStateException(
                    "evaluation: there is no %s, only the loss and %s; ask for what the task has"
                            .formatted(metric, metrics.keySet()));
        }
        return value;
    }

    /**
     * {@return the share of examples predicted right, from 0 to 1}
     *
     * @throws IllegalStateException if these are not the numbers of a classifier
     */
    public double accuracy() {
        return get(Metric.ACCURACY);
    }

    /** All, rounded, as in {@code loss 0.1234, accuracy 0.9712} and {@code loss 0.25, RMSE 0.5000, R² 0.9100}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "loss %.4g", loss));
        metrics.forEach((metric, value) -> text.append(String.format(Locale.ROOT, ", %s %.4f", metric, value)));
        return text.toString();
    }
}
