package org.gradus.landscape;

import java.util.Arrays;
import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * gₜ · θ with the gradients gₜ from a table: what a rule does with a given series of gradients, wherever it is.
 *
 * <p>The lecture judges Adam by such a table: a long row of uninformative gradients 1, a single informative gradient 100000, then 1 again. Adam's
 * step at the spike is at most 1/√(1 − β₂) = 31.6 times as long as one of those before it, so a thousand uninformative steps outweigh it.
 *
 * <p>The table's first row is the gradient of update 1; after its last row that row goes on. There is no minimum: along −gₜ the loss falls without
 * end. Drawn over [−1, 1]ⁿ. Starts at (0, …, 0).
 *
 * <p>Chien 2020, the lecture "Optimization for Deep Learning", <a
 * href="https://speech.ee.ntu.edu.tw/~tlkagk/courses/ML2020/Optimization.pdf">slides</a>, "Towards Improving Adam".
 */
public final class GradientTable implements Landscape {
    private static final int LECTURE_ONES = 19_999;

    private final double[][] gradients;

    /**
     * The landscape of a table.
     *
     * @param gradients one row per update, copied; all of the same length
     * @throws IllegalArgumentException if there is no row, if rows are empty or differ in length, or if a number is NaN or infinite
     */
    public GradientTable(double[][] gradients) {
        if (gradients.length == 0 || gradients[0].length == 0) {
            throw new IllegalArgumentException("gradient-table: the table is empty; give at least one gradient");
        }
        this.gradients = new double[gradients.length][];
        for (int row = 0; row < gradients.length; row++) {
            check(gradients[row], row, gradients[0].length);
            this.gradients[row] = gradients[row].clone();
        }
    }

    private static void check(double[] gradient, int row, int length) {
        if (gradient.length != length) {
            throw new IllegalArgumentException(
                    "gradient-table: the gradient of update %s has length %s, that of update 1 length %s; all need the same"
                            .formatted(row + 1, gradient.length, length));
        }
        if (!Arrays.stream(gradient).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "gradient-table: the gradient of update %s is %s; all numbers must be finite"
                            .formatted(row + 1, Arrays.toString(gradient)));
        }
    }

    /**
     * {@return the lecture's table: 1 but for 100000 at update 20 000}
     *
     * <p>On the slide the spike comes after 100 000 updates or so; at 20 000 the bias correction 1 − β₂ᵗ, β₂ = 0.999, is 1 to eight digits already.
     */
    public static GradientTable lecture() {
        double[][] gradients = new double[LECTURE_ONES + 2][];
        Arrays.fill(gradients, new double[] {1});
        gradients[LECTURE_ONES] = new double[] {100_000};
        return new GradientTable(gradients);
    }

    @Override
    public String name() {
        return "gradient-table";
    }

    @Override
    public int dimensions() {
        return gradients[0].length;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Domain.of(name()).require(t >= 1, "the number of the update", t, "a whole number, at least 1");
        int row = (int) Math.min(t, gradients.length) - 1;
        return Coordinates.point(this, theta).mul(Tensor.of(gradients[row])).sum();
    }

    @Override
    public double[] start() {
        return new double[dimensions()];
    }

    @Override
    public List<Minimum> minima() {
        return List.of();
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(dimensions(), -1, 1);
    }

    @Override
    public String formula() {
        return "gₜ · θ";
    }

    @Override
    public String citation() {
        return "Chien, C.-M. (2020). Optimization for deep learning. Lecture, National Taiwan University."
                + " https://speech.ee.ntu.edu.tw/~tlkagk/courses/ML2020/Optimization.pdf";
    }

    /** How many gradients of how many numbers, as in {@code gradient-table of 20001 gradients in 1 dimension}. */
    @Override
    public String toString() {
        return "%s of %s gradients in %s dimension%s"
                .formatted(name(), gradients.length, dimensions(), dimensions() == 1 ? "" : "s");
    }
}
