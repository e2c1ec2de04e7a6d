package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = x̂ · w + b, where x̂ is x {@linkplain Standardize standardized} and w and b have the shape of its statistics: x̄ is the {@link
 * StandardizeSlope} of ȳ, w̄ = Σ ȳ x̂, and b̄ = Σ ȳ.
 *
 * @param statistics the shape of μ and σ², which broadcasts to x's
 * @param epsilon added to the variance, at least 0
 */
public record Normalize(Shape statistics, double epsilon) implements Standardizing {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, statistics, x[0]);
        Broadcast.checkEqual(this, statistics, Broadcast.checkEqual(this, x[1], x[2]));
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[0], shapes[0], statistics).normalize(x[0], epsilon, x[1], x[2], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return switch (i) {
            case 0 -> Tensor.apply(new StandardizeSlope(statistics, epsilon), gy, x[0], x[1]);
            case 1 ->
                Tensor.apply(new ProductSum(statistics), gy, Tensor.apply(new Standardize(statistics, epsilon), x[0]));
            default -> gy.sumTo(statistics);
        };
    }
}
