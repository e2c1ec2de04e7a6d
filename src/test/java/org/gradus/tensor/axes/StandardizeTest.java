package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class StandardizeTest implements OpContract {
    private static final double EPSILON = 1e-5;
    private final Numbers numbers = new Numbers(12);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3, 2);
        Tensor y = numbers.tensor(2, 4);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                standardize(x, Shape.of(1, 2))
                        .gives(x.shape(), i -> standard(x.get(i), x.get(0, i[1]), x.get(1, i[1]), x.get(2, i[1]))),
                standardize(x, Shape.of(2))
                        .gives(x.shape(), i -> standard(x.get(i), x.get(0, i[1]), x.get(1, i[1]), x.get(2, i[1]))),
                standardize(y, Shape.of(2, 1))
                        .gives(
                                y.shape(),
                                i -> standardOfRows(
                                        y.get(i), y.get(i[0], 0), y.get(i[0], 1), y.get(i[0], 2), y.get(i[0], 3))),
                standardize(y, Shape.SCALAR).gives(y.shape(), i -> standardOfRows(y.get(i), y.toArray())),
                standardize(one, Shape.of(1, 1)).gives(one.shape(), 0),
                standardize(numbers.tensor(0, 3), Shape.of(1, 3)).gives(Shape.of(0, 3)),
                standardize(numbers.tensor(0, 3), Shape.of(0, 1)).gives(Shape.of(0, 3)));
    }

    @Override
    public List<Sample> edges() {
        double nan = Double.NaN;
        double inf = Double.POSITIVE_INFINITY;
        Tensor columns = Tensor.of(new double[][] {{5, 0, 0, 1}, {5, nan, inf, 3}});
        double distance = 1 / Math.sqrt(1 + EPSILON);
        return List.of(standardize(columns, Shape.of(1, 4))
                .gives(columns.shape(), 0, nan, nan, -distance, 0, nan, nan, distance));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new Standardize(Shape.of(2), EPSILON),
                "standardize: shape (2) does not broadcast to (2, 3); "
                        + "aligned at the last axis, each of its sizes must be equal or 1",
                Shape.of(2, 3)));
    }

    /** The mean is taken first, so a large offset cancels before anything is squared: σ² of 1, 2, 3 is 2/3. */
    @Test
    void aLargeOffsetCostsNoAccuracy() {
        Tensor y = Tensor.apply(new Standardize(Shape.of(1), 0), Tensor.of(1e8 + 1, 1e8 + 2, 1e8 + 3));
        assertThat(y.toArray()).containsExactly(new double[] {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}, within(1e-15));
    }

    /** (x − μ) · (1 / √(σ² + ε)) for a group that lies in a column. */
    private static double standard(double x, double... group) {
        double sum = 0;
        for (double number : group) {
            sum += number;
        }
        double mean = sum / group.length;
        double squares = 0;
        for (double number : group) {
            squares += (number - mean) * (number - mean);
        }
        return (x - mean) * (1 / Math.sqrt(squares / group.length + EPSILON));
    }

    /** The same for a group that lies in rows of four, whose sums are taken in pairs. */
    private static double standardOfRows(double x, double... group) {
        double mean = sumOfRows(group) / group.length;
        double[] squares = Arrays.stream(group)
                .map(number -> (number - mean) * (number - mean))
                .toArray();
        return (x - mean) * (1 / Math.sqrt(sumOfRows(squares) / group.length + EPSILON));
    }

    private static double sumOfRows(double... group) {
        double sum = 0;
        for (int i = 0; i < group.length; i += 4) {
            sum += group[i] + group[i + 1] + (group[i + 2] + group[i + 3]);
        }
        return sum;
    }

    private static Sample.Point standardize(Tensor x, Shape statistics) {
        return Sample.of(new Standardize(statistics, EPSILON), x);
    }
}
