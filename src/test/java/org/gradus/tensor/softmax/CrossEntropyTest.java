package org.gradus.tensor.softmax;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class CrossEntropyTest implements OpContract {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private final Numbers numbers = new Numbers(21);

    @Override
    public List<Sample> samples() {
        return List.of(
                sample(numbers.tensor(3, 4), numbers.tensor(0.1, 2, Shape.of(3, 4))),
                sample(numbers.tensor(5), numbers.tensor(0.1, 2, Shape.of(5))),
                sample(numbers.tensor(2, 3, 2), numbers.tensor(0.1, 2, Shape.of(2, 3, 2))),
                point(numbers.tensor(1, 1), Tensor.of(new double[][] {{1}})).gives(Shape.of(1, 1), 0),
                point(numbers.tensor(0, 3), numbers.tensor(0, 3)).gives(Shape.of(0, 1)),
                point(numbers.tensor(2, 0), numbers.tensor(2, 0)).gives(Shape.of(2, 1), 0, 0));
    }

    /** By hand: what is not asked for counts nothing, one ∞ is certain, and where no limit exists there is NaN. */
    @Override
    public List<Sample> edges() {
        double ln2 = StrictMath.log(2);
        return List.of(
                row(new double[] {3, 3, -INF}, new double[] {0, 1, 0}, ln2),
                row(new double[] {3, 3, -INF}, new double[] {0, 0, 1}, INF),
                row(new double[] {1, INF, -INF}, new double[] {0, 1, 0}, 0),
                row(new double[] {1, INF, -INF}, new double[] {1, 0, 0}, INF),
                row(new double[] {INF, INF, 1}, new double[] {1, 0, 0}, NAN),
                row(new double[] {-INF, -INF, -INF}, new double[] {1, 0, 0}, NAN),
                row(new double[] {-INF}, new double[] {1}, 0),
                row(new double[] {NAN, 0, 1}, new double[] {0, 1, 0}, NAN),
                row(new double[] {NAN, INF, INF}, new double[] {0, 0, 0}, 0),
                row(new double[] {1e300, -1e300}, new double[] {1, 0}, 0),
                row(new double[] {0, 1000}, new double[] {1, 0}, 1000));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new CrossEntropy(),
                        "crossEntropy: logits (2, 3) and targets (3) must have one shape (…, classes)",
                        Shape.of(2, 3),
                        Shape.of(3)),
                Refusal.of(
                        new CrossEntropy(),
                        "crossEntropy: logits () and targets () must have one shape (…, classes)",
                        Shape.SCALAR,
                        Shape.SCALAR));
    }

    private static Sample.Point point(Tensor z, Tensor t) {
        return Sample.of(new CrossEntropy(), z, t);
    }

    private static Sample row(double[] z, double[] t, double expected) {
        return point(Tensor.of(z), Tensor.of(t)).gives(Shape.of(1), expected).within(2);
    }

    private static Sample sample(Tensor z, Tensor t) {
        return point(z, t)
                .gives(z.shape().reduced(-1), i -> {
                    double[] p = Rows.softmax(z, i);
                    double[] asked = Rows.of(t, i);
                    double sum = 0;
                    for (int c = 0; c < p.length; c++) {
                        sum -= asked[c] * StrictMath.log(p[c]);
                    }
                    return sum;
                })
                .within(16);
    }
}
