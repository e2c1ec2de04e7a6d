package org.gradus.tensor.axes;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class TakeTest implements OpContract {
    private final Numbers numbers = new Numbers(13);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(2, 3);
        Tensor one = numbers.tensor(1);
        double[] data = x.toArray();
        return List.of(
                Sample.of(take(Shape.of(2, 2), 5, 0, 0, 3), x)
                        .gives(Shape.of(2, 2), data[5], data[0], data[0], data[3]),
                Sample.of(take(Shape.SCALAR, 4), x).gives(Shape.SCALAR, data[4]),
                Sample.of(take(Shape.of(1), 0), one).gives(Shape.of(1), one.get(0)),
                Sample.of(take(Shape.of(0)), x).gives(Shape.of(0)),
                Sample.of(take(Shape.of(0)), numbers.tensor(0)).gives(Shape.of(0)));
    }

    @Override
    public List<Sample> edges() {
        Tensor odd = Tensor.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY);
        return List.of(Sample.of(take(Shape.of(2), 1, 2), odd).gives(Shape.of(2), -0.0, Double.NEGATIVE_INFINITY));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        take(Shape.of(2), 0, 6),
                        "take: position 6 lies outside an array of 6 elements; it must be 0 to 5",
                        Shape.of(2, 3)),
                Refusal.of(
                        take(Shape.of(2), -1, 0),
                        "take: position -1 lies outside an array of 6 elements; it must be 0 to 5",
                        Shape.of(2, 3)),
                Refusal.of(
                        take(Shape.of(2), 0),
                        "take: 1 positions were given for 2 elements; give one for each",
                        Shape.of(2, 3)));
    }

    private static Take take(Shape target, int... positions) {
        return new Take(target, Positions.of(IntStream.of(positions)));
    }
}
