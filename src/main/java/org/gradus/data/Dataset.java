package org.gradus.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gradus.data.file.ContentHash;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Examples to learn from or to be judged by: one row of features each, and what is asked about it, which is a class (classification) or
 * numbers (regression). Immutable.
 */
public final class Dataset {
    private final Features features;
    private final Targets targets;

    private Dataset(Features features, Targets targets) {
        this.features = features;
        this.targets = targets;
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
     * {@return a data set for classification}
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
        return new Dataset(features, new Targets.Classes(labels, classNames));
    }

    /**
     * {@return a data set for regression}
     *
     * @param features one row per example, of shape (examples, width)
     * @param targets the numbers to predict, of shape (examples, outputs)
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public static Dataset of(Tensor features, Tensor targets) {
        Shape x = features.shape();
        Shape y = targets.shape();
        if (x.rank() != 2 || y.rank() != 2 || x.size(0) != y.size(0)) {
            throw new IllegalArgumentException(
                    "dataset: features have shape %s, targets %s; they need (examples, width) and (examples, outputs)"
                            .formatted(x, y));
        }
        return new Dataset(
                new Features.Doubles(x.size(1), features.toArray()),
                new Targets.Values(new Features.Doubles(y.size(1), targets.toArray()), y.size(0)));
    }

    /** The names of classes that have none: their numbers. */
    static List<String> numbers(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** {@return this data set with other features of as many examples} */
    Dataset withFeatures(Tensor others) {
        return new Dataset(new Features.Doubles(others.shape().size(1), others.toArray()), targets);
    }

    /** {@return the number of examples} */
    public int size() {
        return targets.size();
    }

    /** {@return the number of features of an example} */
    public int width() {
        return features.width();
    }

    /** {@return whether each example has a class (classification), and not numbers (regression)} */
    public boolean hasClasses() {
        return targets instanceof Targets.Classes;
    }

    /**
     * {@return the number of classes}
     *
     * @throws IllegalStateException if this is data for regression
     */
    public int classes() {
        return classNames().size();
    }

    /**
     * {@return what the classes are called, in the order of their numbers: the numbers themselves if they have no other names}
     *
     * @throws IllegalStateException if this is data for regression
     */
    public List<String> classNames() {
        return asClasses().names();
    }

    /** {@return the features, of shape (examples, width)} */
    public Tensor features() {
        return Tensor.of(Shape.of(size(), width()), features.values());
    }

    /**
     * {@return a copy of the labels, one per example}
     *
     * @throws IllegalStateException if this is data for regression
     */
    public int[] labels() {
        return asClasses().labels().clone();
    }

    /**
     * {@return the numbers to predict, of shape (examples, outputs)}
     *
     * @throws IllegalStateException if this is data for classification
     */
    public Tensor values() {
        Features rows = asValues().rows();
        return Tensor.of(Shape.of(size(), rows.width()), rows.values());
    }

    /**
     * {@return how many numbers there are to predict for an example}
     *
     * @throws IllegalStateException if this is data for classification
     */
    public int outputs() {
        return asValues().rows().width();
    }

    private Targets.Classes asClasses() {
        if (targets instanceof Targets.Classes classes) {
            return classes;
        }
        throw new IllegalStateException("dataset: %s have no classes; for regression ask for values()".formatted(this));
    }

    private Targets.Values asValues() {
        if (targets instanceof Targets.Values values) {
            return values;
        }
        throw new IllegalStateException(
                "dataset: %s have no numbers to predict; for classification ask for labels()".formatted(this));
    }

    /**
     * {@return some of the examples}
     *
     * @param rows which ones, from 0, in the order wanted
     * @throws IndexOutOfBoundsException if there is no such example
     */
    public Dataset select(int... rows) {
        return new Dataset(features.select(rows), targets.select(rows));
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

    /**
     * {@return 16 hexadecimal digits that tell data sets apart: the start of the SHA-256 of the sizes, all features and targets bit for bit,
     * and the class names}
     *
     * <p>Equal examples in the same order have equal fingerprints on every machine. Pixels count as the bytes they are kept as, so the same
     * numbers as doubles have another one. Takes about as long as to read the numbers once from a fast disk.
     */
    public String fingerprint() {
        ContentHash hash = new ContentHash().add(size()).add(width());
        features.hashInto(hash);
        if (targets instanceof Targets.Classes classes) {
            hash.add(classes.labels()).add(classes.names());
        } else if (targets instanceof Targets.Values values) {
            hash.add(values.rows().width());
            values.rows().hashInto(hash);
        }
        return hash.hex();
    }

    /** The sizes, as in {@code 1797 examples of 64 features in 10 classes} and {@code 200 examples of 3 features and 1 targets}. */
    @Override
    public String toString() {
        return "%s examples of %s features %s".formatted(size(), width(), targets.text());
    }
}
