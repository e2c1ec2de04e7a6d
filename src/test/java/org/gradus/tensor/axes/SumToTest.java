package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class SumToTest implements OpContract {
    private final Numbers numbers = new Numbers(2);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(2, 3);
        Tensor cube = numbers.tensor(2, 3, 4);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                sum(one, Shape.SCALAR).gives(Shape.SCALAR, i -> one.get(0, 0)),
                sum(x, Shape.SCALAR).gives(Shape.SCALAR, i -> inOrder(x.toArray())),
                sum(x, Shape.of(3)).gives(Shape.of(3), i -> x.get(0, i[0]) + x.get(1, i[0])),
                sum(x, Shape.of(1, 3)).gives(Shape.of(1, 3), i -> x.get(0, i[1]) + x.get(1, i[1])),
                sum(x, Shape.of(2, 1)).gives(Shape.of(2, 1), i -> x.get(i[0], 0) + x.get(i[0], 1) + x.get(i[0], 2)),
                sum(x, Shape.of(2, 3)).gives(Shape.of(2, 3), x::get),
                sum(cube, Shape.of(3, 1)).gives(Shape.of(3, 1), i -> overOuterAndInner(cube, i[0])),
                sum(numbers.tensor(0), Shape.SCALAR).gives(Shape.SCALAR, 0.0),
                sum(numbers.tensor(2, 0), Shape.of(2, 1)).gives(Shape.of(2, 1), 0.0, 0.0),
                sum(numbers.tensor(3, 0), Shape.of(0)).gives(Shape.of(0)));
    }

    /** Large numbers that cancel show the order of the sum: 1e16 + 1 is 1e16. */
    @Override
    public List<Sample> edges() {
        double inf = Double.POSITIVE_INFINITY;
        return List.of(
                sum(Tensor.of(1e16, 1, -1e16), Shape.SCALAR).gives(Shape.SCALAR, 0.0),
                sum(Tensor.of(1e16, -1e16, 1), Shape.SCALAR).gives(Shape.SCALAR, 1.0),
                sum(Tensor.of(-0.0, -0.0), Shape.SCALAR).gives(Shape.SCALAR, 0.0),
                sum(Tensor.of(new double[][] {{inf, inf, 1}, {1, -inf, Double.NaN}}), Shape.of(3))
                        .gives(Shape.of(3), inf, Double.NaN, Double.NaN));
    }

    @Override
    public List<Refusal> refusals() {
        String rule = "; aligned at the last axis, each of its sizes must be equal or 1";
        return List.of(
                Refusal.of(
                        new SumTo(Shape.of(2)), "sumTo: shape (2) does not broadcast to (2, 3)" + rule, Shape.of(2, 3)),
                Refusal.of(
                        new SumTo(Shape.of(1, 3)),
                        "sumTo: shape (1, 3) does not broadcast to (3)" + rule,
                        Shape.of(3)));
    }

    private static double overOuterAndInner(Tensor x, int j) {
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 4; k++) {
                sum += x.get(i, j, k);
            }
        }
        return sum;
    }

    private static double inOrder(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static Sample.Point sum(Tensor x, Shape target) {
        return Sample.of(new SumTo(target), x);
    }
}
