package org.gradus.data;

import java.util.Arrays;
import org.gradus.tensor.RandomStream;

/**
 * A data set in two parts.
 *
 * @param training what the model learns from
 * @param validation what it is judged by
 */
public record Split(Dataset training, Dataset validation) {
    /**
     * {@return a data set split by a random shuffle}
     *
     * @param data the data set
     * @param validationShare the share of examples to put aside for validation, more than 0 and less than 1
     * @param random where the shuffle comes from
     * @throws IllegalArgumentException if a part would be empty
     */
    public static Split of(Dataset data, double validationShare, RandomStream random) {
        int aside = (int) Math.round(data.size() * validationShare);
        if (!(aside > 0 && aside < data.size())) {
            throw new IllegalArgumentException(
                    "split: a validation share of %s of %s examples leaves one part empty; choose one between 0 and 1"
                            .formatted(validationShare, data.size()));
        }
        int[] order = random.permutation(data.size());
        return new Split(
                data.select(Arrays.copyOfRange(order, aside, order.length)), data.select(Arrays.copyOf(order, aside)));
    }

    /** The sizes, as in {@code training: 1438 examples of 64 features in 10 classes; validation: 359 examples of 64 features in 10 classes}. */
    @Override
    public String toString() {
        return "training: %s; validation: %s".formatted(training, validation);
    }
}
