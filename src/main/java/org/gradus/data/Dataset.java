package org.gradus.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Examples for classification: one row of features and one label each. Immutable. */
public final class Dataset {
    private final Features features;
    private final int[] labels;
    private final List<String> classNames;

    private Dataset(Features features, int[] labels, List<String> classNames) {
        this.features = features;
        this.labels = labels;
        this.classNames = classNames;
    }

    /**
     * {@return a data set whose classes are called by their numbers}
     *
     * @param features one row per example, of shape (examples, width)
     * @param labels the class of each example, from 0
     * @param classes how many classes there are
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Dataset of(Tensor features, int[] labels, int classes) {
        return of(features, labels, numbers(classes));
    }

    /**
     * {@return a data set}
     *
     * @param features one row per example, of shape (examples, width)
     * @param labels the class of each example, from 0
     * @param classNames what the classes are called, in the order of their numbers
     * @throws IllegalArgumentException if the shapes do not fit, or a label is not a class
     */
    public static Dataset of(Tensor features, int[] labels, List<String> classNames) {
        Shape shape = features.shape();
        if (shape.rank() != 2 || shape.size(0) != labels.length) {
            throw new IllegalArgumentException(
                    "dataset: features have shape %s, but there are %s labels; they need shape (%s, width)"
                            .formatted(shape, labels.length, labels.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException(
                        "dataset: the label of example %s is %s; with %s classes it must be 0 to %s"
                                .formatted(i, labels[i], classNames.size(), classNames.size() - 1));
            }
        }
        return of(new Features.Doubles(shape.size(1), features.toArray()), labels.clone(), classNames);
    }

    /** A data set whose parts fit and are nobody else's to change. */
    static Dataset of(Features features, int[] labels, List<String> classNames) {
        return new Dataset(features, labels, List.copyOf(classNames));
    }

    /** The names of classes that have none: their numbers. */
    static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** {@return the number of examples} */
    public int size() {
        return labels.length;
    }

    /** {@return the number of features of an example} */
    public int width() {
        return features.width();
    }

    /** {@return the number of classes} */
    public int classes() {
        return classNames.size();
    }

    /** {@return what the classes are called, in the order of their numbers: the numbers themselves if they have no other names} */
    public List<String> classNames() {
        return classNames;
    }

    /** {@return the features, of shape (examples, width)} */
    public Tensor features() {
        return Tensor.of(Shape.of(size(), width()), features.values());
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
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = labels[rows[i]];
        }
        return new Dataset(features.select(rows), chosen, classNames);
    }

    /**
     * {@return the examples with start ≤ number &lt; end}
     *
     * @param start the first example
     * @param end one past the last example
     * @throws IndexOutOfBoundsException if there are no such examples
     */
    public Dataset range(int start, int end) {
        Objects.checkFromToIndex(start, end, size());
        return select(IntStream.range(start, end).toArray());
    }

    /** The sizes, as in {@code 1797 examples of 64 features in 10 classes}. */
    @Override
    public String toString() {
        return "%s examples of %s features in %s classes".formatted(size(), width(), classes());
    }
}
