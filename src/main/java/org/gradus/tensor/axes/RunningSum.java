package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * yᵢ = x₀ + … + xᵢ along one axis, or, from its end, yᵢ = xᵢ + … + xₙ₋₁: each is the other's dual.
 *
 * @param axis the axis; negative counts from the end
 * @param fromEnd whether to sum from the end of the axis
 */
public record RunningSum(int axis, boolean fromEnd) implements Op {
    @Override
    public Shape shape(Shape[] x) {
        x[0].axis(axis);
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int step = shapes[0].strides()[shapes[0].axis(axis)];
        int n = shapes[0].size(axis);
        for (int i = 0; i < y.length; i++) {
            int at = fromEnd ? y.length - 1 - i : i;
            boolean first = at / step % n == (fromEnd ? n - 1 : 0);
            y[at] = first ? x[0][at] : x[0][at] + y[fromEnd ? at + step : at - step];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new RunningSum(axis, !fromEnd), gy);
    }
}
