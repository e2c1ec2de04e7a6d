package org.gradus.nn.init;

import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;

/** How the weights of a fully connected layer are drawn. */
@FunctionalInterface
public interface Initializer {

    /**
     * Draws a weight matrix.
     *
     * @param in the number of inputs of the layer (fan-in)
     * @param out the number of outputs (fan-out)
     * @param random where the numbers come from
     * @return a matrix of shape (in, out)
     */
    Tensor weights(int in, int out, RandomStream random);
}
