package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a (Σ t · softmax(z) − t) over the last axis, for logits z, targets t and one number a per row: a times the slope of
 * {@link CrossEntropy}. With s = softmax(z) and w = a Σ t · s: z̄ = w ȳ − s Σ w ȳ, t̄ = a (Σ s ȳ − ȳ), ā = Σ ȳ (Σ t · s − t). A row that
 * asks for nothing (t = 0) is 0 whatever its logits are.
 */
public record CrossEntropySlope() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        SoftmaxRow.check(this, x[0], x[1]);
        return SoftmaxRow.checkFactors(this, x[0], x[2]);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int n = shapes[0].size(-1);
        for (int i = 0; i < x[2].length; i++) {
            SoftmaxRow.slope(x[0], x[1], x[2][i], i * n, n, y);
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Op softmax = new ScaledSoftmax();
        return switch (i) {
            case 0 -> softmax.vjp(0, gy, Tensor.apply(softmax, x[0], x[2].mul(x[1].sumTo(x[2].shape()))), x);
            case 1 ->
                gy.mul(Tensor.apply(softmax, x[0], x[2])).sumTo(x[2].shape()).sub(x[2].mul(gy));
            default ->
                gy.mul(Tensor.apply(this, x[0], x[1], Tensor.full(x[2].shape(), 1)))
                        .sumTo(x[2].shape());
        };
    }
}
