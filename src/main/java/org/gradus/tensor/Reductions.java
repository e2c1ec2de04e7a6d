package org.gradus.tensor;

import java.util.function.BiFunction;
import org.gradus.tensor.axes.RunningSum;

/** Numbers that stand for many, beyond the sum, mean and maximum that {@link Tensor} has as methods. Reduced axes disappear. */
public final class Reductions {
    private Reductions() {}

    /**
     * {@return what a reduction gives, with its axes kept as axes of size 1, so that it broadcasts against x}
     *
     * <p>{@code x.sub(Reductions.keeping(x, Tensor::mean, 1))} takes the mean of its row from each element.
     *
     * @param x a tensor
     * @param reduction a reduction whose axes disappear: {@code Tensor::max}, {@code Reductions::variance}
     * @param axes the axes; none means all of them; negative counts from the end
     */
    public static Tensor keeping(Tensor x, BiFunction<Tensor, int[], Tensor> reduction, int... axes) {
        return reduction.apply(x, axes).reshape(x.shape().reduced(axes));
    }

    /**
     * {@return the minimum over some axes; ties share the gradient evenly}
     *
     * @param x a tensor
     * @param axes the axes to search; none means all of them; negative counts from the end
     */
    public static Tensor min(Tensor x, int... axes) {
        return x.neg().max(axes).neg();
    }

    /**
     * {@return the biased variance over some axes: the mean squared distance from the mean}
     *
     * @param x a tensor
     * @param axes the axes; none means all of them; negative counts from the end
     */
    public static Tensor variance(Tensor x, int... axes) {
        return squaredDistances(x, axes).div(count(x, axes));
    }

    /**
     * {@return the unbiased variance over some axes: the squared distances from the mean over n − 1; NaN for n = 1}
     *
     * @param x a tensor
     * @param axes the axes; none means all of them; negative counts from the end
     */
    public static Tensor sampleVariance(Tensor x, int... axes) {
        return squaredDistances(x, axes).div(count(x, axes) - 1);
    }

    /**
     * {@return the length √(Σ x²) over some axes; its derivatives at 0 are taken as 0, the first as in PyTorch}
     *
     * @param x a tensor
     * @param axes the axes; none means all of them; negative counts from the end
     */
    public static Tensor norm(Tensor x, int... axes) {
        Tensor squares = x.mul(x).sum(axes);
        Tensor zero = Selection.equal(squares, Tensor.scalar(0));
        Tensor positive = Selection.where(
                zero, Tensor.scalar(1), squares); // √ has an infinite slope at 0, also where it is not taken
        return Selection.where(zero, Tensor.scalar(0), positive.sqrt());
    }

    /**
     * {@return the sums x₀, x₀ + x₁, … along one axis}
     *
     * @param x a tensor
     * @param axis the axis; negative counts from the end
     */
    public static Tensor cumulativeSum(Tensor x, int axis) {
        return Tensor.apply(new RunningSum(x.shape().axis(axis), false), x);
    }

    /**
     * {@return where along an axis the maximum lies: the first place, if there are several; NaN wins over numbers}
     *
     * @param x a tensor
     * @param axis the axis, not of size 0; negative counts from the end
     */
    public static int[] argMax(Tensor x, int axis) {
        Shape shape = x.shape();
        int n = shape.size(axis);
        int step = shape.strides()[shape.axis(axis)];
        int[] best = new int[shape.without(axis).size()];
        for (int i = 0; i < best.length; i++) {
            int start = i / step * step * n + i % step;
            for (int k = 1; k < n; k++) {
                double found = x.data[start + k * step];
                double largest = x.data[start + best[i] * step];
                best[i] = found > largest || Double.isNaN(found) && !Double.isNaN(largest) ? k : best[i];
            }
        }
        return best;
    }

    private static Tensor squaredDistances(Tensor x, int... axes) {
        Tensor mean = x.sumTo(x.shape().reduced(axes)).div(count(x, axes));
        Tensor distance = x.sub(mean);
        return distance.mul(distance).sum(axes);
    }

    private static double count(Tensor x, int... axes) {
        return (double) x.shape().size() / x.shape().reduced(axes).size();
    }
}
