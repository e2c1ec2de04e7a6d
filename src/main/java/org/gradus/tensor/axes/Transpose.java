package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The axes in another order; its dual is the inverse order.
 *
 * @param order for each axis of the output, the axis of the input it was
 */
public record Transpose(Permutation order) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        order.check(x[0]);
        return Shape.of(order.axes().stream().mapToInt(x[0]::size).toArray());
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int[] strides = shapes[0].strides();
        int[] reordered = order.axes().stream().mapToInt(axis -> strides[axis]).toArray();
        new Strided(shape(shapes), reordered).gather(x[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Transpose(order.inverse()), gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("order", order.axes()));
    }
}
