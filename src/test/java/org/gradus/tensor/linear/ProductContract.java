package org.gradus.tensor.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Op;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * What every matrix product keeps: element (i, j) is one chain of fused multiply-adds of left(i, k) · right(k, j) over k = 0, 1, …, to the
 * bit, whatever the sizes.
 */
interface ProductContract extends OpContract {
    Op op();

    /** The inputs' shapes for a product of (m, k) by (k, n). */
    List<Shape> shapes(int m, int k, int n);

    double left(List<Tensor> x, int i, int k);

    double right(List<Tensor> x, int k, int j);

    /** What the chain starts from. */
    default double start(List<Tensor> x, int j) {
        return 0;
    }

    /** The leading axes of stacks of matrices, which are multiplied pair by pair; none if the op takes single matrices only. */
    default List<Shape> stacks() {
        return List.of(Shape.of(1), Shape.of(3), Shape.of(2, 3), Shape.of(0));
    }

    @Override
    default List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(List.of(
                sample(2, 3, 4),
                sample(4, 1, 2),
                sample(1, 9, 1),
                sample(5, 4, 3),
                sample(1, 1, 1),
                sample(0, 2, 3),
                sample(2, 0, 3),
                sample(2, 3, 0),
                sample(0, 0, 0)));
        stacks().forEach(stack -> samples.add(sample(stack, 2, 5, 3)));
        return samples;
    }

    @Test
    default void everySmallSizeHasTheBitsOfThePlainChain() {
        for (int m = 1; m <= 9; m++) {
            for (int k = 1; k <= 9; k++) {
                for (int n = 1; n <= 9; n++) {
                    check(sample(m, k, n));
                }
            }
        }
    }

    @Test
    default void largeSizesHaveTheBitsOfThePlainChain() {
        List.of(sample(17, 33, 65), sample(64, 64, 64), sample(31, 257, 10), sample(1, 1000, 3), sample(3, 2, 1001))
                .forEach(ProductContract::check);
    }

    private Sample sample(int m, int k, int n) {
        return sample(Shape.SCALAR, m, k, n);
    }

    /** Numbers of very different sizes, so that every other order of the chain has other bits. */
    private Sample sample(Shape stack, int m, int k, int n) {
        Numbers numbers = new Numbers(100L * m + 10L * k + n);
        List<List<Tensor>> pairs = new ArrayList<>(); // what is multiplied, one list of inputs per matrix of the stack
        for (int number = 0; number < stack.size(); number++) {
            pairs.add(shapes(m, k, n).stream()
                    .map(shape -> numbers.tensor(-2, 2, shape).pow(3))
                    .toList());
        }
        Tensor[] x = new Tensor[shapes(m, k, n).size()];
        for (int i = 0; i < x.length; i++) {
            int input = i;
            double[] data = pairs.stream()
                    .flatMapToDouble(pair -> Arrays.stream(pair.get(input).toArray()))
                    .toArray();
            x[i] = Tensor.of(join(stack, shapes(m, k, n).get(i)), data);
        }
        return Sample.of(op(), x).gives(join(stack, Shape.of(m, n)), index -> {
            int rank = index.length;
            int number = stack.offset(Arrays.copyOf(index, rank - 2));
            return chain(pairs.get(number), k, index[rank - 2], index[rank - 1]);
        });
    }

    private static Shape join(Shape stack, Shape shape) {
        return Shape.of(IntStream.concat(IntStream.of(stack.toArray()), IntStream.of(shape.toArray()))
                .toArray());
    }

    private double chain(List<Tensor> x, int inner, int i, int j) {
        double sum = start(x, j);
        for (int k = 0; k < inner; k++) {
            sum = Math.fma(left(x, i, k), right(x, k, j), sum);
        }
        return sum;
    }

    private static void check(Sample sample) {
        sample.check(sample.output());
    }
}
