package org.gradus.data;

import org.gradus.tensor.Reductions;
import org.gradus.tensor.Tensor;

/**
 * Gives every feature mean 0 and standard deviation 1: z = (x − mean) / deviation.
 *
 * <p>Both are those of the training part alone, over n; what a model is judged by must not tell it anything. A feature that is the same in all
 * examples there has the deviation 1. Features become doubles, also those of images.
 *
 * @param mean of each feature, of shape (width)
 * @param deviation of each feature, of shape (width)
 */
public record Standardizer(Tensor mean, Tensor deviation) {

    /**
     * {@return the standardizer of the features of a data set}
     *
     * @param training the training part
     * @throws IllegalArgumentException if it is empty
     */
    public static Standardizer of(Dataset training) {
        if (training.size() == 0) {
            throw new IllegalArgumentException("standardizer: found no examples; need at least one");
        }
        Tensor x = training.features();
        Tensor mean = x.mean(0);
        double[] deviation = Reductions.variance(x, 0).sqrt().toArray();
        double[] range = x.max(0).sub(Reductions.min(x, 0)).toArray();
        for (int i = 0; i < range.length; i++) {
            deviation[i] = range[i] == 0 ? 1 : deviation[i];
        }
        return new Standardizer(mean, Tensor.of(deviation));
    }

    /**
     * {@return a data set with standardized features}
     *
     * @param data examples with the same features
     * @throws IllegalArgumentException if it has another number of features
     */
    public Dataset apply(Dataset data) {
        int width = mean.shape().size();
        if (data.width() != width) {
            throw new IllegalArgumentException(
                    "standardizer: it knows %s features, the data has %s; they are other data"
                            .formatted(width, data.width()));
        }
        return data.withFeatures(data.features().sub(mean).div(deviation));
    }

    /**
     * {@return a split, all parts standardized by the mean and the deviation of its training part}
     *
     * @param split the split
     * @throws IllegalArgumentException if the training part is empty
     */
    public static Split standardized(Split split) {
        return split.map(of(split.training())::apply);
    }

    /** What it is, without the numbers, as in {@code standardizer of 64 features}. */
    @Override
    public String toString() {
        return "standardizer of %s features".formatted(mean.shape().size());
    }
}
