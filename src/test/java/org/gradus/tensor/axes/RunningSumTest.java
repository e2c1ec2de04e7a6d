package org.gradus.tensor.axes;

import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

class RunningSumTest implements OpContract {
    private final Numbers numbers = new Numbers(15);

    @Override
    public List<Sample> samples() {
        Tensor x = numbers.tensor(2, 3, 2);
        Tensor one = numbers.tensor(1, 1);
        return List.of(
                Sample.of(new RunningSum(0, false), x).gives(x.shape(), i -> fromStart(x, 0, i)),
                Sample.of(new RunningSum(1, false), x).gives(x.shape(), i -> fromStart(x, 1, i)),
                Sample.of(new RunningSum(2, false), x).gives(x.shape(), i -> fromStart(x, 2, i)),
                Sample.of(new RunningSum(1, true), x).gives(x.shape(), i -> fromEnd(x, 1, i)),
                Sample.of(new RunningSum(2, true), x).gives(x.shape(), i -> fromEnd(x, 2, i)),
                Sample.of(new RunningSum(1, false), one).gives(one.shape(), one::get),
                Sample.of(new RunningSum(0, false), numbers.tensor(0, 2)).gives(Shape.of(0, 2)),
                Sample.of(new RunningSum(0, true), numbers.tensor(2, 0)).gives(Shape.of(2, 0)));
    }

    @Override
    public List<Sample> edges() {
        Tensor odd = Tensor.of(-0.0, 1, Double.NaN, 1);
        return List.of(
                Sample.of(new RunningSum(0, false), odd).gives(Shape.of(4), -0.0, 1, Double.NaN, Double.NaN),
                Sample.of(new RunningSum(0, true), odd).gives(Shape.of(4), Double.NaN, Double.NaN, Double.NaN, 1));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(Refusal.of(
                new RunningSum(2, false),
                "axis 2 does not exist: shape (2, 3) has axes 0 to 1 (or -2 to -1)",
                Shape.of(2, 3)));
    }

    private static double fromStart(Tensor x, int axis, int[] index) {
        int[] at = index.clone();
        double sum = 0;
        for (at[axis] = 0; at[axis] <= index[axis]; at[axis]++) {
            sum += x.get(at);
        }
        return sum;
    }

    private static double fromEnd(Tensor x, int axis, int[] index) {
        int[] at = index.clone();
        double sum = 0;
        for (at[axis] = x.shape().size(axis) - 1; at[axis] >= index[axis]; at[axis]--) {
            sum += x.get(at);
        }
        return sum;
    }
}
