package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Sums x over the axes along which broadcasting the target shape to x's would repeat it: the dual of {@link Expand}. A row is
 * added up in four chains side by side, a column in its order.
 *
 * @param target the output's shape
 */
public record SumTo(Shape target) implements Reduction {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Broadcast.addUp(x[0], shapes[0], target, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.expand(x[0].shape());
    }
}
