package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = (g − mean g − x̂ · mean(g x̂)) / √(σ² + ε): what an adjoint g becomes on its way back through {@link Standardize}, whose output at x is
 * x̂. In g it is linear and its own dual; x̄ = −(x̂ · mean(ȳ y) + y · mean(ȳ x̂) + slope(ȳ) · mean(g x̂)) / √(σ² + ε).
 *
 * @param statistics the shape of the means and of σ², which broadcasts to x's
 * @param epsilon added to the variance, at least 0
 */
public record StandardizeSlope(Shape statistics, double epsilon) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, statistics, x[1]);
        return Broadcast.checkEqual(this, x[0], x[1]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[1], shapes[1], statistics).slope(x[0], x[1], epsilon, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor slope = Tensor.apply(this, gy, x[1]);
        if (i == 0) {
            return slope;
        }
        Tensor standard = Tensor.apply(new Standardize(statistics, epsilon), x[1]);
        Tensor sum = standard.mul(mean(gy.mul(y)));
        sum = sum.add(y.mul(mean(gy.mul(standard)))).add(slope.mul(mean(x[0].mul(standard))));
        Tensor centered = x[1].sub(mean(x[1]));
        return sum.div(mean(centered.mul(centered)).add(epsilon).sqrt()).neg();
    }

    private Tensor mean(Tensor t) {
        return t.sumTo(statistics).div((double) t.shape().size() / statistics.size());
    }
}
