package org.gradus.nn;

import org.gradus.tensor.Shape;

/** The published ways to draw first weights, so that signals and gradients keep their size from layer to layer. */
public final class Initializers {
    private Initializers() {}

    /**
     * {@return N(0, 2/in), for ReLU: half of the units are off, so the variance is doubled}
     *
     * <p>He, Zhang, Ren and Sun 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>.
     */
    public static Initializer heNormal() {
        return (in, out, random) -> random.gaussian(Shape.of(in, out), Math.sqrt(2.0 / in));
    }

    /**
     * {@return U(−a, a) with a = √(6/in), of the same variance as {@link #heNormal}, for ReLU}
     *
     * <p>He, Zhang, Ren and Sun 2015, <a href="https://arxiv.org/abs/1502.01852">arXiv 1502.01852</a>.
     */
    public static Initializer heUniform() {
        return (in, out, random) -> {
            double a = Math.sqrt(6.0 / in);
            return random.uniform(Shape.of(in, out), -a, a);
        };
    }

    /**
     * {@return N(0, 2/(in + out)), for tanh and other activations with slope 1 at 0}
     *
     * <p>Glorot and Bengio 2010, <a href="https://proceedings.mlr.press/v9/glorot10a.html">PMLR 9</a>; the uniform form is the paper's.
     */
    public static Initializer xavierNormal() {
        return (in, out, random) -> random.gaussian(Shape.of(in, out), Math.sqrt(2.0 / (in + out)));
    }

    /**
     * {@return U(−a, a) with a = √(6/(in + out)), for tanh and other activations with slope 1 at 0}
     *
     * <p>Glorot and Bengio 2010, <a href="https://proceedings.mlr.press/v9/glorot10a.html">PMLR 9</a>.
     */
    public static Initializer xavierUniform() {
        return (in, out, random) -> {
            double a = Math.sqrt(6.0 / (in + out));
            return random.uniform(Shape.of(in, out), -a, a);
        };
    }
}
