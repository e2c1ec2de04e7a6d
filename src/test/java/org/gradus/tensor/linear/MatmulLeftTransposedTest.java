package org.gradus.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MatmulLeftTransposedTest implements ProductContract {
    @Override
    public Op op() {
        return new MatmulLeftTransposed();
    }

    @Override
    public List<Shape> shapes(int m, int k, int n) {
        return List.of(Shape.of(k, m), Shape.of(k, n));
    }

    @Override
    public double left(List<Tensor> x, int i, int k) {
        return x.get(0).get(k, i);
    }

    @Override
    public double right(List<Tensor> x, int k, int j) {
        return x.get(1).get(k, j);
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(),
                        "matmulLeftTransposed: inner dimensions differ: left is (2, 3), right is (3, 4); "
                                + "left rows must equal right rows",
                        Shape.of(2, 3),
                        Shape.of(3, 4)),
                Refusal.of(
                        op(),
                        "matmulLeftTransposed: needs two matrices, but left is (3, 2) and right is (3); "
                                + "reshape them to two axes",
                        Shape.of(3, 2),
                        Shape.of(3)));
    }

    @Test
    void aWideMatrixHasATallProduct() {
        Tensor wide = Tensor.full(Shape.of(1, 50_000), 1);
        Tensor product = Tensor.apply(new MatmulLeftTransposed(), wide, Tensor.of(new double[][] {{1, 2}}));
        assertThat(product.shape()).isEqualTo(Shape.of(50_000, 2));
    }
}
