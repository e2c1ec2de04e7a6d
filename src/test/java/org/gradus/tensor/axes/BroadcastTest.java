package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.gradus.tensor.Numbers;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Broadcasting of random shapes against index arithmetic in its plainest form. */
class BroadcastTest {
    private static final int MAX_RANK = 4;

    @RepeatedTest(200)
    void expandRepeatsAndSumToAdds(RepetitionInfo repetition) {
        Numbers numbers = new Numbers(repetition.getCurrentRepetition());
        Shape large = numbers.shape(MAX_RANK);
        Shape small = smaller(large, numbers);
        Tensor x = numbers.whole(small);
        Tensor y = numbers.whole(large);
        Tensor expanded = Tensor.apply(new Expand(large), x);
        double[] sums = new double[small.size()];
        int[] index = new int[large.rank()];
        for (int i = 0; i < large.size(); i++) {
            assertThat(expanded.get(index)).isEqualTo(x.get(counterpart(index, small)));
            sums[flat(counterpart(index, small), small)] += y.get(index);
            next(index, large);
        }
        assertThat(expanded.shape()).isEqualTo(large);
        assertThat(Tensor.apply(new SumTo(small), y).toArray()).isEqualTo(sums);
        assertThat(product(expanded, y)).isEqualTo(product(x, y.sumTo(small)));
    }

    @RepeatedTest(200)
    void binaryOperationsRepeatBothSides(RepetitionInfo repetition) {
        Numbers numbers = new Numbers(1000 + repetition.getCurrentRepetition());
        Shape common = numbers.shape(MAX_RANK);
        Tensor a = numbers.whole(smaller(common, numbers));
        Tensor b = numbers.whole(smaller(common, numbers));
        Tensor c = a.mul(b);
        int[] index = new int[c.shape().rank()];
        for (int i = 0; i < c.shape().size(); i++) {
            assertThat(c.get(index))
                    .isEqualTo(a.get(counterpart(index, a.shape())) * b.get(counterpart(index, b.shape())));
            next(index, c.shape());
        }
        assertThat(c.shape()).isEqualTo(Shape.broadcast("mul", b.shape(), a.shape()));
        for (int axis = 1; axis <= c.shape().rank(); axis++) {
            int left = axis <= a.shape().rank() ? a.shape().size(-axis) : 1;
            int right = axis <= b.shape().rank() ? b.shape().size(-axis) : 1;
            assertThat(c.shape().size(-axis)).isEqualTo(left == 1 ? right : left);
        }
    }

    @RepeatedTest(100)
    void shapesThatDoNotFitAreRefused(RepetitionInfo repetition) {
        Numbers numbers = new Numbers(2000 + repetition.getCurrentRepetition());
        Shape a = numbers.shape(MAX_RANK);
        Shape b = numbers.shape(MAX_RANK);
        boolean fits = true;
        for (int axis = 1; axis <= Math.min(a.rank(), b.rank()); axis++) {
            fits &= a.size(-axis) == b.size(-axis) || a.size(-axis) == 1 || b.size(-axis) == 1;
        }
        if (fits) {
            assertThat(Shape.broadcast("add", a, b).rank()).isEqualTo(Math.max(a.rank(), b.rank()));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Shape.broadcast("add", a, b))
                    .withMessageStartingWith("add: shapes %s and %s do not broadcast: axis ", a, b);
        }
    }

    @Test
    void theMessageNamesTheAxis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.full(Shape.of(2, 3), 0).sub(Tensor.full(Shape.of(3, 2, 2), 0)))
                .withMessage(
                        "sub: shapes (2, 3) and (3, 2, 2) do not broadcast: axis 1 (from the end) is 3 on the left "
                                + "and 2 on the right; the sizes must be equal, or one of them 1");
    }

    /** A shape that broadcasts to the large one: some leading axes dropped, some of the others 1. */
    private static Shape smaller(Shape large, Numbers numbers) {
        int dropped = numbers.below(large.rank() + 1) / 2;
        int[] sizes = new int[large.rank() - dropped];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = numbers.below(3) == 0 ? 1 : large.size(axis + dropped);
        }
        return Shape.of(sizes);
    }

    /** Where the element at an index of the large array comes from in the small one. */
    private static int[] counterpart(int[] index, Shape small) {
        int[] from = new int[small.rank()];
        for (int axis = 0; axis < from.length; axis++) {
            from[axis] = small.size(axis) == 1 ? 0 : index[index.length - from.length + axis];
        }
        return from;
    }

    private static int flat(int[] index, Shape shape) {
        int flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * shape.size(axis) + index[axis];
        }
        return flat;
    }

    private static void next(int[] index, Shape shape) {
        int axis = index.length - 1;
        while (axis >= 0 && ++index[axis] == shape.size(axis)) {
            index[axis--] = 0;
        }
    }

    private static double product(Tensor a, Tensor b) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
