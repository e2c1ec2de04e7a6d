package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/**
 * y = w · x, element by element, and 0 wherever the weight w is 0, even if x is ±∞ or NaN: what does not count cannot spoil a sum. ∂y/∂x = w
 * and ∂y/∂w = x.
 */
public record Weigh() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] w = x[0];
        double[] a = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = w[i] == 0 ? 0 : w[i] * a[i];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 1 ? Tensor.apply(this, x[0], gy) : gy.mul(x[1]);
    }
}
