package org.gradus.tensor.axes;

import java.util.Arrays;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.elementwise.Exponential;
import org.gradus.tensor.elementwise.Logarithm;

/**
 * y = ln Σ eˣ over the axes that are 1 in the target shape; its gradient is the softmax, eˣ⁻ʸ. Computed as m + ln Σ eˣ⁻ᵐ with m = max x,
 * so that nothing overflows; where m is ±∞ or NaN, y is m.
 *
 * @param target the output's shape, which broadcasts to x's
 */
public record LogSumExp(Shape target) implements Reduction {
    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[] max = new double[y.length];
        new Max(target).forward(x, shapes, max);
        Broadcast.rows(shapes[0], target, (large, small, n, step) -> {
            for (int i = 0; i < n; i++) {
                y[small + i * step] += Exponential.exp(x[0][large + i] - max[small + i * step]);
            }
        });
        Arrays.setAll(y, i -> Double.isInfinite(max[i]) ? max[i] : max[i] + Logarithm.log(y[i]));
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return gy.mul(x[0].sub(y).exp());
    }
}
