package org.gradus.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;

/**
 * Deals a data set out in mini-batches, in a new random order every epoch.
 *
 * <p>The last batch of an epoch is smaller if the batch size does not divide the data. A single example left over joins the batch before it:
 * the variance of a batch of one, which batch normalization needs, does not exist.
 */
public final class Batches {
    private final Dataset data;
    private final int batchSize;
    private final IntFunction<int[]> order;

    private Batches(Dataset data, int batchSize, IntFunction<int[]> order) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size: must be at least 1, found " + batchSize);
        }
        this.data = data;
        this.batchSize = batchSize;
        this.order = order;
    }

    /**
     * Mini-batches of a data set.
     *
     * @param data the examples
     * @param batchSize how many examples to a batch, at least 1
     * @param random where the orders come from; best a stream of its own
     * @throws IllegalArgumentException if the batch size is less than 1
     */
    public Batches(Dataset data, int batchSize, RandomStream random) {
        this(data, batchSize, random::permutation);
    }

    /**
     * {@return mini-batches in the data set's own order, the same every epoch: what shuffling is compared with}
     *
     * @param data the examples
     * @param batchSize how many examples to a batch, at least 1
     * @throws IllegalArgumentException if the batch size is less than 1
     */
    public static Batches inOrder(Dataset data, int batchSize) {
        return new Batches(data, batchSize, Batches::upTo);
    }

    /** {@return the batches of the next epoch: every example once} */
    public List<Dataset> nextEpoch() {
        return nextEpoch(upTo(data.size()));
    }

    /**
     * {@return the batches of an epoch of only some examples, each once}
     *
     * <p>A batch is gathered when it is asked for, and is not kept.
     *
     * @param examples which examples, from 0
     */
    public List<Dataset> nextEpoch(int... examples) {
        int[] shuffled = order.apply(examples.length);
        Arrays.setAll(shuffled, i -> examples[shuffled[i]]);
        int count = perEpoch(examples.length);
        return new AbstractList<>() {
            @Override
            public Dataset get(int i) {
                int end = i == count - 1 ? shuffled.length : (i + 1) * batchSize;
                return data.select(Arrays.copyOfRange(shuffled, i * batchSize, end));
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /** {@return the number of batches of an epoch} */
    public int perEpoch() {
        return perEpoch(data.size());
    }

    /**
     * {@return the number of batches of an epoch of only some examples}
     *
     * @param examples how many
     */
    public int perEpoch(int examples) {
        int left = examples % batchSize;
        boolean joins = left == 1 && examples > 1;
        return examples / batchSize + (left > 0 && !joins ? 1 : 0);
    }

    private static int[] upTo(int n) {
        return IntStream.range(0, n).toArray();
    }

    /** What is dealt out, as in {@code mini-batches of 64 of 1438 examples of 64 features in 10 classes}. */
    @Override
    public String toString() {
        return "mini-batches of %s of %s".formatted(batchSize, data);
    }
}
