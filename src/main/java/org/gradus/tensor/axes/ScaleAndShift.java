package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** y = x · w + b with w and b, of one shape, repeated along x's axes: what is learned behind a normalization. x̄ = ȳ · w, w̄ = Σ ȳ x, b̄ = Σ ȳ. */
public record ScaleAndShift() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, Broadcast.checkEqual(this, x[1], x[2]), x[0]);
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.affine(x[0], new double[shapes[1].size()], x[1], x[2], shapes[0], shapes[1], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return switch (i) {
            case 0 -> Tensor.apply(new ScaleBy(), gy, x[1]);
            case 1 -> Tensor.apply(new ProductSum(x[1].shape()), gy, x[0]);
            default -> gy.sumTo(x[2].shape());
        };
    }
}
