package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = X W + b for X (rows, in), W (in, out) and b (out), in one pass: X̄ = Ȳ Wᵀ, W̄ = Xᵀ Ȳ and b̄ = the sum of Ȳ's rows. */
public record Affine() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        Shape y = MatrixProduct.shape(this, x[0], -1, x[1], -2);
        if (y.rank() != 2 || !x[2].equals(Shape.of(y.size(1)))) {
            throw new IllegalArgumentException(
                    "affine: needs examples (rows, in), a weight (in, out) and a bias (out); found %s, %s and %s"
                            .formatted(x[0], x[1], x[2]));
        }
        return y;
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        for (int row = 0; row < y.length; row += x[2].length) {
            System.arraycopy(x[2], 0, y, row, x[2].length); // where the chains start
        }
        MatrixProduct.multiply(x, shapes, false, false, y);
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        return switch (i) {
            case 0 -> Tensor.apply(new MatmulRightTransposed(), gy, x[1]);
            case 1 -> Tensor.apply(new MatmulLeftTransposed(), x[0], gy);
            default -> gy.sumTo(x[2].shape());
        };
    }
}
