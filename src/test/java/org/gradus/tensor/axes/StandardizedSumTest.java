package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class StandardizedSumTest implements OpContract {
    private static final double EPSILON = 1e-5;
    private final Numbers numbers = new Numbers(20);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 2), Shape.of(1, 2)),
                sample(Shape.of(3, 11), Shape.of(11)),
                sample(Shape.of(2, 5), Shape.of(2, 1)),
                sample(Shape.of(2, 3, 4), Shape.of(1, 3, 1)),
                Sample.of(op(Shape.of(1, 3)), numbers.tensor(0, 3), numbers.tensor(0, 3))
                        .gives(Shape.of(1, 3), 0, 0, 0),
                Sample.of(op(Shape.of(1, 1)), numbers.tensor(1, 1), numbers.tensor(1, 1))
                        .gives(Shape.of(1, 1), 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(Shape.of(2)),
                        "standardizedSum: shape (2) does not broadcast to (2, 3); "
                                + "aligned at the last axis, each of its sizes must be equal or 1",
                        Shape.of(2, 3),
                        Shape.of(2, 3)),
                Refusal.of(
                        op(Shape.of(3)),
                        "standardizedSum: shapes (3) and (2, 3) differ; expand them to a common shape first",
                        Shape.of(3),
                        Shape.of(2, 3)));
    }

    /** Σ g x̂ from the existing ops, to a few roundings. */
    private Sample sample(Shape shape, Shape statistics) {
        Tensor g = numbers.tensor(-2, 2, shape);
        Tensor x = numbers.tensor(-2, 2, shape);
        double n = (double) shape.size() / statistics.size();
        Tensor centered = x.sub(x.sumTo(statistics).div(n));
        Tensor variance = centered.mul(centered).sumTo(statistics).div(n);
        Tensor wanted = g.mul(centered.div(variance.add(EPSILON).sqrt())).sumTo(statistics);
        return Sample.of(op(statistics), g, x).gives(statistics, wanted::get).within(1000);
    }

    private static StandardizedSum op(Shape statistics) {
        return new StandardizedSum(statistics, EPSILON);
    }
}
