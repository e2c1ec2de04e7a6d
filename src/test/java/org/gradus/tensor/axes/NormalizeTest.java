package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class NormalizeTest implements OpContract {
    private static final double EPSILON = 1e-5;
    private final Numbers numbers = new Numbers(19);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 2), Shape.of(1, 2)),
                sample(Shape.of(3, 11), Shape.of(11)),
                sample(Shape.of(2, 5), Shape.of(2, 1)),
                sample(Shape.of(2, 3, 4), Shape.of(1, 3, 1)),
                sample(Shape.of(2, 3, 4), Shape.of(3, 4)),
                sample(Shape.of(2, 3, 4), Shape.of(2, 1, 4)),
                Sample.of(op(Shape.of(1, 1)), numbers.tensor(1, 1), numbers.tensor(1, 1), Tensor.of(new double[][] {{7}
                        }))
                        .gives(Shape.of(1, 1), 7),
                Sample.of(op(Shape.of(1, 3)), numbers.tensor(0, 3), numbers.tensor(1, 3), numbers.tensor(1, 3))
                        .gives(Shape.of(0, 3)));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(Shape.of(2)),
                        "normalize: shape (2) does not broadcast to (2, 3); "
                                + "aligned at the last axis, each of its sizes must be equal or 1",
                        Shape.of(2, 3),
                        Shape.of(2),
                        Shape.of(2)),
                Refusal.of(
                        op(Shape.of(3)),
                        "normalize: shapes (3) and (1, 3) differ; expand them to a common shape first",
                        Shape.of(2, 3),
                        Shape.of(1, 3),
                        Shape.of(1, 3)));
    }

    /** x̂ · w + b from the existing ops, to a few roundings. */
    private Sample sample(Shape shape, Shape statistics) {
        Tensor x = numbers.tensor(-2, 2, shape);
        Tensor w = numbers.tensor(-2, 2, statistics);
        Tensor b = numbers.tensor(-2, 2, statistics);
        double n = (double) shape.size() / statistics.size();
        Tensor centered = x.sub(x.sumTo(statistics).div(n));
        Tensor variance = centered.mul(centered).sumTo(statistics).div(n);
        Tensor wanted = centered.div(variance.add(EPSILON).sqrt()).mul(w).add(b);
        return Sample.of(op(statistics), x, w, b).gives(shape, wanted::get).within(1000);
    }

    private static Normalize op(Shape statistics) {
        return new Normalize(statistics, EPSILON);
    }
}
