package org.gradus.tensor;

import org.gradus.tensor.elementwise.Cos;
import org.gradus.tensor.elementwise.Erf;
import org.gradus.tensor.elementwise.Expm1;
import org.gradus.tensor.elementwise.Log1p;
import org.gradus.tensor.elementwise.Power;
import org.gradus.tensor.elementwise.Sin;
import org.gradus.tensor.selection.Abs;

/** Elementary functions of every element, beyond those that {@link Tensor} has as methods. */
public final class Elementary {
    private Elementary() {}

    /**
     * {@return |x|; its derivative at 0 is taken as 0}
     *
     * @param x a tensor of any shape
     */
    public static Tensor abs(Tensor x) {
        return Tensor.apply(new Abs(), x);
    }

    /**
     * {@return x²}
     *
     * @param x a tensor of any shape
     */
    public static Tensor square(Tensor x) {
        return x.mul(x);
    }

    /**
     * {@return a to the power b}
     *
     * @param a the base
     * @param b the exponent; the shapes broadcast
     */
    public static Tensor power(Tensor a, Tensor b) {
        Shape common = Shape.broadcast("power", a.shape(), b.shape());
        return Tensor.apply(new Power(), a.expand(common), b.expand(common));
    }

    /**
     * {@return the sine}
     *
     * @param x a tensor of any shape, in radians
     */
    public static Tensor sin(Tensor x) {
        return Tensor.apply(new Sin(), x);
    }

    /**
     * {@return the cosine}
     *
     * @param x a tensor of any shape, in radians
     */
    public static Tensor cos(Tensor x) {
        return Tensor.apply(new Cos(), x);
    }

    /**
     * {@return ln(1 + x), accurate for x near 0}
     *
     * @param x a tensor of any shape
     */
    public static Tensor log1p(Tensor x) {
        return Tensor.apply(new Log1p(), x);
    }

    /**
     * {@return eˣ − 1, accurate for x near 0}
     *
     * @param x a tensor of any shape
     */
    public static Tensor expm1(Tensor x) {
        return Tensor.apply(new Expm1(), x);
    }

    /**
     * {@return the error function, 2/√π ∫₀ˣ e^(−t²) dt}
     *
     * @param x a tensor of any shape
     */
    public static Tensor erf(Tensor x) {
        return Tensor.apply(new Erf(), x);
    }
}
