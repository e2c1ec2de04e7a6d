package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The means y₀ and, behind them, the biased variances y₁, over the axes that are 1 in the statistics: x̄ = (ȳ₀ + 2 ȳ₁ (x − μ)) / n.
 *
 * @param statistics the shape of the means, which broadcasts to x's; the output has one more axis, of size 2, in front
 */
public record MeanVariance(Shape statistics) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Broadcast.check(this, statistics, x[0]);
        return statistics.inserted(0).with(0, 2);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        Moments.of(x[0], shapes[0], statistics).copyTo(y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Tensor distance = x[0].sub(y.slice(0, 0, 1).reshape(statistics));
        Tensor ofVariance = distance.mul(gy.slice(0, 1, 2).reshape(statistics).mul(2));
        Tensor both = ofVariance.add(gy.slice(0, 0, 1).reshape(statistics));
        return both.div((double) x[0].shape().size() / statistics.size());
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("statistics", statistics));
    }
}
