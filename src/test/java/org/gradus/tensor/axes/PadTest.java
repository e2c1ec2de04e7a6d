package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class PadTest implements OpContract {
    private final Numbers numbers = new Numbers(5);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(2, 3);
        Tensor cube = numbers.tensor(2, 2, 2);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                Sample.of(new Pad(0, 1, 2), x)
                        .gives(Shape.of(5, 3), i -> i[0] < 1 || i[0] > 2 ? 0 : x.get(i[0] - 1, i[1])),
                Sample.of(new Pad(1, 2, 0), x).gives(Shape.of(2, 5), i -> i[1] < 2 ? 0 : x.get(i[0], i[1] - 2)),
                Sample.of(new Pad(1, 0, 1), x).gives(Shape.of(2, 4), i -> i[1] == 3 ? 0 : x.get(i)),
                Sample.of(new Pad(1, 1, 1), cube)
                        .gives(Shape.of(2, 4, 2), i -> i[1] == 0 || i[1] == 3 ? 0 : cube.get(i[0], i[1] - 1, i[2])),
                Sample.of(new Pad(1, 0, 0), x).gives(Shape.of(2, 3), x::get),
                Sample.of(new Pad(0, 1, 1), one).gives(Shape.of(3, 1), 0, one.get(0, 0), 0),
                Sample.of(new Pad(0, 1, 2), numbers.tensor(0, 2)).gives(Shape.of(3, 2), new double[6]),
                Sample.of(new Pad(0, 1, 2), numbers.tensor(2, 0)).gives(Shape.of(5, 0)));
    }

    @Override
    public List<Sample> edges() {
        Tensor odd = Tensor.of(Double.NaN, -0.0, Double.NEGATIVE_INFINITY);
        return List.of(
                Sample.of(new Pad(0, 1, 1), odd).gives(Shape.of(5), 0, Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 0));
    }

    @Override
    public List<Refusal> refusals() {
        String rule = "; both must be 0 or more";
        return List.of(
                Refusal.of(new Pad(0, -1, 2), "pad: cannot add -1 zeros before and 2 after" + rule, Shape.of(3)),
                Refusal.of(new Pad(0, 1, -2), "pad: cannot add 1 zeros before and -2 after" + rule, Shape.of(3)),
                Refusal.of(
                        new Pad(1, 1, 1),
                        "axis 1 does not exist: shape (3) has axes 0 to 0 (or -1 to -1)",
                        Shape.of(3)));
    }
}
