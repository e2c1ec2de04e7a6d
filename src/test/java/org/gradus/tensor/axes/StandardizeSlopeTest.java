package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The contract checks orders 1 and 2 of the slope, and with them orders 2 and 3 of what it is the slope of. */
class StandardizeSlopeTest implements OpContract {
    private static final double EPSILON = 1e-5;
    private final Numbers numbers = new Numbers(13);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 2), Shape.of(1, 2)),
                sample(Shape.of(3, 2), Shape.of(2)),
                sample(Shape.of(3, 11), Shape.of(11)),
                sample(Shape.of(2, 5), Shape.of(2, 1)),
                sample(Shape.of(2, 4), Shape.SCALAR),
                sample(Shape.of(2, 3, 4), Shape.of(1, 3, 1)),
                Sample.of(op(Shape.of(1, 1)), numbers.tensor(1, 1), numbers.tensor(1, 1), numbers.tensor(1, 1))
                        .gives(Shape.of(1, 1), 0),
                Sample.of(op(Shape.of(1, 3)), numbers.tensor(0, 3), numbers.tensor(0, 3), numbers.tensor(1, 3))
                        .gives(Shape.of(0, 3)));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        op(Shape.of(2)),
                        "standardizeSlope: shape (2) does not broadcast to (2, 3); "
                                + "aligned at the last axis, each of its sizes must be equal or 1",
                        Shape.of(2, 3),
                        Shape.of(2, 3),
                        Shape.of(2)),
                Refusal.of(
                        op(Shape.of(3)),
                        "standardizeSlope: shapes (3) and (1, 3) differ; expand them to a common shape first",
                        Shape.of(2, 3),
                        Shape.of(2, 3),
                        Shape.of(1, 3)),
                Refusal.of(
                        op(Shape.of(3)),
                        "standardizeSlope: shapes (3) and (2, 3) differ; expand them to a common shape first",
                        Shape.of(3),
                        Shape.of(2, 3),
                        Shape.of(3)));
    }

    /** A constant adjoint, and one along x̂ without ε, are what the standardized output does not depend on: they come back as nothing. */
    @Test
    void whatStandardizingTakesAwayHasNoSlope() {
        Tensor x = Tensor.of(1, 2, 4, 5);
        Tensor y = Tensor.apply(new StandardizeSlope(Shape.of(1), 0), Tensor.of(5, 7, 11, 13), x, Tensor.of(3));
        assertThat(y.toArray()).containsExactly(new double[4], within(1e-14));
    }

    /** w (g − mean g − x̂ · mean(g x̂)) / √(σ² + ε) from the existing ops, to a few roundings; gradients are checked by differences. */
    private Sample sample(Shape shape, Shape statistics) {
        Tensor g = numbers.tensor(-2, 2, shape);
        Tensor x = numbers.tensor(-2, 2, shape);
        Tensor w = numbers.tensor(-2, 2, statistics);
        double n = (double) shape.size() / statistics.size();
        Tensor centered = x.sub(x.sumTo(statistics).div(n));
        Tensor deviation =
                centered.mul(centered).sumTo(statistics).div(n).add(EPSILON).sqrt();
        Tensor standard = centered.div(deviation);
        Tensor line = standard.mul(g.mul(standard).sumTo(statistics).div(n));
        Tensor wanted =
                g.sub(g.sumTo(statistics).div(n)).sub(line).div(deviation).mul(w);
        return Sample.of(op(statistics), g, x, w).gives(shape, wanted::get).within(1000);
    }

    private static StandardizeSlope op(Shape statistics) {
        return new StandardizeSlope(statistics, EPSILON);
    }
}
