package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = A Bᵀ for matrices A (m, k) and B (n, k), or stacks of them: Ā = Ȳ B and B̄ = Ȳᵀ A. */
public record MatmulRightTransposed() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        return MatrixProduct.shape(this, x[0], -1, x[1], -1);
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        MatrixProduct.multiply(x, shapes, false, true, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(new Matmul(), gy, x[1]) : Tensor.apply(new MatmulLeftTransposed(), gy, x[0]);
    }
}
