package org.gradus.tensor.selection;

import java.util.List;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = 1 where lower ≤ x ≤ upper, else 0, and 0 for NaN. Constant between its jumps, so it passes no gradient.
 *
 * @param lower the lower bound, included
 * @param upper the upper bound, included
 */
public record Within(double lower, double upper) implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = lower <= a[i] && a[i] <= upper ? 1 : 0;
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return null;
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("lower", lower), new Constant("upper", upper));
    }
}
