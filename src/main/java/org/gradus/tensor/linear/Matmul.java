package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = A B for matrices A (m, k) and B (k, n): Ā = Ȳ Bᵀ and B̄ = Aᵀ Ȳ. */
public record Matmul() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        MatrixProduct.check(name(), x[0], 1, x[1], 0, "right rows");
        return Shape.of(x[0].size(0), x[1].size(1));
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        int rows = shapes[1].size(0);
        int columns = shapes[1].size(1);
        double[][] right = MatrixProduct.rows(x[1], rows, columns);
        MatrixProduct.multiply(x[0], shapes[0].size(1), 1, right, new double[columns], y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return i == 0
                ? Tensor.apply(new MatmulRightTransposed(), gy, x[1])
                : Tensor.apply(new MatmulLeftTransposed(), x[0], gy);
    }
}
