package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = max(x, 0), element by element. The derivative is 1 for x &gt; 0 and 0 elsewhere: at the kink, and where x is NaN, it is 0.
 *
 * <p>NaN stays NaN.
 */
public record Relu() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(a[i], 0);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new Gate(), gy, x[0]);
    }
}
