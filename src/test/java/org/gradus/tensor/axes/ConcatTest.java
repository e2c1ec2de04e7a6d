package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ConcatTest implements OpContract {
    private final Numbers numbers = new Numbers(6);

    @Override
    public List<Sample> samples() {
        Tensor a = numbers.tensor(2, 3);
        Tensor b = numbers.tensor(1, 3);
        Tensor c = numbers.tensor(2, 1);
        Tensor d = numbers.tensor(2, 2, 2);
        Tensor e = numbers.tensor(2, 3, 2);
        Tensor one = numbers.tensor(1);
        Tensor none = numbers.tensor(0, 3);
        return List.of(
                Sample.of(new Concat(0), a, b).gives(Shape.of(3, 3), i -> i[0] < 2 ? a.get(i) : b.get(0, i[1])),
                Sample.of(new Concat(1), a, c).gives(Shape.of(2, 4), i -> i[1] < 3 ? a.get(i) : c.get(i[0], 0)),
                Sample.of(new Concat(1), d, e)
                        .gives(Shape.of(2, 5, 2), i -> i[1] < 2 ? d.get(i) : e.get(i[0], i[1] - 2, i[2])),
                Sample.of(new Concat(0), b, none, a)
                        .gives(Shape.of(3, 3), i -> i[0] == 0 ? b.get(i) : a.get(i[0] - 1, i[1])),
                Sample.of(new Concat(0), a).gives(Shape.of(2, 3), a::get),
                Sample.of(new Concat(0), one, one).gives(Shape.of(2), one.get(0), one.get(0)),
                Sample.of(new Concat(0), none, none).gives(Shape.of(0, 3)),
                Sample.of(new Concat(0), numbers.tensor(2, 0), numbers.tensor(1, 0))
                        .gives(Shape.of(3, 0)));
    }

    @Override
    public List<Sample> edges() {
        Tensor odd = Tensor.of(Double.NaN, -0.0);
        return List.of(Sample.of(new Concat(0), odd, Tensor.of(Double.NEGATIVE_INFINITY))
                .gives(Shape.of(3), Double.NaN, -0.0, Double.NEGATIVE_INFINITY));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new Concat(0),
                        "concat: shapes (2, 3) and (2, 4) differ outside axis 0; only that axis may differ",
                        Shape.of(2, 3),
                        Shape.of(2, 4)),
                Refusal.of(
                        new Concat(0),
                        "concat: shapes (2, 3) and (3) differ outside axis 0; only that axis may differ",
                        Shape.of(2, 3),
                        Shape.of(3)),
                Refusal.of(
                        new Concat(1),
                        "concat: shapes (2, 3) and (2) differ outside axis 1; only that axis may differ",
                        Shape.of(2, 3),
                        Shape.of(2)),
                Refusal.of(new Concat(0), "axis 0 does not exist: a scalar has no axes", Shape.SCALAR, Shape.SCALAR));
    }
}
