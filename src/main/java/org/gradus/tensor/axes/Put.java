package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Adds x[j] to y[position of j], in row-major order and in the order of j; the other elements of y are 0. Its dual is {@link Take}.
 *
 * @param target the output's shape
 * @param positions where each element of x goes
 */
public record Put(Shape target, Positions positions) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        positions.check(name(), x[0].size(), target.size());
        return target;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        positions.put(x[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Take(x[0].shape(), positions), gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("target", target), new Constant("positions", positions));
    }
}
