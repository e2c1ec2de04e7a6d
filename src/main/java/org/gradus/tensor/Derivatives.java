package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Derivatives that are tensors with a graph of their own, and so can be differentiated again.
 *
 * <p>All are made from one mechanism, the backward walk with live nodes. {@link #grad} takes tensors of an existing graph; the others take a
 * function and a point. Nothing here needs the function to be differentiable twice unless a second derivative is asked for.
 */
public final class Derivatives {
    private Derivatives() {}

    /**
     * A function's value at a point, and its gradient there.
     *
     * @param value the value, a scalar
     * @param gradient the gradient, of the point's shape
     */
    public record ValueAndGradient(Tensor value, Tensor gradient) {}

    /**
     * The gradient ∂y/∂x of a scalar.
     *
     * <p>The result is recorded: applying {@code grad} to a scalar made from it gives second derivatives.
     *
     * @param y a scalar
     * @param x the tensor to differentiate by: a parameter's value, or any recorded tensor on the way to y
     * @return the gradient, of x's shape; zeros if y does not depend on x
     * @throws IllegalStateException if y is not a scalar
     * @throws IllegalArgumentException if x is a constant
     */
    public static Tensor grad(Tensor y, Tensor x) {
        return grad(y, List.of(x)).get(0);
    }

    /**
     * The gradients ∂y/∂xᵢ of a scalar with respect to several tensors, in one walk through the graph.
     *
     * @param y a scalar
     * @param x the tensors to differentiate by
     * @return one gradient per tensor, each of its tensor's shape
     * @throws IllegalStateException if y is not a scalar
     * @throws IllegalArgumentException if an x is a constant
     */
    public static List<Tensor> grad(Tensor y, List<Tensor> x) {
        return adjoints(Backward.from(y), x);
    }

    /**
     * The vector-Jacobian products uᵀ ∂y/∂xᵢ, in one walk through the graph.
     *
     * @param y a tensor of any shape
     * @param u the weights of its elements, of y's shape; may be recorded itself
     * @param x the tensors to differentiate by
     * @return one product per tensor, each of its tensor's shape
     * @throws IllegalArgumentException if u has another shape than y, or an x is a constant
     */
    public static List<Tensor> vjp(Tensor y, Tensor u, List<Tensor> x) {
        if (!u.shape().equals(y.shape())) {
            throw new IllegalArgumentException("vjp: the vector has shape %s, but the output %s; they must be equal"
                    .formatted(u.shape(), y.shape()));
        }
        return adjoints(Backward.of(y, u), x);
    }

    private static List<Tensor> adjoints(Backward walk, List<Tensor> x) {
        for (Tensor input : x) {
            if (!input.tracked()) {
                throw new IllegalArgumentException(
                        "grad: a tensor of shape %s is a constant; make it a Parameter and differentiate by its value()"
                                .formatted(input.shape()));
            }
        }
        walk.live(x);
        List<Tensor> adjoints = new ArrayList<>();
        for (Tensor input : x) {
            Tensor adjoint = walk.adjoint(input);
            adjoints.add(adjoint == null ? Tensor.full(input.shape(), 0) : adjoint);
        }
        return adjoints;
    }

    /**
     * {@return the value f(x) and the gradient ∇f(x) of a function with scalar values}
     *
     * @param f the function
     * @param x the point
     * @throws IllegalStateException if f(x) is not a scalar
     */
    public static ValueAndGradient valueAndGrad(UnaryOperator<Tensor> f, Tensor x) {
        Tensor point = variable(x);
        Tensor y = f.apply(point);
        return new ValueAndGradient(y, grad(y, point));
    }

    /**
     * {@return the Jacobian matrix: row i is the gradient of element i of f(x), so its shape is (size of f(x), size of x)}
     *
     * @param f the function
     * @param x the point
     */
    public static Tensor jacobian(UnaryOperator<Tensor> f, Tensor x) {
        Tensor point = variable(x);
        Tensor y = f.apply(point);
        Tensor elements = y.reshape(Shape.of(y.shape().size()));
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < elements.shape().size(); i++) {
            rows.add(grad(elements.slice(0, i, i + 1), point)
                    .reshape(Shape.of(1, x.shape().size())));
        }
        return rows.isEmpty()
                ? Tensor.full(Shape.of(0, x.shape().size()), 0)
                : Joining.concat(0, rows.toArray(Tensor[]::new));
    }

    /**
     * {@return the Hessian matrix of second derivatives of a function with scalar values, of shape (size of x, size of x)}
     *
     * @param f the function
     * @param x the point
     * @throws IllegalStateException if f(x) is not a scalar
     */
    public static Tensor hessian(UnaryOperator<Tensor> f, Tensor x) {
        return jacobian(point -> grad(f.apply(point), point), x);
    }

    /**
     * {@return the Hessian-vector product ∇²f(x) v of a function with scalar values, at the cost of a few gradients}
     *
     * @param f the function
     * @param x the point
     * @param v the vector, of x's shape
     * @throws IllegalStateException if f(x) is not a scalar
     * @throws IllegalArgumentException if v has another shape than x
     */
    public static Tensor hvp(UnaryOperator<Tensor> f, Tensor x, Tensor v) {
        Tensor point = variable(x);
        return vjp(grad(f.apply(point), point), v, List.of(point)).get(0);
    }

    /**
     * {@return the Jacobian-vector product f′(x) v: how f(x) changes as x moves along v}
     *
     * <p>Made of two backward walks: u ↦ uᵀ f′(x) is linear in u, and its transpose, again by a vector-Jacobian product, is f′(x).
     *
     * @param f the function
     * @param x the point
     * @param v the direction, of x's shape
     * @throws IllegalArgumentException if v has another shape than x
     */
    public static Tensor jvp(UnaryOperator<Tensor> f, Tensor x, Tensor v) {
        Tensor point = variable(x);
        Tensor y = f.apply(point);
        Tensor u = variable(Tensor.full(y.shape(), 0));
        return vjp(vjp(y, u, List.of(point)).get(0), v, List.of(u)).get(0);
    }

    /** A recorded leaf: x itself if it is recorded already, so that the derivative can be differentiated by what x came from. */
    private static Tensor variable(Tensor x) {
        return x.tracked() ? x : new Parameter("x", x).value();
    }
}
