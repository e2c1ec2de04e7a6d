package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ReshapeTest implements OpContract {
    private final Numbers numbers = new Numbers(3);

    @Override
    public List<Sample> samples() {
        Tensor matrix = numbers.tensor(2, 6);
        Tensor vector = numbers.tensor(12);
        Tensor one = numbers.tensor(1, 1, 1);
        return List.of(
                reshape(matrix, Shape.of(12)).gives(Shape.of(12), i -> matrix.get(i[0] / 6, i[0] % 6)),
                reshape(matrix, Shape.of(3, 4))
                        .gives(Shape.of(3, 4), i -> matrix.get((4 * i[0] + i[1]) / 6, (4 * i[0] + i[1]) % 6)),
                reshape(vector, Shape.of(2, 3, 2))
                        .gives(Shape.of(2, 3, 2), i -> vector.get(6 * i[0] + 2 * i[1] + i[2])),
                reshape(one, Shape.SCALAR).gives(Shape.SCALAR, i -> one.get(0, 0, 0)),
                reshape(numbers.tensor(0, 5), Shape.of(3, 0)).gives(Shape.of(3, 0)));
    }

    @Override
    public List<Sample> edges() {
        double[] odd = {Double.NaN, -0.0, Double.NEGATIVE_INFINITY, 0};
        return List.of(reshape(Tensor.of(odd), Shape.of(2, 2)).gives(Shape.of(2, 2), odd));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new Reshape(Shape.of(4)),
                "reshape: shape (2, 3) has 6 elements, but (4) holds 4; the sizes must be equal",
                Shape.of(2, 3)));
    }

    private static Sample.Point reshape(Tensor x, Shape target) {
        return Sample.of(new Reshape(target), x);
    }
}
