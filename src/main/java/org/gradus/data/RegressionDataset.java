package org.gradus.data;

import org.gradus.tensor.Indexing;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Examples for regression: one row of features and one of targets each.
 *
 * @param features of shape (examples, width)
 * @param targets the numbers to predict, of shape (examples, outputs)
 */
public record RegressionDataset(Tensor features, Tensor targets) {

    /**
     * Checks the shapes.
     *
     * @throws IllegalArgumentException if they do not fit
     */
    public RegressionDataset {
        Shape x = features.shape();
        Shape y = targets.shape();
        if (x.rank() != 2 || y.rank() != 2 || x.size(0) != y.size(0)) {
            throw new IllegalArgumentException(
                    "regression: features have shape %s, targets %s; they need (examples, width) and (examples, outputs)"
                            .formatted(x, y));
        }
    }

    /** {@return the number of examples} */
    public int size() {
        return features.shape().size(0);
    }

    /**
     * {@return some of the examples}
     *
     * @param rows which ones, from 0, in the order wanted
     * @throws IllegalArgumentException if there is no such example
     */
    public RegressionDataset select(int... rows) {
        Shape count = Shape.of(rows.length);
        return new RegressionDataset(
                Indexing.embedding(features, count, rows), Indexing.embedding(targets, count, rows));
    }

    /** The sizes, as in {@code 200 examples of 3 features and 1 targets}. */
    @Override
    public String toString() {
        return "%s examples of %s features and %s targets"
                .formatted(size(), features.shape().size(1), targets.shape().size(1));
    }
}
