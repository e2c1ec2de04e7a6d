package org.gradus.tensor.softmax;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;

/**
 * y = −Σ t ln softmax(z) over the last axis, which becomes 1, for logits z and targets t of one shape: z̄ = ȳ (Σ t · softmax(z) − t), by
 * {@link CrossEntropySlope}, and t̄ = −ȳ ln softmax(z).
 *
 * <p>What is not asked for (t = 0) adds 0 even where its logarithm is −∞, and a row that asks for nothing is 0 whatever its logits are. A
 * single logit of ∞ has all the probability; several, or nothing but −∞, give NaN.
 */
public record CrossEntropy() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        SoftmaxRow.check(this, x[0], x[1]);
        return x[0].reduced(-1);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        SoftmaxRow.crossEntropies(x[0], x[1], shapes[0].size(-1), y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0
                ? Tensor.apply(new CrossEntropySlope(), x[0], x[1], gy)
                : gy.mul(Softmax.logSoftmax(x[0], -1)).neg();
    }
}
