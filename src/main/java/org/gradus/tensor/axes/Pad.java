package org.gradus.tensor.axes;

import java.util.List;
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
        return Stretch.padded(axis, before, after, x[0]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        new Stretch(axis, before, before + shapes[0].size(axis)).write(x[0], y, shape(shapes));
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.slice(axis, before, before + x[0].shape().size(axis));
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("axis", axis), new Constant("before", before), new Constant("after", after));
    }
}
