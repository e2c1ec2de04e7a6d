package org.gradus.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gradus.catalog.Catalog;
import org.gradus.tensor.Activations;
import org.gradus.tensor.Tensor;

/**
 * The nonlinear layers without parameters, element by element, for any shape: one line each, which gives it its name everywhere.
 *
 * <p>The formulas, kinks and sources are those of {@link Activations}. One with another constant is a lambda:
 * {@code Layer steep = (x, mode) -> Activations.leakyRelu(x, 0.2)}.
 */
public enum Activation implements Layer {
    /** max(x, 0). */
    RELU(Activations::relu),
    /** x above 0 and 0.01 x below, the slope of PyTorch. */
    LEAKY_RELU(x -> Activations.leakyRelu(x, 0.01)),
    /** x above 0 and eˣ − 1 below. */
    ELU(Activations::elu),
    /** λ x above 0 and λ α (eˣ − 1) below: self-normalizing, with LeCun's initial weights. */
    SELU(Activations::selu),
    /** x Φ(x) with the normal distribution function Φ. */
    GELU(Activations::gelu),
    /** The approximation of {@link #GELU} by tanh, as in GPT-2. */
    GELU_TANH(Activations::geluTanh),
    /** x / (1 + e⁻ˣ), also called swish. */
    SILU(Activations::silu),
    /** ln(1 + eˣ). */
    SOFTPLUS(Activations::softplus),
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID(Activations::sigmoid),
    /** The hyperbolic tangent. */
    TANH(Activations::tanh);

    private static final Catalog<Activation> ALL = Catalog.of("activation", byName());

    private final UnaryOperator<Tensor> function;

    Activation(UnaryOperator<Tensor> function) {
        this.function = function;
    }

    private static Map<String, Activation> byName() {
        Map<String, Activation> named = new LinkedHashMap<>();
        for (Activation activation : values()) {
            named.put(activation.toString(), activation);
        }
        return Collections.unmodifiableMap(named);
    }

    /** {@return all activations by name, such as {@code gelu-tanh}, in the order to list them} */
    public static Catalog<Activation> catalog() {
        return ALL;
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return function.apply(x);
    }

    /** The name, as in {@code gelu-tanh}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
