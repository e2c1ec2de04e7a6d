package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/** y = 1 where a &gt; b, else 0 (NaN compares as false). Constant between its jumps, so it passes no gradient. */
public record Greater() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            y[i] = a[i] > b[i] ? 1 : 0;
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return null;
    }
}
