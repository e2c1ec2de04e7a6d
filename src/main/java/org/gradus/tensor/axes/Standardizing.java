package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** An op that takes the mean and the biased variance of its input over the axes that are 1 in a smaller shape. */
interface Standardizing extends Op {
    /** The shape of the means and variances. */
    Shape statistics();

    /** What is added to the variance. */
    double epsilon();

    @Override
    default List<Constant> constants() {
        return List.of(new Constant("statistics", statistics()), new Constant("epsilon", epsilon()));
    }

    /**
     * How the output y of a {@link StandardizeSlope} changes with x: x̄ = −(x̂ · mean(ȳ y) + y · mean(ȳ x̂) + slope(ȳ) · mean(g x̂)) / √(σ² + ε),
     * from ops that can be differentiated again; slope is slope(ȳ). It holds because √(σ² + ε) changes with x by x̂ / n, and x̂ by its slope.
     */
    default Tensor slopeChange(Tensor gy, Tensor y, Tensor g, Tensor x, Tensor slope) {
        Tensor standard = Tensor.apply(new Standardize(statistics(), epsilon()), x);
        ProductSum dot = new ProductSum(statistics());
        Tensor sum = standard.mul(Tensor.apply(dot, gy, y))
                .add(y.mul(Tensor.apply(dot, gy, standard)))
                .add(slope.mul(Tensor.apply(dot, g, standard)));
        Tensor variance = Tensor.apply(new MeanVariance(statistics()), x).slice(0, 1, 2);
        Tensor deviation = variance.reshape(statistics()).add(epsilon()).sqrt();
        double n = (double) x.shape().size() / statistics().size();
        return sum.div(deviation).div(-n);
    }
}
