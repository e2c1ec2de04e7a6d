package org.gradus.tensor.softmax;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a (Σ t · softmax(z) − t) over the last axis, for logits z, targets t and one number a per row: a times the slope of
 * {@link CrossEntropy}. With s = softmax(z): z̄ = a Σ t · s (ȳ − Σ s ȳ), by {@link SoftmaxSlope}, t̄ = a (Σ s ȳ − ȳ), ā = Σ ȳ (Σ t · s − t). A row that
 * asks for nothing (t = 0) is 0 whatever its logits are.
 */
public record CrossEntropySlope() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return SoftmaxRow.checkFactors(this, SoftmaxRow.check(this, x[0], x[1]), x[2]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        SoftmaxRow.slopes(x[0], x[1], x[2], shapes[0].size(-1), y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Shape rows = x[2].shape();
        return switch (i) {
            case 0 -> Tensor.apply(new SoftmaxSlope(), x[0], x[2].mul(x[1].sumTo(rows)), gy);
            case 1 ->
                gy.mul(Tensor.apply(new ScaledSoftmax(), x[0], x[2]))
                        .sumTo(rows)
                        .sub(x[2].mul(gy));
            default ->
                gy.mul(Tensor.apply(this, x[0], x[1], Tensor.full(rows, 1))).sumTo(rows);
        };
    }
}
