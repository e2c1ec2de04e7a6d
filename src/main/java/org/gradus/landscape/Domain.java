package org.gradus.landscape;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The domains of what landscapes are given, and the coordinates of points in them. */
final class Domain {
    private Domain() {}

    /** Refuses fewer than one dimension. */
    static void dimensions(String problem, int dimensions) {
        if (dimensions < 1) {
            throw new IllegalArgumentException(
                    "%s: the number of dimensions must be at least 1, found %d".formatted(problem, dimensions));
        }
    }

    /** Refuses numbers of updates that do not count from 1. */
    static void update(Landscape problem, long t) {
        if (t < 1) {
            throw new IllegalArgumentException(
                    "%s: the loss depends on the number of the update, which is 1 for the first; found %d"
                            .formatted(problem.name(), t));
        }
    }

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
