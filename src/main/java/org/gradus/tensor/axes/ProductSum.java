package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = Σ a · b over the axes along which broadcasting the target shape to theirs would repeat it: ā = b and b̄ = a, each {@linkplain ScaleBy
 * scaled by} ȳ.
 *
 * @param target the output's shape
 */
public record ProductSum(Shape target) implements ToShape {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, target, Broadcast.checkEqual(this, x[0], x[1]));
        return target;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Broadcast.addProducts(x[0], x[1], new double[y.length], shapes[0], target, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new ScaleBy(), x[1 - i], gy);
    }
}
