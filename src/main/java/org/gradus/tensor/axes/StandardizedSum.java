package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = Σ g x̂ over the axes that are 1 in the statistics, where x̂ is x {@linkplain Standardize standardized}: ḡ = x̂ {@linkplain ScaleBy scaled
 * by} ȳ, and x̄ is the {@link StandardizeSlope} of g at x and ȳ.
 *
 * @param statistics the shape of μ, σ² and y, which broadcasts to x's
 * @param epsilon added to the variance, at least 0
 */
public record StandardizedSum(Shape statistics, double epsilon) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, statistics, Broadcast.checkEqual(this, x[0], x[1]));
        return statistics;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[1], shapes[1], statistics).products(x[0], x[1], epsilon, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0
                ? Tensor.apply(new ScaleBy(), Tensor.apply(new Standardize(statistics, epsilon), x[1]), gy)
                : Tensor.apply(new StandardizeSlope(statistics, epsilon), x[0], x[1], gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("statistics", statistics), new Constant("epsilon", epsilon));
    }
}
