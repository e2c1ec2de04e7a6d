package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = w (g − mean g − x̂ · mean(g x̂)) / √(σ² + ε): what an adjoint g becomes on its way back through {@link Normalize}. In g it is linear and
 * its own dual, w̄ = Σ ȳ y/w, and x̄ is {@link Standardizing#slopeChange}.
 *
 * @param statistics the shape of w, the means and σ², which broadcasts to x's
 * @param epsilon added to the variance, at least 0
 */
public record StandardizeSlope(Shape statistics, double epsilon) implements Standardizing {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, Broadcast.checkEqual(this, statistics, x[2]), x[1]);
        return Broadcast.checkEqual(this, x[0], x[1]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[1], shapes[1], statistics).slope(x[0], x[1], epsilon, x[2], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor slope = Tensor.apply(this, gy, x[1], i == 2 ? Tensor.full(statistics, 1) : x[2]);
        return switch (i) {
            case 0 -> slope;
            case 1 -> slopeChange(gy, y, x[0], x[1], slope);
            default -> Tensor.apply(new ProductSum(statistics), x[0], slope);
        };
    }
}
