package org.gradus.tensor.linear;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class MatmulTest implements ProductContract {
    @Override
    public Op op() {
        return new Matmul();
    }

    @Override
    public List<Shape> shapes(int m, int k, int n) {
        return List.of(Shape.of(m, k), Shape.of(k, n));
    }

    @Override
    public double left(List<Tensor> x, int i, int k) {
        return x.get(0).get(i, k);
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
                        "matmul: inner dimensions differ: left is (32, 784), right is (128, 10); "
                                + "left columns must equal right rows",
                        Shape.of(32, 784),
                        Shape.of(128, 10)),
                Refusal.of(
                        op(),
                        "matmul: needs two matrices, but left is (3) and right is (3, 2); reshape them to two axes",
                        Shape.of(3),
                        Shape.of(3, 2)),
                Refusal.of(
                        op(),
                        "matmul: the stacks of matrices differ: left is (2, 3), right is (1, 3, 2); expand them to"
                                + " equal axes before the last two",
                        Shape.of(2, 3),
                        Shape.of(1, 3, 2)));
    }
}
