package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = Aᵀ B for matrices A (k, m) and B (k, n), or stacks of them: Ā = B Ȳᵀ and B̄ = A Ȳ. */
public record MatmulLeftTransposed() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return MatrixProduct.shape(this, x[0], -2, x[1], -2);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        MatrixProduct.multiply(x, shapes, true, false, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(new MatmulRightTransposed(), x[1], gy) : Tensor.apply(new Matmul(), x[0], gy);
    }
}
