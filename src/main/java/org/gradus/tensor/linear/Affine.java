package org.gradus.tensor.linear;

import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** Y = X W + b for X (rows, in), W (in, out) and b (out), in one pass: X̄ = Ȳ Wᵀ, W̄ = Xᵀ Ȳ and b̄ = the sum of Ȳ's rows. */
public record Affine() implements Op {
    @Override
    public Shape shape(Shape[] x) {
        MatrixProduct.check(name(), x[0], 1, x[1], 0, "right rows");
        if (!x[2].equals(Shape.of(x[1].size(1)))) {
            throw new IllegalArgumentException(
                    "affine: the bias has shape %s, but the weight is %s; the bias needs one number per column"
                            .formatted(x[2], x[1]));
        }
        return Shape.of(x[0].size(0), x[1].size(1));
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        double[][] rows = MatrixProduct.rows(x[1], shapes[1].size(0), shapes[1].size(1));
        MatrixProduct.multiply(x[0], rows.length, 1, rows, x[2], y);
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
