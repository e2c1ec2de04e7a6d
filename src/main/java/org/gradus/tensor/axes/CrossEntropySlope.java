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
        check(this, x[0], x[1]);
        if (!x[2].equals(x[0].reduced(-1))) {
            throw new IllegalArgumentException(
                    "crossEntropySlope: the factors of logits %s must have shape %s, found %s"
                            .formatted(x[0], x[0].reduced(-1), x[2]));
        }
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int classes = shapes[0].size(-1);
        for (int i = 0, row = 0; i < x[2].length; i++, row += classes) {
            slope(x[0], x[1], x[2][i], row, classes, y);
        }
    }

    private static void slope(double[] z, double[] t, double a, int row, int classes, double[] y) {
        double asked = 0;
        boolean nothing = true;
        for (int c = row; c < row + classes; c++) {
            asked += t[c];
            nothing &= t[c] == 0;
        }
        if (!nothing) {
            double sum = SoftmaxRow.exponentials(z, row, classes, SoftmaxRow.max(z, row, classes), y, row);
            for (int c = row; c < row + classes; c++) {
                y[c] = a * (asked * (y[c] / sum) - t[c]);
            }
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        Op softmax = new ScaledSoftmax();
        Shape rows = x[2].shape();
        return switch (i) {
            case 0 -> softmax.vjp(0, gy, Tensor.apply(softmax, x[0], x[2].mul(x[1].sumTo(rows))), x);
            case 1 -> gy.mul(Tensor.apply(softmax, x[0], x[2])).sumTo(rows).sub(x[2].mul(gy));
            default ->
                gy.mul(Tensor.apply(this, x[0], x[1], Tensor.full(rows, 1))).sumTo(rows);
        };
    }

    /** Refuses logits and targets that are not rows of the same shape. */
    static void check(Op op, Shape logits, Shape targets) {
        if (logits.rank() == 0 || !logits.equals(targets)) {
            throw new IllegalArgumentException("%s: logits %s and targets %s must have one shape (…, classes)"
                    .formatted(op.name(), logits, targets));
        }
    }
}
