package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ScaleByTest implements OpContract {
    private final Numbers numbers = new Numbers(14);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3, 2);
        Tensor perColumn = numbers.tensor(2);
        Tensor perRow = numbers.tensor(3, 1);
        Tensor scalar = numbers.tensor(1);
        return List.of(
                scale(x, perColumn).gives(x.shape(), i -> x.get(i) * perColumn.get(i[1])),
                scale(x, perRow).gives(x.shape(), i -> x.get(i) * perRow.get(i[0], 0)),
                scale(x, scalar).gives(x.shape(), i -> x.get(i) * scalar.get(0)),
                scale(x, x).gives(x.shape(), i -> x.get(i) * x.get(i)),
                scale(scalar, scalar).gives(scalar.shape(), scalar.get(0) * scalar.get(0)),
                scale(numbers.tensor(0, 2), perColumn).gives(Shape.of(0, 2)));
    }

    @Override
    public List<Sample> edges() {
        Tensor x = Tensor.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY);
        return List.of(scale(x, Tensor.of(-1)).gives(x.shape(), -0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new ScaleBy(),
                "scaleBy: shape (3) does not broadcast to (3, 2); "
                        + "aligned at the last axis, each of its sizes must be equal or 1",
                Shape.of(3, 2),
                Shape.of(3)));
    }

    private static Sample.Point scale(Tensor x, Tensor w) {
        return Sample.of(new ScaleBy(), x, w);
    }
}
