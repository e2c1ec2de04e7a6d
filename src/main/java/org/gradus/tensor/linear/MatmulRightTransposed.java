package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = A Bᵀ for matrices A (m, k) and B (n, k): Ā = Ȳ B and B̄ = Ȳᵀ A. */
public record MatmulRightTransposed() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        MatrixProduct.check(name(), x[0], 1, x[1], 1, "right columns");
        return Shape.of(x[0].size(0), x[1].size(0));
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int rows = shapes[1].size(0);
        int columns = shapes[1].size(1);
        double[][] right = MatrixProduct.columns(x[1], rows, columns);
        MatrixProduct.multiply(x[0], columns, 1, right, new double[rows], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0 ? Tensor.apply(new Matmul(), gy, x[1]) : Tensor.apply(new MatmulLeftTransposed(), gy, x[0]);
    }
}
