package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;

/** Derivatives that are tensors with a graph of their own, and so can be differentiated again. */
public final class Derivatives {
    private Derivatives() {}

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
        Backward walk = Backward.from(y).live();
        List<Tensor> gradients = new ArrayList<>();
        for (Tensor input : x) {
            if (!input.tracked()) {
                throw new IllegalArgumentException(
                        "grad: a tensor of shape %s is a constant; make it a Parameter and differentiate by its value()"
                                .formatted(input.shape()));
            }
            Tensor gradient = walk.adjoint(input);
            gradients.add(gradient == null ? Tensor.full(input.shape(), 0) : gradient);
        }
        return gradients;
    }
}
