package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = A B for matrices A (m, k) and B (k, n), or stacks of them: Ā = Ȳ Bᵀ and B̄ = Aᵀ Ȳ. */
public record Matmul() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return MatrixProduct.shape(this, x[0], -1, x[1], -2);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        MatrixProduct.multiply(x, shapes, false, false, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0
                ? Tensor.apply(new MatmulRightTransposed(), gy, x[1])
                : Tensor.apply(new MatmulLeftTransposed(), x[0], gy);
    }
}
