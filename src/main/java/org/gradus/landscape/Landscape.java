package org.gradus.landscape;

import java.util.List;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/**
 * A loss of few numbers about which everything is known: a problem on which one can watch an optimizer.
 *
 * <p>Most are functions of two numbers, so that they can be drawn as a map, and do not change with time. Those that do are given the number
 * of the update.
 *
 * <p>A landscape is immutable. A new one is one record and one line in {@code LibraryLandscapes}, or, outside this library, in a {@link LandscapeSource}.
 */
public interface Landscape {

    /** {@return the name as typed on the command line, such as {@code three-hump-camel}} */
    String name();

    /** {@return how many numbers θ has} */
    int dimensions();

    /**
     * {@return the loss at a point, a scalar computed by tensor operations}
     *
     * @param theta the point, a vector of as many numbers as there are {@linkplain #dimensions() dimensions}
     * @param t the number of the update that asks, 1 for the first; most landscapes ignore it
     * @throws IllegalArgumentException if theta has another shape, or t matters and is less than 1
     */
    Tensor loss(Tensor theta, long t);

    /** {@return the customary starting point, within the bounds; a new array each time} */
    double[] start();

    /**
     * {@return all global minima over the feasible set; empty if the loss falls without end}
     *
     * <p>For a problem that changes with t, those of its mean over time.
     */
    List<Minimum> minima();

    /** {@return the part that is usually drawn; start and minima lie in it} */
    Bounds bounds();

    /** {@return the loss as one writes it on paper, such as {@code (1 − x)² + 100 (y − x²)²}} */
    String formula();

    /** {@return where the problem comes from: authors, year, title, link} */
    String citation();

    /**
     * {@return the feasible point nearest to a point, in a new array; where every point is feasible, the point itself}
     *
     * @param theta the point
     */
    default double[] project(double[] theta) {
        return theta.clone();
    }

    /**
     * {@return the loss at a point as a number}
     *
     * @param theta the point
     * @param t the number of the update, 1 for the first
     * @throws IllegalArgumentException as {@link #loss}
     */
    default double value(double[] theta, long t) {
        return loss(Tensor.of(theta), t).item();
    }

    /**
     * {@return the gradient of the loss at a point, by one forward and one backward pass of the engine}
     *
     * @param theta the point
     * @param t the number of the update, 1 for the first
     * @throws IllegalArgumentException as {@link #loss}
     */
    default double[] gradient(double[] theta, long t) {
        Parameter point = new Parameter("theta", Tensor.of(theta));
        return loss(point.value(), t).backward().of(point).toArray();
    }
}
