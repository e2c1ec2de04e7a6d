package org.gradus.tensor.linear;

import java.util.List;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class AffineTest implements ProductContract {
    @Override
    public Op op() {
        return new Affine();
    }

    @Override
    public List<Shape> shapes(int m, int k, int n) {
        return List.of(Shape.of(m, k), Shape.of(k, n), Shape.of(n));
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
    public List<Shape> stacks() {
        return List.of();
    }

    /** The chain starts from the bias. */
    @Override
    public double start(List<Tensor> x, int j) {
        return x.get(2).get(j);
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(),
                        "affine: needs examples (rows, in), a weight (in, out) and a bias (out); found (2, 3, 4), (2, 4, 4) and (4)",
                        Shape.of(2, 3, 4),
                        Shape.of(2, 4, 4),
                        Shape.of(4)),
                Refusal.of(
                        op(),
                        "affine: inner dimensions differ: left is (32, 784), right is (128, 10); "
                                + "left columns must equal right rows",
                        Shape.of(32, 784),
                        Shape.of(128, 10),
                        Shape.of(10)),
                Refusal.of(
                        op(),
                        "affine: needs examples (rows, in), a weight (in, out) and a bias (out); found (5, 4), (4, 2) and (3)",
                        Shape.of(5, 4),
                        Shape.of(4, 2),
                        Shape.of(3)),
                Refusal.of(
                        op(),
                        "affine: needs examples (rows, in), a weight (in, out) and a bias (out); found (5, 4), (4, 2) and (1, 2)",
                        Shape.of(5, 4),
                        Shape.of(4, 2),
                        Shape.of(1, 2)));
    }
}
