package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class MeanVarianceTest implements OpContract {
    private final Numbers numbers = new Numbers(17);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(3, 2);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                Sample.of(new MeanVariance(Shape.of(2)), x)
                        .gives(Shape.of(2, 2), i -> statistic(i[0], x.get(0, i[1]), x.get(1, i[1]), x.get(2, i[1]))),
                Sample.of(new MeanVariance(Shape.of(3, 1)), x)
                        .gives(Shape.of(2, 3, 1), i -> statistic(i[0], x.get(i[1], 0), x.get(i[1], 1))),
                Sample.of(new MeanVariance(Shape.SCALAR), Tensor.of(1, 2, 3, 6)).gives(Shape.of(2), 3, 3.5),
                Sample.of(new MeanVariance(Shape.of(1, 1)), one).gives(Shape.of(2, 1, 1), one.get(0, 0), 0),
                Sample.of(new MeanVariance(Shape.of(0, 1)), numbers.tensor(0, 3))
                        .gives(Shape.of(2, 0, 1)));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new MeanVariance(Shape.of(2)),
                "meanVariance: shape (2) does not broadcast to (2, 3); "
                        + "aligned at the last axis, each of its sizes must be equal or 1",
                Shape.of(2, 3)));
    }

    /** The mean (0) or the biased variance (1). */
    private static double statistic(int which, double... group) {
        double mean = mean(group);
        double[] squares = new double[group.length];
        for (int i = 0; i < group.length; i++) {
            squares[i] = (group[i] - mean) * (group[i] - mean);
        }
        return which == 0 ? mean : mean(squares);
    }

    private static double mean(double... group) {
        double sum = 0;
        for (double number : group) {
            sum += number;
        }
        return sum / group.length;
    }
}
