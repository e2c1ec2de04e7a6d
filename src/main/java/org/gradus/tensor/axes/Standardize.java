package org.gradus.tensor.axes;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = (x − μ) / √(σ² + ε), with the mean μ and the biased variance σ² over the axes that are 1 in the statistics' shape: the core of every
 * normalization layer. x̄ is the {@link StandardizeSlope} of ȳ.
 *
 * @param statistics the shape of μ and σ², which broadcasts to x's
 * @param epsilon added to the variance, at least 0
 */
public record Standardize(Shape statistics, double epsilon) implements Standardizing {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, statistics, x[0]);
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[0], shapes[0], statistics).standardize(x[0], epsilon, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new StandardizeSlope(statistics, epsilon), gy, x[0], Tensor.full(statistics, 1));
    }
}
