package org.gradus.lecture.after;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.after.NewtonSchulz;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * What Newton–Schulz steps do to singular values.
 *
 * @param sigma singular values from 10⁻⁴ to 1
 * @param after them after one step, after two, and so on
 */
record SingularSteps(double[] sigma, double[][] after) {
    /** From where on all values end in a band. */
    static final double FROM = 0.01;

    private static final int PLACES = 801;

    /** By the library's own steps, on matrices of one element, whose singular value that is. */
    static SingularSteps of(NewtonSchulz steps) {
        double[] sigma = IntStream.range(0, PLACES)
                .mapToDouble(i -> FastMath.pow(10, -4 + 4.0 * i / (PLACES - 1)))
                .toArray();
        double[][] after = IntStream.rangeClosed(1, steps.steps())
                .mapToObj(count -> new NewtonSchulz(count, steps.a(), steps.b(), steps.c()))
                .map(some -> Arrays.stream(sigma).map(s -> after(some, s)).toArray())
                .toArray(double[][]::new);
        return new SingularSteps(sigma, after);
    }

    private static double after(NewtonSchulz steps, double sigma) {
        return steps.of(Tensor.of(Shape.of(1, 1), sigma)).item();
    }

    /** All values after the last step. */
    double[] last() {
        return after[after.length - 1];
    }

    private double[] ends() {
        return IntStream.range(0, sigma.length)
                .filter(i -> sigma[i] >= FROM * (1 - 1e-9)) // its place on the grid is rounded
                .mapToDouble(i -> last()[i])
                .sorted()
                .toArray();
    }

    /** The least that values from {@link #FROM} to 1 end at. */
    double least() {
        return ends()[0];
    }

    /** The largest that values from {@link #FROM} to 1 end at. */
    double largest() {
        double[] ends = ends();
        return ends[ends.length - 1];
    }

    /** Which of all values ends highest. */
    int highest() {
        return IntStream.range(0, sigma.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> last()[i]))
                .orElseThrow();
    }
}
