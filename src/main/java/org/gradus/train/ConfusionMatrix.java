package org.gradus.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;

/**
 * How often a classifier took which class for which: a row for each label, a column for each class predicted.
 *
 * <p>Its text is a table with the recall of each class at the end of its row and the precision at the foot of its column.
 */
public final class ConfusionMatrix {
    private static final int WIDTH = 7;
    private static final int WIDTH_OF_LABELS = 17;

    private final int[][] counts;
    private final List<String> names;

    private ConfusionMatrix(int[][] counts, List<String> names) {
        this.counts = counts;
        this.names = names;
    }

    /**
     * {@return the matrix of a classifier with a logit for each class on a data set, in evaluation mode}
     *
     * @param model the classifier; not changed
     * @param data the examples
     * @throws IllegalArgumentException if the data has no classes, or the model's output does not fit them
     */
    public static ConfusionMatrix of(Layer model, Dataset data) {
        return of(model, data, new Task.Classification());
    }

    /**
     * {@return the matrix of a classifier on a data set, in evaluation mode}
     *
     * @param model the classifier; not changed
     * @param data the examples
     * @param task what the model does: classification or binary classification
     * @throws IllegalArgumentException if the task or the data has no classes, or the model's output does not fit them
     */
    public static ConfusionMatrix of(Layer model, Dataset data, Task task) {
        if (!task.hasLabels() || !data.hasClasses()) {
            throw new IllegalArgumentException(
                    "confusion matrix: it counts classes, found the task %s and %s; Evaluation.of judges those"
                            .formatted(task.text(), data));
        }
        int[][] counts = new int[data.classes()][data.classes()];
        for (Predictions part : Predictions.of(model, data)) {
            TaskText.requireShape(task, part.outputs(), part.examples());
            int[] predicted = part.predicted();
            int[] labels = part.examples().labels();
            for (int i = 0; i < labels.length; i++) {
                counts[labels[i]][predicted[i]]++;
            }
        }
        return new ConfusionMatrix(counts, data.classNames());
    }

    /** {@return the number of classes} */
    public int classes() {
        return counts.length;
    }

    /**
     * {@return how many examples of a label were taken for a class}
     *
     * @param label the right class, from 0
     * @param predicted the class predicted, from 0
     */
    public int count(int label, int predicted) {
        return counts[label][predicted];
    }

    /** {@return the share of all examples that were predicted right, NaN if there are none} */
    public double accuracy() {
        return share(
                IntStream.range(0, classes()).map(c -> counts[c][c]).sum(),
                IntStream.range(0, classes()).map(this::examples).sum());
    }

    /**
     * {@return the share of the examples of a class that were recognized, its accuracy; NaN if there are none}
     *
     * @param label the class, from 0
     */
    public double recall(int label) {
        return share(counts[label][label], examples(label));
    }

    /**
     * {@return the share of right ones among the examples taken for a class, NaN if there are none}
     *
     * @param predicted the class, from 0
     */
    public double precision(int predicted) {
        int all = Arrays.stream(counts).mapToInt(row -> row[predicted]).sum();
        return share(counts[predicted][predicted], all);
    }

    private int examples(int label) {
        return Arrays.stream(counts[label]).sum();
    }

    private static double share(int part, int all) {
        return (double) part / all;
    }

    /** The counts as a table, with recalls and precisions; the classes have their names. */
    @Override
    public String toString() {
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        String cell = "%" + Math.max(WIDTH, longest + 2) + "s";
        String first = "%" + Math.max(WIDTH_OF_LABELS, longest) + "s";
        StringBuilder table = new StringBuilder(first.formatted("label \\ predicted"));
        names.forEach(name -> table.append(cell.formatted(name)));
        table.append("   recall\n");
        for (int label = 0; label < classes(); label++) {
            table.append(first.formatted(names.get(label)));
            Arrays.stream(counts[label]).forEach(count -> table.append(cell.formatted(count)));
            table.append(String.format(Locale.ROOT, "%9.3f\n", recall(label)));
        }
        table.append(first.formatted("precision"));
        IntStream.range(0, classes()).forEach(c -> table.append(cell.formatted(rounded(precision(c)))));
        return table.append(String.format(Locale.ROOT, "%9.3f\n", accuracy())).toString();
    }

    private static String rounded(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
