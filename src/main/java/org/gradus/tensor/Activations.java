package org.gradus.tensor;

import org.gradus.tensor.elementwise.Relu;
import org.gradus.tensor.elementwise.Sigmoid;
import org.gradus.tensor.elementwise.Tanh;

/** The nonlinear functions between the layers of a network, element by element. */
public final class Activations {
    private Activations() {}

    /**
     * {@return max(x, 0); its derivative at 0 is taken as 0}
     *
     * @param x a tensor of any shape
     */
    public static Tensor relu(Tensor x) {
        return Tensor.apply(new Relu(), x);
    }

    /**
     * {@return 1 / (1 + e⁻ˣ), between 0 and 1}
     *
     * @param x a tensor of any shape
     */
    public static Tensor sigmoid(Tensor x) {
        return Tensor.apply(new Sigmoid(), x);
    }

    /**
     * {@return the hyperbolic tangent, between −1 and 1}
     *
     * @param x a tensor of any shape
     */
    public static Tensor tanh(Tensor x) {
        return Tensor.apply(new Tanh(), x);
    }
}
