package org.gradus.tensor.axes;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.selection.Equal;
import org.gradus.tensor.selection.Where;

/**
 * The maximum over the axes that are 1 in the target shape. Ties share the adjoint evenly; NaN wins over every number and gets no
 * adjoint; the maximum of
 * nothing is −∞.
 *
 * @param target the output's shape, which broadcasts to x's
 */
public record Max(Shape target) implements Reduction {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Arrays.fill(y, Double.NEGATIVE_INFINITY);
        Broadcast.rows(shapes[0], target, (large, small, n, step) -> {
            for (int i = 0; i < n; i++) {
                y[small + i * step] = Math.max(y[small + i * step], x[0][large + i]);
            }
        });
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor attained = Tensor.apply(new Equal(), x[0], y.expand(x[0].shape()));
        Tensor share = gy.div(attained.sumTo(target)).expand(x[0].shape());
        return Tensor.apply(new Where(), attained, share, Tensor.full(share.shape(), 0));
    }
}
