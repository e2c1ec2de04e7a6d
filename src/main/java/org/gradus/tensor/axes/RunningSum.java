package org.gradus.tensor.axes;

import java.util.List;
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
        Strided.addUp(x[0], y, shapes[0].strides()[shapes[0].axis(axis)], shapes[0].size(axis), fromEnd);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return Tensor.apply(new RunningSum(axis, !fromEnd), gy);
    }

    @Override
    public List<Constant> constants() {
        return List.of(new Constant("axis", axis), new Constant("fromEnd", fromEnd));
    }
}
