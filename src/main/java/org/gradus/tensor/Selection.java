package org.gradus.tensor;

import org.gradus.tensor.selection.Clamp;
import org.gradus.tensor.selection.Equal;
import org.gradus.tensor.selection.Greater;
import org.gradus.tensor.selection.Maximum;
import org.gradus.tensor.selection.Where;

/** Comparisons, as tensors of 0 and 1 without a gradient, and choices between numbers. All shapes broadcast. */
public final class Selection {
    private Selection() {}

    /**
     * {@return 1 where a &gt; b, else 0}
     *
     * @param a the left side
     * @param b the right side
     */
    public static Tensor greater(Tensor a, Tensor b) {
        return broadcast("greater", new Greater(), a, b);
    }

    /**
     * {@return 1 where a = b, else 0}
     *
     * @param a the left side
     * @param b the right side
     */
    public static Tensor equal(Tensor a, Tensor b) {
        return broadcast("equal", new Equal(), a, b);
    }

    /**
     * {@return the larger of a and b; of two equal ones each gets half of the adjoint}
     *
     * @param a one tensor
     * @param b the other tensor
     */
    public static Tensor maximum(Tensor a, Tensor b) {
        return broadcast("maximum", new Maximum(), a, b);
    }

    /**
     * {@return the smaller of a and b; of two equal ones each gets half of the adjoint}
     *
     * @param a one tensor
     * @param b the other tensor
     */
    public static Tensor minimum(Tensor a, Tensor b) {
        return maximum(a.neg(), b.neg()).neg();
    }

    /**
     * {@return x, but not less than lower and not more than upper; the derivative is 1 between the bounds and at them}
     *
     * @param x a tensor of any shape
     * @param lower the lower bound; −∞ for none
     * @param upper the upper bound; ∞ for none
     * @throws IllegalArgumentException if lower is more than upper
     */
    public static Tensor clamp(Tensor x, double lower, double upper) {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "clamp: the lower bound %s is more than the upper bound %s; swap them".formatted(lower, upper));
        }
        return Tensor.apply(new Clamp(lower, upper), x);
    }

    /**
     * {@return a where the condition is not 0, else b}
     *
     * <p>The adjoint goes to what was taken; the other one gets 0. If it was computed with an infinite slope, as √x at 0, 0 · ∞ makes NaN of
     * that further on: then choose the input too, as in {@code where(c, where(c, x, one).sqrt(), zero)}.
     *
     * @param condition what decides; it gets no gradient
     * @param a taken where the condition is not 0
     * @param b taken elsewhere
     */
    public static Tensor where(Tensor condition, Tensor a, Tensor b) {
        Shape numbers = Shape.broadcast("where", a.shape(), b.shape());
        Shape common = Shape.broadcast("where", condition.shape(), numbers);
        return Tensor.apply(new Where(), condition.expand(common), a.expand(common), b.expand(common));
    }

    private static Tensor broadcast(String name, Op op, Tensor a, Tensor b) {
        Shape common = Shape.broadcast(name, a.shape(), b.shape());
        return Tensor.apply(op, a.expand(common), b.expand(common));
    }
}
