package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * ½ Σ λᵢ xᵢ²: a bowl whose curvatures λᵢ go in equal ratios from 1 to the condition number κ.
 *
 * <p>Plain descent needs η &lt; 2/κ for the steepest direction, and then about κ steps for the flattest; momentum needs about √κ. A rule with a
 * learning rate per coordinate does not notice κ at all, because here the axes of the bowl are those of the coordinates.
 *
 * <p>Minimum 0 at (0, …, 0). Drawn over [−1.5, 1.5]ⁿ. Starts at (1, …, 1); no start is customary.
 *
 * <p>Goh 2017, <a href="https://doi.org/10.23915/distill.00006">doi 10.23915/distill.00006</a>.
 *
 * @param dimensions n, at least 1
 * @param condition κ, the ratio of the largest to the smallest curvature, at least 1; 1 in one dimension
 */
public record IllConditioned(int dimensions, double condition) implements Landscape {

    /**
     * Checks both numbers.
     *
     * @throws IllegalArgumentException if there is no dimension, the condition number is not a finite number of at least 1, or it is above 1
     *     in one dimension
     */
    public IllConditioned {
        boolean possible = condition >= 1 && condition < Double.POSITIVE_INFINITY;
        Domain.of("ill-conditioned")
                .count("dimensions", dimensions)
                .require(possible, "condition", condition, "a finite number, at least 1")
                .require(dimensions > 1 || condition == 1, "condition", condition, "1 in one dimension");
    }

    @Override
    public String name() {
        return "ill-conditioned";
    }

    /** {@return the curvatures λᵢ = κ^(i/(n−1)), i = 0 … n − 1} */
    public double[] curvatures() {
        double[] lambda = new double[dimensions];
        for (int i = 1; i < dimensions - 1; i++) {
            lambda[i] = FastMath.pow(condition, (double) i / (dimensions - 1));
        }
        lambda[dimensions - 1] = condition;
        lambda[0] = 1;
        return lambda;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.point(this, theta);
        return square(x).mul(Tensor.of(curvatures())).sum().div(2);
    }

    @Override
    public double[] start() {
        double[] point = new double[dimensions];
        Arrays.fill(point, 1);
        return point;
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(new double[dimensions], 0));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(dimensions, -1.5, 1.5);
    }

    @Override
    public String formula() {
        return "½ Σ λᵢ xᵢ²";
    }

    @Override
    public String citation() {
        return "Goh, G. (2017). Why momentum really works. Distill 2(4). https://doi.org/10.23915/distill.00006";
    }
}
