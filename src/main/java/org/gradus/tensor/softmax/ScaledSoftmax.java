package org.gradus.tensor.softmax;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a · softmax(z) over the last axis, with one number a per row: z̄ by {@link SoftmaxSlope}, ā = Σ ȳ softmax(z). Where a is 0 the row is
 * 0 whatever its logits are.
 */
public record ScaledSoftmax() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return SoftmaxRow.checkFactors(this, x[0], x[1]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        SoftmaxRow.softmaxes(x[0], x[1], shapes[0].size(-1), y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0
                ? Tensor.apply(new SoftmaxSlope(), x[0], x[1], gy)
                : gy.mul(Tensor.apply(this, x[0], Tensor.full(x[1].shape(), 1))).sumTo(x[1].shape());
    }
}
