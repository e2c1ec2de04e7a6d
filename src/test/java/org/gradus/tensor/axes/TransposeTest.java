package org.gradus.tensor.axes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.OpContract;
import org.gradus.tensor.Sample;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TransposeTest implements OpContract {
    private static final int[] SIZES = {2, 3, 4, 5};

    /** Every order of up to 4 axes of different sizes. */
    @Override
    public List<Sample> samples() {
        Numbers numbers = new Numbers(7);
        List<Sample> samples = new ArrayList<>();
        for (int rank = 0; rank <= 4; rank++) {
            Tensor x = numbers.tensor(Arrays.copyOf(SIZES, rank));
            permutations(rank).forEach(order -> samples.add(transpose(x, order)));
        }
        samples.add(transpose(numbers.tensor(1, 1), List.of(1, 0)));
        samples.add(transpose(numbers.tensor(2, 0, 3), List.of(2, 0, 1)));
        return samples;
    }

    @Override
    public List<Sample> edges() {
        return List.of(transpose(
                Tensor.of(new double[][] {{Double.NaN, -0.0}, {Double.NEGATIVE_INFINITY, 0}}), List.of(1, 0)));
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(
                Refusal.of(
                        new Transpose(new Permutation(List.of(2, 1, 0))),
                        "transpose: order [2, 1, 0] names 3 axes, but shape (2, 3) has 2; name each axis once",
                        Shape.of(2, 3)),
                Refusal.of(
                        new Transpose(new Permutation(List.of(0))),
                        "transpose: order [0] names 1 axes, but shape (2, 3) has 2; name each axis once",
                        Shape.of(2, 3)));
    }

    /** Axis k of the output is axis order[k] of the input, so y[i₀, i₁, …] = x[j] with j[order[k]] = iₖ. */
    private static Sample transpose(Tensor x, List<Integer> order) {
        int[] sizes = order.stream().mapToInt(axis -> x.shape().size(axis)).toArray();
        return Sample.of(new Transpose(new Permutation(order)), x).gives(Shape.of(sizes), i -> {
            int[] j = new int[i.length];
            for (int k = 0; k < i.length; k++) {
                j[order.get(k)] = i[k];
            }
            return x.get(j);
        });
    }

    @Test
    void thereAreTwentyFourOrdersOfFourAxes() {
        assertThat(permutations(4)).hasSize(24).doesNotHaveDuplicates();
    }

    private static List<List<Integer>> permutations(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(n - 1)) {
            for (int at = 0; at < n; at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, n - 1);
                all.add(List.copyOf(longer));
            }
        }
        return all;
    }
}
