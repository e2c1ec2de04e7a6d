package org.gradus.tensor.axes;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Repeats x along axes of size 1 and along new leading axes: broadcasting. Its dual is {@link SumTo}, for what was used several times gets
 * the sum of the adjoints.
 *
 * @param target the output's shape
 */
public record Expand(Shape target) implements ToShape {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, x[0], target);
        return target;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        Broadcast.rows(target, shapes[0], (large, small, n, step) -> {
            if (step == 0) {
                Arrays.fill(y, large, large + n, a[small]);
            } else {
                System.arraycopy(a, small, y, large, n);
            }
        });
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.sumTo(x[0].shape());
    }
}
