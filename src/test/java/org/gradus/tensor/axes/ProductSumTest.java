package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ProductSumTest implements OpContract {
    private final Numbers numbers = new Numbers(15);

    @Override
    public List<Sample> samples() {
        Tensor a = numbers.tensor(3, 2);
        Tensor b = numbers.tensor(3, 2);
        Tensor c = numbers.tensor(2, 5);
        Tensor d = numbers.tensor(2, 5);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                sum(Shape.of(2), a, b)
                        .gives(
                                Shape.of(2),
                                i -> 0
                                        + a.get(0, i[0]) * b.get(0, i[0])
                                        + a.get(1, i[0]) * b.get(1, i[0])
                                        + a.get(2, i[0]) * b.get(2, i[0])),
                sum(Shape.of(3, 1), a, b)
                        .gives(Shape.of(3, 1), i -> 0 + a.get(i) * b.get(i) + a.get(i[0], 1) * b.get(i[0], 1)),
                sum(Shape.of(2, 1), c, d).gives(Shape.of(2, 1), i -> inPairs(c, d, i[0])),
                sum(Shape.SCALAR, c, d).gives(Shape.SCALAR, inPairs(c, d, 0) + inPairs(c, d, 1)),
                sum(a.shape(), a, b).gives(a.shape(), i -> a.get(i) * b.get(i)),
                sum(Shape.SCALAR, one, one).gives(Shape.SCALAR, one.get(0, 0) * one.get(0, 0)),
                sum(Shape.of(1, 2), numbers.tensor(0, 2), numbers.tensor(0, 2)).gives(Shape.of(1, 2), 0, 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new ProductSum(Shape.of(2)),
                        "productSum: shapes (3, 2) and (2) differ; expand them to a common shape first",
                        Shape.of(3, 2),
                        Shape.of(2)),
                Refusal.of(
                        new ProductSum(Shape.of(3)),
                        "productSum: shape (3) does not broadcast to (3, 2); "
                                + "aligned at the last axis, each of its sizes must be equal or 1",
                        Shape.of(3, 2),
                        Shape.of(3, 2)));
    }

    /** A row of five: four chains, joined in pairs, then what is left. */
    private static double inPairs(Tensor a, Tensor b, int row) {
        double[] products = new double[5];
        for (int i = 0; i < 5; i++) {
            products[i] = a.get(row, i) * b.get(row, i);
        }
        return products[0] + products[1] + (products[2] + products[3]) + products[4];
    }

    private static Sample.Point sum(Shape target, Tensor a, Tensor b) {
        return Sample.of(new ProductSum(target), a, b);
    }
}
