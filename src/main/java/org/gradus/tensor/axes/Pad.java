package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Adds zeros before and after along one axis: the dual of {@link Slice}.
 *
 * @param axis the axis; negative counts from the end
 * @param before how many zeros before
 * @param after how many zeros after
 */
public record Pad(int axis, int before, int after) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException(
                    "pad: cannot add %d zeros before and %d after; both must be 0 or more".formatted(before, after));
        }
        return x[0].with(axis, before + x[0].size(axis) + after);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int end = before + shapes[0].size(axis);
        new Stretch(axis, before, end)
                .copy(shape(shapes), (whole, part, n) -> System.arraycopy(x[0], part, y, whole, n));
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.slice(axis, before, before + x[0].shape().size(axis));
    }
}
