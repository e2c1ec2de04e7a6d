package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class SliceTest implements OpContract {
    private final Numbers numbers = new Numbers(4);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(4, 3);
        Tensor cube = numbers.tensor(2, 4, 3);
        Tensor one = numbers.tensor(1);
        return List.of(
                Sample.of(new Slice(0, 1, 3), x).gives(Shape.of(2, 3), i -> x.get(i[0] + 1, i[1])),
                Sample.of(new Slice(-1, 0, 2), x).gives(Shape.of(4, 2), x::get),
                Sample.of(new Slice(1, 0, 2), x).gives(Shape.of(4, 2), x::get),
                Sample.of(new Slice(1, 2, 3), x).gives(Shape.of(4, 1), i -> x.get(i[0], 2)),
                Sample.of(new Slice(0, 0, 4), x).gives(Shape.of(4, 3), x::get),
                Sample.of(new Slice(1, 1, 3), cube).gives(Shape.of(2, 2, 3), i -> cube.get(i[0], i[1] + 1, i[2])),
                Sample.of(new Slice(0, 0, 1), one).gives(Shape.of(1), one::get),
                Sample.of(new Slice(1, 2, 2), x).gives(Shape.of(4, 0)),
                Sample.of(new Slice(0, 4, 4), x).gives(Shape.of(0, 3)),
                Sample.of(new Slice(0, 1, 2), numbers.tensor(3, 0)).gives(Shape.of(1, 0)));
    }

    @Override
    public List<Sample> edges() {
        Tensor odd = Tensor.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 0);
        return List.of(Sample.of(new Slice(0, 1, 3), odd).gives(Shape.of(2), -0.0, Double.NEGATIVE_INFINITY));
    }

    @Override
    public List<Refusal> refusals() {
        Shape shape = Shape.of(2, 5);
        String rule = " does not lie in axis 1 of shape (2, 5); need 0 ≤ start ≤ end ≤ 5";
        return List.of(
                Refusal.of(new Slice(1, -1, 2), "slice: -1 to 2" + rule, shape),
                Refusal.of(new Slice(1, 3, 2), "slice: 3 to 2" + rule, shape),
                Refusal.of(new Slice(1, 3, 6), "slice: 3 to 6" + rule, shape),
                Refusal.of(
                        new Slice(2, 0, 1),
                        "axis 2 does not exist: shape (2, 5) has axes 0 to 1 (or -2 to -1)",
                        shape));
    }
}
