package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ScaleAndShiftTest implements OpContract {
    private final Numbers numbers = new Numbers(16);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3, 2);
        Tensor w = numbers.tensor(2);
        Tensor b = numbers.tensor(2);
        Tensor images = numbers.tensor(2, 3, 4);
        Tensor perChannel = numbers.tensor(1, 3, 1);
        Tensor shift = numbers.tensor(1, 3, 1);
        Tensor one = numbers.tensor(1);
        return List.of(
                op(x, w, b).gives(x.shape(), i -> x.get(i) * w.get(i[1]) + b.get(i[1])),
                op(images, perChannel, shift)
                        .gives(images.shape(), i -> images.get(i) * perChannel.get(0, i[1], 0) + shift.get(0, i[1], 0)),
                op(one, one, one).gives(one.shape(), one.get(0) * one.get(0) + one.get(0)),
                op(numbers.tensor(0, 2), w, b).gives(Shape.of(0, 2)));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new ScaleAndShift(),
                        "scaleAndShift: shapes (2) and (1, 2) differ; expand them to a common shape first",
                        Shape.of(3, 2),
                        Shape.of(2),
                        Shape.of(1, 2)),
                Refusal.of(
                        new ScaleAndShift(),
                        "scaleAndShift: shape (3) does not broadcast to (3, 2); "
                                + "aligned at the last axis, each of its sizes must be equal or 1",
                        Shape.of(3, 2),
                        Shape.of(3),
                        Shape.of(3)));
    }

    private static Sample.Point op(Tensor x, Tensor w, Tensor b) {
        return Sample.of(new ScaleAndShift(), x, w, b);
    }
}
