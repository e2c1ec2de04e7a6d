package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MaxTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private final Numbers numbers = new Numbers(8);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3, 2);
        Tensor one = numbers.tensor(1);
        return List.of(
                max(x, Shape.of(1, 1)).gives(Shape.of(1, 1), i -> largest(x.toArray())),
                max(x, Shape.of(3, 1)).gives(Shape.of(3, 1), i -> largest(x.get(i[0], 0), x.get(i[0], 1))),
                max(x, Shape.of(1, 2))
                        .gives(Shape.of(1, 2), i -> largest(x.get(0, i[1]), x.get(1, i[1]), x.get(2, i[1]))),
                max(x, Shape.of(2)).gives(Shape.of(2), i -> largest(x.get(0, i[0]), x.get(1, i[0]), x.get(2, i[0]))),
                max(x, Shape.of(3, 2)).gives(Shape.of(3, 2), x::get),
                max(one, Shape.SCALAR).gives(Shape.SCALAR, one.get(0)),
                max(numbers.tensor(0, 3), Shape.of(0, 1)).gives(Shape.of(0, 1)));
    }

    @Override
    public List<Sample> edges() {
        return List.of(
                max(Tensor.of(3, 7, 7), Shape.of(1)).gives(Shape.of(1), 7),
                max(Tensor.of(-0.0, 0, -0.0), Shape.of(1)).gives(Shape.of(1), 0),
                max(Tensor.of(-0.0, -0.0), Shape.of(1)).gives(Shape.of(1), -0.0),
                max(Tensor.of(INF, Double.NaN, -INF), Shape.of(1)).gives(Shape.of(1), Double.NaN),
                max(Tensor.of(-INF, -INF), Shape.of(1)).gives(Shape.of(1), -INF),
                max(numbers.tensor(2, 0), Shape.of(2, 1)).gives(Shape.of(2, 1), -INF, -INF));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new Max(Shape.of(2)),
                "max: shape (2) does not broadcast to (2, 3); aligned at the last axis, each of its sizes must be"
                        + " equal or 1",
                Shape.of(2, 3)));
    }

    @Test
    void tiesShareTheGradientEvenly() {
        Parameter x = new Parameter("x", Tensor.of(new double[][] {{4, 4, 1, 4}, {0, 5, 5, -5}}));
        Tensor gradient =
                x.value().max(1).mul(Tensor.of(3, 10)).sum().backward().of(x);
        assertThat(gradient.toArray()).isEqualTo(new double[] {1, 1, 0, 1, 0, 5, 5, 0});
    }

    @Test
    void allAtMinusInfinityIsATieToo() {
        Parameter x = new Parameter("x", Tensor.of(-INF, -INF));
        assertThat(x.value().max().backward().of(x).toArray()).isEqualTo(new double[] {0.5, 0.5});
    }

    private static double largest(double... numbers) {
        double largest = numbers[0];
        for (double number : numbers) {
            largest = number > largest ? number : largest;
        }
        return largest;
    }

    private static Sample.Point max(Tensor x, Shape target) {
        return Sample.of(new Max(target), x);
    }
}
