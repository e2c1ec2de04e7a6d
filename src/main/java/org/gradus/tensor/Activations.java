package org.gradus.tensor;

import java.util.function.UnaryOperator;
import org.gradus.tensor.elementwise.Sigmoid;
import org.gradus.tensor.elementwise.Softplus;
import org.gradus.tensor.elementwise.Tanh;
import org.gradus.tensor.selection.Relu;

/** The nonlinear functions between the layers of a network, element by element. */
public final class Activations {
    private static final double SELU_LAMBDA = 1.0507009873554805; // both from the paper's equation 14, to the last bit
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double LARGE = 1000; // e⁻¹⁰⁰⁰ is 0

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
        return slope == 0 ? relu(x) : relu(x).add(negativePart(x).mul(slope)); // −∞ · 0 is no number
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
     * {@return λ x for x &gt; 0, λ α (eˣ − 1) elsewhere, with λ = 1.0507… and α = 1.6733…, which keep mean 0 and variance 1 from layer to layer;
     * the derivative at 0 is λ α, that from the left}
     *
     * <p>Klambauer, Unterthiner, Mayr and Hochreiter 2017, <a href="https://arxiv.org/abs/1706.02515">arXiv 1706.02515</a>.
     *
     * @param x a tensor of any shape
     */
    public static Tensor selu(Tensor x) {
        return relu(x).add(Elementary.expm1(negativePart(x)).mul(SELU_ALPHA)).mul(SELU_LAMBDA);
    }

    /**
     * {@return x Φ(x) with the normal distribution function Φ (Hendrycks and Gimpel 2016); 0 at −∞, where PyTorch has NaN}
     *
     * @param x a tensor of any shape
     */
    public static Tensor gelu(Tensor x) {
        return gated(x, c -> c.mul(Elementary.erf(c.mul(Math.sqrt(0.5))).add(1)).mul(0.5));
    }

    /**
     * {@return ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))), the approximation of {@link #gelu} in GPT-2; 0 at −∞}
     *
     * @param x a tensor of any shape
     */
    public static Tensor geluTanh(Tensor x) {
        return gated(x, c -> {
            Tensor cubic = c.mul(c).mul(c).mul(0.044715);
            return c.mul(tanh(c.add(cubic).mul(Math.sqrt(2 / Math.PI))).add(1)).mul(0.5);
        });
    }

    /**
     * {@return x / (1 + e⁻ˣ), also called swish (Ramachandran, Zoph and Le 2017); 0 at −∞, where PyTorch has NaN}
     *
     * @param x a tensor of any shape
     */
    public static Tensor silu(Tensor x) {
        return gated(x, c -> c.mul(sigmoid(c)));
    }

    /**
     * {@return ln(1 + eˣ), a smooth max(x, 0)}
     *
     * @param x a tensor of any shape
     */
    public static Tensor softplus(Tensor x) {
        return Tensor.apply(new Softplus(), x);
    }

    /**
     * x times a gate that opens from 0 to 1 as x grows, given the product for numbers that are not large: beyond, the gate is 0 or 1 to the last
     * bit, and the product is taken as 0 or x, so that ∞ meets no 0. The derivative at NaN is 0.
     */
    private static Tensor gated(Tensor x, UnaryOperator<Tensor> product) {
        Tensor open = Selection.greater(x, Tensor.scalar(LARGE));
        return Selection.where(open, x, product.apply(Selection.clamp(x, -LARGE, LARGE)));
    }

    /** min(x, 0), with derivative 1 at 0. */
    private static Tensor negativePart(Tensor x) {
        return Selection.clamp(x, Double.NEGATIVE_INFINITY, 0);
    }
}
