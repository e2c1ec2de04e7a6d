package org.gradus.tensor.softmax;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a s (u − Σ s u) with s = softmax(z) over the last axis and one number a per row: u times a times the (symmetric) Jacobian of softmax. It is
 * its own adjoint of u; z̄ = a s (d − Σ s d) with d = (ȳ − Σ s ȳ)(u − Σ s u), and ā = Σ ȳ y/a. Where a is 0 the row is 0.
 */
public record SoftmaxSlope() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return SoftmaxRow.checkFactors(this, SoftmaxRow.check(this, x[0], x[2]), x[1]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        SoftmaxRow.turned(x[0], x[1], x[2], shapes[0].size(-1), y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor ones = Tensor.full(x[1].shape(), 1);
        return switch (i) {
            case 0 -> {
                Tensor product = SoftmaxRow.centered(x[0], gy).mul(SoftmaxRow.centered(x[0], x[2]));
                yield Tensor.apply(this, x[0], x[1], product);
            }
            case 1 -> gy.mul(Tensor.apply(this, x[0], ones, x[2])).sumTo(x[1].shape());
            default -> Tensor.apply(this, x[0], x[1], gy);
        };
    }
}
