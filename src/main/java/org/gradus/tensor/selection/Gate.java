package org.gradus.tensor.selection;

import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Elementwise;

/** y = a where b &gt; 0, else 0: the derivative of {@link Relu} at b, applied to a. It has no derivative by b. */
public record Gate() implements Elementwise {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] a = x[0];
        double[] b = x[1];
        for (int i = 0; i < y.length; i++) {
            long kept =
                    b[i] > 0 ? -1L : 0L; // bits, all or none: no branch, which half of the time would be mispredicted
            y[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(a[i]) & kept);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(this, gy, x[1]) : null;
    }
}
