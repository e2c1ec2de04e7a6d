package org.gradus.data;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Examples for classification: one row of features and one label each. Immutable. */
public final class Dataset {
    private final double[] features; // row-major, one row per example
    private final int width;
    private final int[] labels;
    private final int classes;

    private Dataset(double[] features, int width, int[] labels, int classes) {
        this.features = features;
        this.width = width;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * {@return a data set}
     *
     * @param features one row per example, of shape (examples, width)
     * @param labels the class of each example, from 0
     * @param classes how many classes there are
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Dataset of(Tensor features, int[] labels, int classes) {
        Shape shape = features.shape();
        if (shape.rank() != 2 || shape.size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "dataset: features have shape %s, but there are %d labels; they need shape (%d, width)"
                            .formatted(shape, labels.length, labels.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "dataset: the label of example %d is %d; with %d classes it must be 0 to %d"
                                .formatted(i, labels[i], classes, classes - 1));
            }
        }
        return new Dataset(features.toArray(), shape.size(1), labels.clone(), classes);
    }

    /** {@return the number of examples} */
    public int size() {
        return labels.length;
    }

    /** {@return the number of features of an example} */
    public int width() {
        return width;
    }

    /** {@return the number of classes} */
    public int classes() {
        return classes;
    }

    /** {@return the features, of shape (examples, width)} */
    public Tensor features() {
        return Tensor.of(Shape.of(size(), width), features);
    }

    /** {@return a copy of the labels, one per example} */
    public int[] labels() {
        return labels.clone();
    }

    /**
     * {@return some of the examples}
     *
     * @param rows which ones, from 0, in the order wanted
     * @throws IndexOutOfBoundsException if there is no such example
     */
    public Dataset select(int... rows) {
        double[] chosen = new double[rows.length * width];
        int[] chosenLabels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(features, rows[i] * width, chosen, i * width, width);
            chosenLabels[i] = labels[rows[i]];
        }
        return new Dataset(chosen, width, chosenLabels, classes);
    }

    /**
     * {@return the examples with start ≤ number &lt; end}
     *
     * @param start the first example
     * @param end one past the last example
     * @throws IllegalArgumentException if start is larger than end
     * @throws IndexOutOfBoundsException if there are no such examples
     */
    public Dataset range(int start, int end) {
        return new Dataset(
                Arrays.copyOfRange(features, start * width, end * width),
                width,
                Arrays.copyOfRange(labels, start, end),
                classes);
    }

    /** The sizes, as in {@code 1797 examples of 64 features in 10 classes}. */
    @Override
    public String toString() {
        return "%d examples of %d features in %d classes".formatted(size(), width, classes);
    }
}
