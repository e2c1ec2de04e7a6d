package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y[j] = x[position of j], in row-major order: every kind of indexing. Its dual is {@link Put}: what was taken several times gets the sum of
 * the adjoints.
 *
 * @param target the output's shape
 * @param positions where each of its elements comes from
 */
public record Take(Shape target, Positions positions) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        positions.check(name(), target.size(), x[0].size());
        return target;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        positions.take(x[0], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Put(x[0].shape(), positions), gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("target", target), new Constant("positions", positions));
    }
}
