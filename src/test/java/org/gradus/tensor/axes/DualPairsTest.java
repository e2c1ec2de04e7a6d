package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Op;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two linear ops A and B are dual if ⟨A x, y⟩ = ⟨x, B y⟩ for all x and y. On whole numbers both sides are exact. */
class DualPairsTest {
    private static final Positions POSITIONS = Positions.of(IntStream.of(11, 3, 0, 3));

    /** A linear op, its dual, and the shape of its input. */
    record Pair(Op op, Op dual, Shape shape) {}

    static Stream<Pair> pairs() {
        Shape shape = Shape.of(3, 1, 4);
        return Stream.of(
                new Pair(new Expand(Shape.of(2, 3, 5, 4)), new SumTo(shape), shape),
                new Pair(new SumTo(Shape.of(1, 4)), new Expand(shape), shape),
                new Pair(new SumTo(Shape.SCALAR), new Expand(shape), shape),
                new Pair(new Slice(0, 1, 2), new Pad(0, 1, 1), shape),
                new Pair(new Slice(2, 0, 3), new Pad(2, 0, 1), shape),
                new Pair(new Slice(2, 4, 4), new Pad(2, 4, 0), shape),
                new Pair(new Pad(1, 2, 3), new Slice(1, 2, 3), shape),
                new Pair(transpose(2, 0, 1), transpose(1, 2, 0), shape),
                new Pair(transpose(0, 2, 1), transpose(0, 2, 1), shape),
                new Pair(new Reshape(Shape.of(6, 2)), new Reshape(shape), shape),
                new Pair(new RunningSum(2, false), new RunningSum(2, true), shape),
                new Pair(new RunningSum(0, true), new RunningSum(0, false), shape),
                new Pair(new Take(Shape.of(4), POSITIONS), new Put(shape, POSITIONS), shape),
                new Pair(new Put(Shape.of(20), POSITIONS), new Take(Shape.of(4), POSITIONS), Shape.of(4)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void bothSidesOfTheInnerProductAreEqual(Pair pair) {
        Numbers numbers = new Numbers(10);
        for (int n = 0; n < 20; n++) {
            Tensor x = numbers.whole(pair.shape);
            Tensor ax = Tensor.apply(pair.op, x);
            Tensor y = numbers.whole(ax.shape());
            assertThat(product(ax, y)).isEqualTo(product(x, Tensor.apply(pair.dual, y)));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theVectorJacobianProductIsTheDual(Pair pair) {
        Numbers numbers = new Numbers(11);
        Tensor x = numbers.whole(pair.shape);
        Tensor y = Tensor.apply(pair.op, x);
        Tensor gy = numbers.whole(y.shape());
        Tensor gx = pair.op.vjp(0, gy, y, new Tensor[] {x});
        assertThat(gx.shape()).isEqualTo(x.shape());
        assertThat(gx.toArray()).isEqualTo(Tensor.apply(pair.dual, gy).toArray());
    }

    private static Op transpose(Integer... order) {
        return new Transpose(new Permutation(List.of(order)));
    }

    private static double product(Tensor a, Tensor b) {
        assertThat(a.shape()).isEqualTo(b.shape());
        double sum = 0;
        for (int i = 0; i < a.shape().size(); i++) {
            sum += a.toArray()[i] * b.toArray()[i];
        }
        return sum;
    }
}
