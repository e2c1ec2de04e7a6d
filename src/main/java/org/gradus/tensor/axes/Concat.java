package org.gradus.tensor.axes;

import java.util.Arrays;
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
            double[] from = x[i];
            Stretch.ofPart(i, axis, shapes)
                    .copy(shape(shapes), (at, part, n) -> System.arraycopy(from, part, y, at, n));
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Shape[] shapes = Arrays.stream(x).map(Tensor::shape).toArray(Shape[]::new);
        Stretch part = Stretch.ofPart(i, axis, shapes);
        return gy.slice(axis, part.start(), part.end());
    }
}
