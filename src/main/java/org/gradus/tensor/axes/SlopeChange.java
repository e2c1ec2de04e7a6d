package org.gradus.tensor.axes;

import org.gradus.tensor.Tensor;

/**
 * How the output y of a {@link StandardizeSlope} changes with x: x̄ = −(x̂ · mean(ȳ y) + y · mean(ȳ x̂) + slope(ȳ) · mean(g x̂)) /
 * √(σ² + ε). It holds because √(σ² + ε) changes with x by x̂ / n, and x̂ by its slope.
 */
final class SlopeChange {
    private SlopeChange() {}

    /** The adjoint x̄, from ops that can be differentiated again; slope is slope(ȳ). */
    static Tensor of(StandardizeSlope op, Tensor gy, Tensor y, Tensor g, Tensor x, Tensor slope) {
        Tensor standard = Tensor.apply(new Standardize(op.statistics(), op.epsilon()), x);
        ProductSum dot = new ProductSum(op.statistics());
        Tensor sum = standard.mul(Tensor.apply(dot, gy, y))
                .add(y.mul(Tensor.apply(dot, gy, standard)))
                .add(slope.mul(Tensor.apply(dot, g, standard)));
        Tensor variance = Tensor.apply(new MeanVariance(op.statistics()), x).slice(0, 1, 2);
        Tensor deviation = variance.reshape(op.statistics()).add(op.epsilon()).sqrt();
        double n = (double) x.shape().size() / op.statistics().size();
        return sum.div(deviation).div(-n);
    }
}
