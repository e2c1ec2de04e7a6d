package org.gradus.tensor.axes;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * y = a · softmax(z) over the last axis, with one number a per row: z̄ = ȳ y − softmax(z) Σ ȳ y and ā = Σ ȳ softmax(z). Where a is 0 the row is
 * 0 whatever its logits are.
 */
public record ScaledSoftmax() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        if (x[0].rank() == 0 || !x[1].equals(x[0].reduced(-1))) {
            throw new IllegalArgumentException(
                    "scaledSoftmax: logits %s and factors %s must have shapes (…, classes) and (…, 1)"
                            .formatted(x[0], x[1]));
        }
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int classes = shapes[0].size(-1);
        for (int i = 0, row = 0; i < x[1].length; i++, row += classes) {
            double a = x[1][i];
            if (a != 0) {
                double max = SoftmaxRow.max(x[0], row, classes);
                double sum = SoftmaxRow.exponentials(x[0], row, classes, max, y, row);
                for (int c = row; c < row + classes; c++) {
                    y[c] = a * (y[c] / sum);
                }
            }
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Shape rows = y.shape().reduced(-1);
        if (i == 1) {
            return gy.mul(Tensor.apply(this, x[0], Tensor.full(rows, 1))).sumTo(rows);
        }
        Tensor weighted = gy.mul(y);
        return weighted.sub(Tensor.apply(this, x[0], weighted.sumTo(rows)));
    }
}
