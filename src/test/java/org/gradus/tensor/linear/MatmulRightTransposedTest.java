package org.gradus.tensor.linear;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class MatmulRightTransposedTest implements ProductContract {
    @Override
    public Op op() {
        return new MatmulRightTransposed();
    }

    @Override
    public List<Shape> shapes(int m, int k, int n) {
        return List.of(Shape.of(m, k), Shape.of(n, k));
    }

    @Override
    public double left(List<Tensor> x, int i, int k) {
        return x.get(0).get(i, k);
    }

    @Override
    public double right(List<Tensor> x, int k, int j) {
        return x.get(1).get(j, k);
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(),
                        "matmulRightTransposed: inner dimensions differ: left is (2, 3), right is (3, 4); "
                                + "left columns must equal right columns",
                        Shape.of(2, 3),
                        Shape.of(3, 4)),
                Refusal.of(
                        op(),
                        "matmulRightTransposed: needs two matrices, but left is () and right is (3, 2); "
                                + "reshape them to two axes",
                        Shape.SCALAR,
                        Shape.of(3, 2)));
    }
}
