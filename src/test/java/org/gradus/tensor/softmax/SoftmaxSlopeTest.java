package org.gradus.tensor.softmax;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class SoftmaxSlopeTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private final Numbers numbers = new Numbers(24);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(Shape.of(3, 4)),
                sample(Shape.of(5)),
                sample(Shape.of(2, 3, 2)),
                point(numbers.tensor(1, 1), Tensor.of(new double[][] {{2}}), numbers.tensor(1, 1))
                        .gives(Shape.of(1, 1), 0),
                point(numbers.tensor(0, 3), numbers.tensor(0, 1), numbers.tensor(0, 3))
                        .gives(Shape.of(0, 3)));
    }

    /** By hand; exact, since halves are. */
    @Override
    public List<Sample> edges() {
        return List.of(
                row(4, new double[] {7, 7, -INF}, -1, 1, 0),
                row(4, new double[] {1, INF, -INF}, -0.0, 0, 0),
                row(4, new double[] {INF, INF, 0}, NAN, NAN, NAN),
                row(0, new double[] {NAN, INF, INF}, 0, 0, 0));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new SoftmaxSlope(),
                        "softmaxSlope: logits (2, 3) and factors (2) must have shapes (…, classes) and (…, 1)",
                        Shape.of(2, 3),
                        Shape.of(2),
                        Shape.of(2, 3)),
                Refusal.of(
                        new SoftmaxSlope(),
                        "softmaxSlope: logits (2, 3) and targets (3) must have one shape (…, classes)",
                        Shape.of(2, 3),
                        Shape.of(2, 1),
                        Shape.of(3)));
    }

    private static Sample.Point point(Tensor z, Tensor a, Tensor u) {
        return Sample.of(new SoftmaxSlope(), z, a, u);
    }

    private static Sample row(double a, double[] z, double... expected) {
        return point(Tensor.of(z), Tensor.of(a), Tensor.of(1, 2, 3)).gives(Shape.of(3), expected);
    }

    private Sample sample(Shape shape) {
        Tensor z = numbers.tensor(-2, 2, shape);
        Tensor a = numbers.tensor(0.5, 2, shape.reduced(-1));
        Tensor u = numbers.tensor(-2, 2, shape);
        return point(z, a, u)
                .gives(shape, i -> {
                    double[] s = Rows.softmax(z, i);
                    double[] turned = Rows.of(u, i);
                    double mean = 0;
                    for (int c = 0; c < s.length; c++) {
                        mean += s[c] * turned[c];
                    }
                    int[] row = i.clone();
                    row[row.length - 1] = 0;
                    return a.get(row) * s[i[i.length - 1]] * (u.get(i) - mean);
                })
                .within(200); // where the difference cancels
    }
}
