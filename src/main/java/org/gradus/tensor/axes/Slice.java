package org.gradus.tensor.axes;

import java.util.List;
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
        new Stretch(axis, start, end).check(x[0]);
        return x[0].with(axis, end - start);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        new Stretch(axis, start, end).read(x[0], shapes[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Pad(axis, start, x[0].shape().size(axis) - end), gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("axis", axis), new Constant("start", start), new Constant("end", end));
    }
}
