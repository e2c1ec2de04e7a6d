package org.gradus.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final RandomStream random;

    /**
     * Mini-batches of a data set.
     *
     * @param data the examples
     * @param batchSize how many examples to a batch, at least 1
     * @param random where the orders come from; best a stream of its own
     * @throws IllegalArgumentException if the batch size is less than 1
     */
    public Batches(Dataset data, int batchSize, RandomStream random) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size: must be at least 1, found " + batchSize);
        }
        this.data = data;
        this.batchSize = batchSize;
        this.random = random;
    }

    /** {@return the batches of the next epoch: every example once} */
    public List<Dataset> nextEpoch() {
        int[] order = random.permutation(data.size());
        List<Dataset> batches = new ArrayList<>();
        for (int start = 0; start < order.length; ) {
            int end = end(start);
            batches.add(data.select(Arrays.copyOfRange(order, start, end)));
            start = end;
        }
        return batches;
    }

    /** {@return the number of batches of an epoch} */
    public int perEpoch() {
        int count = 0;
        for (int start = 0; start < data.size(); start = end(start)) {
            count++;
        }
        return count;
    }

    private int end(int start) {
        int end = Math.min(start + batchSize, data.size());
        return batchSize > 1 && end == data.size() - 1 ? data.size() : end;
    }
}
