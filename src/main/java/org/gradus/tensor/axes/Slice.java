package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The elements with start ≤ index &lt; end along one axis. Its dual is {@link Pad}: what was cut away gets adjoint 0.
 *
 * @param axis the axis; negative counts from the end
 * @param start the first index kept
 * @param end one past the last index kept
 */
public record Slice(int axis, int start, int end) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        int size = x[0].size(axis);
        if (start < 0 || start > end || end > size) {
            throw new IllegalArgumentException(
                    "slice: %d to %d does not lie in axis %d of shape %s; need 0 ≤ start ≤ end ≤ %d"
                            .formatted(start, end, axis, x[0], size));
        }
        return x[0].with(axis, end - start);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        new Stretch(axis, start, end).copy(shapes[0], (whole, part, n) -> System.arraycopy(x[0], whole, y, part, n));
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Pad(axis, start, x[0].shape().size(axis) - end), gy);
    }
}
