package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The same numbers in the same row-major order under another shape; its own dual.
 *
 * @param target the output's shape
 */
public record Reshape(Shape target) implements ToShape {
    @Override
    public Shape shape(Shape[] x) {
        if (x[0].size() != target.size()) {
            throw new IllegalArgumentException(
                    "reshape: shape %s has %s elements, but %s holds %s; the sizes must be equal"
                            .formatted(x[0], x[0].size(), target, target.size()));
        }
        return target;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        System.arraycopy(x[0], 0, y, 0, y.length);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.reshape(x[0].shape());
    }
}
