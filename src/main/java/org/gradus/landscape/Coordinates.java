package org.gradus.landscape;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The coordinates of points on landscapes. */
final class Coordinates {
    private Coordinates() {}

    /** The point, if it has the problem's dimensions. */
    static Tensor point(Landscape problem, Tensor theta) {
        Shape expected = Shape.of(problem.dimensions());
        if (!theta.shape().equals(expected)) {
            throw new IllegalArgumentException("%s: the point has shape %s, but the problem needs shape %s"
                    .formatted(problem.name(), theta.shape(), expected));
        }
        return theta;
    }

    /** The point with every number brought between two limits; NaN stays. */
    static double[] clamp(double[] theta, double lower, double upper) {
        return Arrays.stream(theta)
                .map(x -> Math.max(lower, Math.min(x, upper)))
                .toArray();
    }

    /** The first number of a point, as a scalar. */
    static Tensor x(Landscape problem, Tensor theta) {
        return point(problem, theta).slice(0, 0, 1).reshape(Shape.SCALAR);
    }

    /** The second number of a point, as a scalar. */
    static Tensor y(Landscape problem, Tensor theta) {
        return point(problem, theta).slice(0, 1, 2).reshape(Shape.SCALAR);
    }
}
