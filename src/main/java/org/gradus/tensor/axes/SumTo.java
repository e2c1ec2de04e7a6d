package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Sums x over the axes along which broadcasting the target shape to x's would repeat it: the dual of {@link Expand}. Numbers are added in
 * storage order.
 *
 * @param target the output's shape
 */
public record SumTo(Shape target) implements Reduction {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Broadcast.rows(shapes[0], target, (large, small, n, step) -> Broadcast.addRow(x[0], large, n, y, small, step));
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.expand(x[0].shape());
    }
}
