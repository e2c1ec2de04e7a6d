package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LogSumExpTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private final Numbers numbers = new Numbers(9);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(0.5, 3, Shape.of(2, 3));
        Tensor one = numbers.tensor(0.5, 3, Shape.of(1, 1));
        return List.of(
                lse(x, Shape.of(1, 1))
                        .gives(Shape.of(1, 1), i -> naive(x.toArray()))
                        .within(4),
                lse(x, Shape.of(2, 1))
                        .gives(Shape.of(2, 1), i -> naive(x.get(i[0], 0), x.get(i[0], 1), x.get(i[0], 2)))
                        .within(4),
                lse(x, Shape.of(3))
                        .gives(Shape.of(3), i -> naive(x.get(0, i[0]), x.get(1, i[0])))
                        .within(4),
                lse(x, Shape.of(2, 3)).gives(Shape.of(2, 3), x::get),
                lse(one, Shape.of(1)).gives(Shape.of(1), one.get(0, 0)),
                lse(numbers.tensor(0, 3), Shape.of(0, 1)).gives(Shape.of(0, 1)));
    }

    @Override
    public List<Sample> edges() {
        double ln2 = StrictMath.log(2);
        return List.of(
                lse(Tensor.of(1000, 1000), Shape.of(1)).gives(Shape.of(1), 1000 + ln2),
                lse(Tensor.of(-1000, -1000), Shape.of(1)).gives(Shape.of(1), -1000 + ln2),
                lse(Tensor.of(0, -2000), Shape.of(1)).gives(Shape.of(1), 0),
                lse(Tensor.of(-INF, 3), Shape.of(1)).gives(Shape.of(1), 3),
                lse(Tensor.of(-INF, -INF), Shape.of(1)).gives(Shape.of(1), -INF),
                lse(Tensor.of(INF, 3), Shape.of(1)).gives(Shape.of(1), INF),
                lse(Tensor.of(INF, -INF), Shape.of(1)).gives(Shape.of(1), INF),
                lse(Tensor.of(INF, Double.NaN), Shape.of(1)).gives(Shape.of(1), Double.NaN),
                lse(numbers.tensor(2, 0), Shape.of(2, 1)).gives(Shape.of(2, 1), -INF, -INF));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new LogSumExp(Shape.of(2)),
                "logSumExp: shape (2) does not broadcast to (2, 3); "
                        + "aligned at the last axis, each of its sizes must be equal or 1",
                Shape.of(2, 3)));
    }

    @Test
    void theGradientIsTheSoftmaxAlsoWhereTheExponentialsOverflow() {
        Parameter x = new Parameter("x", Tensor.of(1000, 1001, 999));
        Tensor y = Tensor.apply(new LogSumExp(Shape.of(1)), x.value());
        double[] softmax = y.backward().of(x).toArray();
        double sum = 1 + StrictMath.exp(1) + StrictMath.exp(-1);
        assertThat(softmax[0]).isCloseTo(1 / sum, within(1e-13));
        assertThat(softmax[1]).isCloseTo(StrictMath.exp(1) / sum, within(1e-13));
        assertThat(softmax[2]).isCloseTo(StrictMath.exp(-1) / sum, within(1e-13));
    }

    private static double naive(double... x) {
        return StrictMath.log(DoubleStream.of(x).map(StrictMath::exp).sum());
    }

    private static Sample.Point lse(Tensor x, Shape target) {
        return Sample.of(new LogSumExp(target), x);
    }
}
