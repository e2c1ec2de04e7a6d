package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** y = x · w with w repeated along x's axes: x̄ = ȳ · w, the same op again, and w̄ is the {@link ProductSum} of ȳ and x. */
public record ScaleBy() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, x[1], x[0]);
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] w = x[1];
        Broadcast.rows(shapes[0], shapes[1], (large, small, n, step) -> {
            for (int i = 0; i < n; i++) {
                y[large + i] = step == 0 ? a[large + i] * w[small] : a[large + i] * w[small + i];
            }
        });
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(this, gy, x[1]) : Tensor.apply(new ProductSum(x[1].shape()), gy, x[0]);
    }
}
