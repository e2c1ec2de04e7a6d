package org.gradus.tensor.axes;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Joins tensors along an axis they already have; each receives its stretch of the adjoint.
 *
 * @param axis the axis; negative counts from the end
 */
public record Concat(int axis) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return x[0].with(axis, Stretch.joined(axis, x).end());
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        for (int i = 0; i < x.length; i++) {
            Stretch.ofPart(i, axis, shapes).write(x[i], y, shape(shapes));
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Shape[] shapes = Arrays.stream(x).map(Tensor::shape).toArray(Shape[]::new);
        Stretch part = Stretch.ofPart(i, axis, shapes);
        return gy.slice(axis, part.start(), part.end());
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("axis", axis));
    }
}
