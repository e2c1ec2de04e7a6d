package org.gradus.nn;

import java.util.Map;
import org.gradus.tensor.Indexing;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * A learned table of vectors: each number of the input is the number of a row.
 *
 * <p>Input of any shape, of whole numbers from 0 to rows − 1; output (input's shape, width). Weight (rows, width), drawn from N(0, 1) as in
 * PyTorch.
 */
public final class Embedding implements Layer {
    private final Parameter weight;

    /**
     * A table.
     *
     * @param rows how many vectors, at least 1
     * @param width how long each is, at least 1
     * @param random where they come from
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Embedding(int rows, int width, RandomStream random) {
        if (rows < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "embedding: needs at least 1 row and width 1, found %s and %s".formatted(rows, width));
        }
        this.weight = new Parameter("weight", random.gaussian(Shape.of(rows, width), 1));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        double[] numbers = x.toArray();
        int[] rows = new int[numbers.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) numbers[i];
            if (rows[i] != numbers[i]
                    || rows[i] < 0
                    || rows[i] >= weight.shape().size(0)) {
                throw new IllegalArgumentException("embedding: input %s is %s; it must be a whole number from 0 to %s"
                        .formatted(i, numbers[i], weight.shape().size(0) - 1));
            }
        }
        return Indexing.embedding(weight.value(), x.shape(), rows);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("weight", weight);
    }

    /** The sizes, as in {@code Embedding(1000 rows of 16)}. */
    @Override
    public String toString() {
        return "Embedding(%s rows of %s)"
                .formatted(weight.shape().size(0), weight.shape().size(1));
    }
}
