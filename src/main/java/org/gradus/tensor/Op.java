package org.gradus.tensor;

import java.util.List;
import java.util.Locale;

/**
 * A differentiable operation: y = f(x₁, …, xₙ).
 *
 * <p>An op is a record whose components are its constants (an exponent, an axis), never tensors. It says what shape its output has, how to
 * compute it, and its vector-Jacobian product (vjp): given the adjoint ȳ = ∂L/∂y of the output, the contribution ȳ · ∂y/∂xᵢ to the adjoint of
 * input i. The vjp is written in tensor expressions, which is why gradients of gradients need nothing more.
 *
 * <p>{@link Tensor#apply(Op, Tensor...)} runs an op. Ops are stateless and may be shared between threads.
 */
public interface Op {

    /**
     * The shape of the output.
     *
     * @param x the shapes of the inputs
     * @return the output's shape
     * @throws IllegalArgumentException if the inputs do not fit, with a sentence that names the op, the shapes found and what to do
     */
    Shape shape(Shape[] x);

    /**
     * Computes the output: a plain loop on raw row-major arrays. The order of every sum is fixed, so the bits are too.
     *
     * @param x the inputs' numbers; must not be changed
     * @param shapes the inputs' shapes, already accepted by {@link #shape}
     * @param y the output's numbers, all 0 at first; to be filled
     */
    void forward(double[][] x, Shape[] shapes, double[] y);

    /**
     * The contribution of the output's adjoint to the adjoint of one input.
     *
     * @param i which input
     * @param gy the adjoint of the output, ∂L/∂y, of y's shape
     * @param y the output
     * @param x the inputs
     * @return ∂L/∂xᵢ by way of this op, of xᵢ's shape; {@code null} if y does not depend on xᵢ in a differentiable way (a condition, say)
     */
    Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x);

    /**
     * The op's name in messages and drawings.
     *
     * @return the simple name of its class with a small first letter, such as {@code matmul}; {@code op} if it has none
     */
    default String name() {
        String name = getClass().getSimpleName();
        return name.isEmpty() ? "op" : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * What the op was made with, in the order of its components, for drawings and descriptions.
     *
     * @return its constants by name, such as {@code axis}; none by default
     */
    default List<Constant> constants() {
        return List.of();
    }

    /**
     * A constant of an op.
     *
     * @param name the name of the record's component
     * @param value a number, a shape, or another immutable value whose text is short
     */
    record Constant(String name, Object value) {}
}
