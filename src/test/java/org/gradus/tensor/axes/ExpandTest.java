package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ExpandTest implements OpContract {
    private final Numbers numbers = new Numbers(1);

    @Override
    public List<Sample> samples() {
        Tensor scalar = numbers.tensor();
        Tensor vector = numbers.tensor(3);
        Tensor column = numbers.tensor(2, 1);
        Tensor inner = numbers.tensor(2, 1, 3);
        return List.of(
                expand(scalar, Shape.of(1, 1)).gives(Shape.of(1, 1), i -> scalar.item()),
                expand(scalar, Shape.of(2, 3)).gives(Shape.of(2, 3), i -> scalar.item()),
                expand(vector, Shape.of(2, 3)).gives(Shape.of(2, 3), i -> vector.get(i[1])),
                expand(vector, Shape.of(3)).gives(Shape.of(3), vector::get),
                expand(column, Shape.of(2, 4)).gives(Shape.of(2, 4), i -> column.get(i[0], 0)),
                expand(inner, Shape.of(4, 2, 5, 3)).gives(Shape.of(4, 2, 5, 3), i -> inner.get(i[1], 0, i[3])),
                expand(numbers.tensor(1), Shape.of(0)).gives(Shape.of(0)),
                expand(numbers.tensor(0, 3), Shape.of(2, 0, 3)).gives(Shape.of(2, 0, 3)));
    }

    @Override
    public List<Sample> edges() {
        double[] odd = {Double.NaN, -0.0, Double.NEGATIVE_INFINITY};
        return List.of(expand(Tensor.of(odd), Shape.of(2, 3)).gives(Shape.of(2, 3), i -> odd[i[1]]));
    }

    @Override
    public List<Refusal> refusals() {
        String rule = "; aligned at the last axis, each of its sizes must be equal or 1";
        return List.of(
                Refusal.of(new Expand(Shape.of(2)), "expand: shape (3) does not broadcast to (2)" + rule, Shape.of(3)),
                Refusal.of(new Expand(Shape.of(1)), "expand: shape (3) does not broadcast to (1)" + rule, Shape.of(3)),
                Refusal.of(
                        new Expand(Shape.of(3)),
                        "expand: shape (1, 3) does not broadcast to (3)" + rule,
                        Shape.of(1, 3)),
                Refusal.of(
                        new Expand(Shape.of(3, 2)),
                        "expand: shape (3) does not broadcast to (3, 2)" + rule,
                        Shape.of(3)));
    }

    private static Sample.Point expand(Tensor x, Shape target) {
        return Sample.of(new Expand(target), x);
    }
}
