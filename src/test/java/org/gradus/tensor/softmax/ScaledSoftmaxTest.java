package org.gradus.tensor.softmax;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class ScaledSoftmaxTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private final Numbers numbers = new Numbers(23);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 4)),
                sample(Shape.of(5)),
                sample(Shape.of(2, 3, 2)),
                point(numbers.tensor(1, 1), Tensor.of(new double[][] {{2}})).gives(Shape.of(1, 1), 2),
                point(numbers.tensor(0, 3), numbers.tensor(0, 1)).gives(Shape.of(0, 3)));
    }

    /** By hand; exact, since halves are. */
    @Override
    public List<Sample> edges() {
        return List.of(
                row(3, new double[] {1000, 1000, -INF}, 1.5, 1.5, 0),
                row(3, new double[] {1, INF, -INF}, 0, 3, 0),
                row(3, new double[] {INF, INF}, NAN, NAN),
                row(3, new double[] {-INF, -INF}, NAN, NAN),
                row(3, new double[] {-INF}, 3),
                row(3, new double[] {0, NAN}, NAN, NAN),
                row(0, new double[] {INF, NAN}, 0, 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new ScaledSoftmax(),
                "scaledSoftmax: logits (2, 3) and factors (2) must have shapes (…, classes) and (…, 1)",
                Shape.of(2, 3),
                Shape.of(2)));
    }

    private static Sample.Point point(Tensor z, Tensor a) {
        return Sample.of(new ScaledSoftmax(), z, a);
    }

    private static Sample row(double a, double[] z, double... expected) {
        return point(Tensor.of(z), Tensor.of(a)).gives(Shape.of(z.length), expected);
    }

    private Sample sample(Shape shape) {
        Tensor z = numbers.tensor(-2, 2, shape);
        Tensor a = numbers.tensor(0.5, 2, shape.reduced(-1));
        return point(z, a)
                .gives(shape, i -> {
                    int[] row = i.clone();
                    row[row.length - 1] = 0;
                    return a.get(row) * Rows.softmax(z, i)[i[i.length - 1]];
                })
                .within(8);
    }
}
