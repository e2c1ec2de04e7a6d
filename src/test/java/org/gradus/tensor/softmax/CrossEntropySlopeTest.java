package org.gradus.tensor.softmax;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class CrossEntropySlopeTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private final Numbers numbers = new Numbers(22);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 4)),
                sample(Shape.of(5)),
                sample(Shape.of(2, 3, 2)),
                point(numbers.tensor(1, 1), Tensor.of(new double[][] {{1}}), Tensor.of(new double[][] {{2}}))
                        .gives(Shape.of(1, 1), 0),
                point(numbers.tensor(0, 3), numbers.tensor(0, 3), numbers.tensor(0, 1))
                        .gives(Shape.of(0, 3)));
    }

    /** By hand; exact, since halves are. */
    @Override
    public List<Sample> edges() {
        return List.of(
                row(new double[] {3, 3, -INF}, new double[] {0, 1, 0}, 1, -1, 0),
                row(new double[] {3, 3, -INF}, new double[] {0, 0, 1}, 1, 1, -2),
                row(new double[] {1, INF, -INF}, new double[] {0, 1, 0}, 0, 0, 0),
                row(new double[] {1, INF, -INF}, new double[] {1, 0, 0}, -2, 2, 0),
                row(new double[] {INF, INF, 1}, new double[] {1, 0, 0}, NAN, NAN, NAN),
                row(new double[] {NAN, INF, -INF}, new double[] {0, 0, 0}, 0, 0, 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new CrossEntropySlope(),
                        "crossEntropySlope: logits (2, 3) and targets (3) must have one shape (…, classes)",
                        Shape.of(2, 3),
                        Shape.of(3),
                        Shape.of(2, 1)),
                Refusal.of(
                        new CrossEntropySlope(),
                        "crossEntropySlope: logits (2, 3) and factors (2) must have shapes (…, classes) and (…, 1)",
                        Shape.of(2, 3),
                        Shape.of(2, 3),
                        Shape.of(2)));
    }

    private static Sample.Point point(Tensor z, Tensor t, Tensor a) {
        return Sample.of(new CrossEntropySlope(), z, t, a);
    }

    private static Sample row(double[] z, double[] t, double... expected) {
        return point(Tensor.of(z), Tensor.of(t), Tensor.of(2)).gives(Shape.of(z.length), expected);
    }

    private Sample sample(Shape shape) {
        Tensor z = numbers.tensor(-2, 2, shape);
        Tensor t = numbers.tensor(0.1, 2, shape);
        Tensor a = numbers.tensor(0.5, 2, shape.reduced(-1));
        return point(z, t, a)
                .gives(shape, i -> {
                    double asked = Arrays.stream(Rows.of(t, i)).sum();
                    int last = i[i.length - 1];
                    int[] row = i.clone();
                    row[row.length - 1] = 0;
                    return a.get(row) * (asked * Rows.softmax(z, i)[last] - t.get(i));
                })
                .within(200); // where the difference cancels
    }
}
