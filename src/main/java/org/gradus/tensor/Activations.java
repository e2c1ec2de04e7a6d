package org.gradus.tensor;

import org.gradus.tensor.elementwise.Sigmoid;
import org.gradus.tensor.elementwise.Softplus;
import org.gradus.tensor.elementwise.Tanh;
import org.gradus.tensor.selection.Relu;

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

    /**
     * {@return x for x &gt; 0, slope · x elsewhere (Maas, Hannun and Ng 2013); the derivative at 0 is the slope}
     *
     * @param x a tensor of any shape
     * @param slope the slope below 0, such as 0.01
     */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return relu(x).add(negativePart(x).mul(slope));
    }

    /**
     * {@return x for x &gt; 0, eˣ − 1 elsewhere (Clevert, Unterthiner and Hochreiter 2016); the derivative at 0 is 1}
     *
     * @param x a tensor of any shape
     */
    public static Tensor elu(Tensor x) {
        return relu(x).add(Elementary.expm1(negativePart(x)));
    }

    /**
     * {@return x Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel 2016); NaN at −∞}
     *
     * @param x a tensor of any shape
     */
    public static Tensor gelu(Tensor x) {
        return x.mul(Elementary.erf(x.mul(Math.sqrt(0.5))).add(1)).mul(0.5);
    }

    /**
     * {@return ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))), the approximation of {@link #gelu} in GPT-2}
     *
     * @param x a tensor of any shape
     */
    public static Tensor geluTanh(Tensor x) {
        Tensor cubic = x.mul(x).mul(x).mul(0.044715);
        return x.mul(tanh(x.add(cubic).mul(Math.sqrt(2 / Math.PI))).add(1)).mul(0.5);
    }

    /**
     * {@return x / (1 + e⁻ˣ), also called swish (Ramachandran, Zoph and Le 2017); NaN at −∞}
     *
     * @param x a tensor of any shape
     */
    public static Tensor silu(Tensor x) {
        return x.mul(sigmoid(x));
    }

    /**
     * {@return ln(1 + eˣ), a smooth max(x, 0)}
     *
     * @param x a tensor of any shape
     */
    public static Tensor softplus(Tensor x) {
        return Tensor.apply(new Softplus(), x);
    }

    /** min(x, 0), with derivative 1 at 0. */
    private static Tensor negativePart(Tensor x) {
        return Selection.clamp(x, Double.NEGATIVE_INFINITY, 0);
    }
}
