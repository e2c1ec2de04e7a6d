package org.gradus.nn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Sequential;
import org.gradus.nn.norm.BatchNorm;
import org.gradus.tensor.RandomStream;

/** Shorthand for multi-layer perceptrons: linear layers with something nonlinear between them. */
public final class Mlp {
    private Mlp() {}

    /**
     * {@return linear layers with He weights and ReLU between them}
     *
     * @param random where the weights come from
     * @param sizes the width of the input, of each hidden layer, and of the output; at least two
     * @throws IllegalArgumentException if there are fewer than two sizes, or one is less than 1
     */
    public static Sequential of(RandomStream random, int... sizes) {
        return of(random, width -> List.of(Activation.RELU), sizes);
    }

    /**
     * {@return linear layers with He weights, each followed by batch normalization and ReLU except the last}
     *
     * @param random where the weights come from
     * @param sizes the width of the input, of each hidden layer, and of the output; at least two
     * @throws IllegalArgumentException if there are fewer than two sizes, or one is less than 1
     */
    public static Sequential withBatchNorm(RandomStream random, int... sizes) {
        return of(random, width -> List.of(new BatchNorm(width), Activation.RELU), sizes);
    }

    /**
     * {@return linear layers with He weights and the given layers between them}
     *
     * @param random where the weights come from
     * @param between the layers to put behind a hidden linear layer of a width
     * @param sizes the width of the input, of each hidden layer, and of the output; at least two
     * @throws IllegalArgumentException if there are fewer than two sizes, or one is less than 1
     */
    public static Sequential of(RandomStream random, IntFunction<List<Layer>> between, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException("mlp: needs the width of the input and of the output, found only %s"
                    .formatted(Arrays.toString(sizes)));
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(new Linear(sizes[i - 1], sizes[i], random));
            if (i < sizes.length - 1) {
                layers.addAll(between.apply(sizes[i]));
            }
        }
        return new Sequential(layers);
    }
}
