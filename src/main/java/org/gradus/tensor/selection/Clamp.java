package org.gradus.tensor.selection;

import java.util.List;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = x, but not less than lower and not more than upper. The derivative is 1 between the bounds and at them, 0 outside, as in PyTorch.
 *
 * <p>NaN stays NaN and gets derivative 0.
 *
 * @param lower the lower bound; −∞ for none
 * @param upper the upper bound; ∞ for none
 */
public record Clamp(double lower, double upper) implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.min(Math.max(a[i], lower), upper);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Where(), Tensor.apply(new Within(lower, upper), x[0]), gy, Tensor.full(gy.shape(), 0));
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("lower", lower), new Constant("upper", upper));
    }
}
