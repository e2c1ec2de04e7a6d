package org.gradus.tensor.axes;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class PutTest implements OpContract {
    private final Numbers numbers = new Numbers(14);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3);
        Tensor one = numbers.tensor(1);
        return List.of(
                Sample.of(put(Shape.of(2, 2), 3, 0, 2), x).gives(Shape.of(2, 2), x.get(1), 0, x.get(2), x.get(0)),
                Sample.of(put(Shape.of(2), 1, 1, 1), x).gives(Shape.of(2), 0, x.get(0) + x.get(1) + x.get(2)),
                Sample.of(put(Shape.of(1), 0), one).gives(Shape.of(1), one.get(0)),
                Sample.of(put(Shape.of(2)), numbers.tensor(0)).gives(Shape.of(2), 0, 0));
    }

    /** Numbers that meet are added in the order of x: 1e16 + 1 is 1e16. */
    @Override
    public List<Sample> edges() {
        return List.of(
                Sample.of(put(Shape.of(1), 0, 0, 0), Tensor.of(1e16, 1, -1e16)).gives(Shape.of(1), 0),
                Sample.of(put(Shape.of(2), 0, 0), Tensor.of(Double.NaN, 1)).gives(Shape.of(2), Double.NaN, 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        put(Shape.of(2), 2),
                        "put: position 2 lies outside an array of 2 elements; it must be 0 to 1",
                        Shape.of(1)),
                Refusal.of(
                        put(Shape.of(2), 0, 1),
                        "put: 2 positions were given for 1 elements; give one for each",
                        Shape.of(1)));
    }

    private static Put put(Shape target, int... positions) {
        return new Put(target, Positions.of(IntStream.of(positions)));
    }
}
