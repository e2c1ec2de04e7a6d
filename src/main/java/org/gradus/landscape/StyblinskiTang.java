package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.Arrays;
import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * ½ Σ (xᵢ⁴ − 16xᵢ² + 5xᵢ): in each dimension two valleys, one somewhat deeper, with a hump between.
 *
 * <p>Every coordinate decides for itself, so there are 2ⁿ local minima. A coordinate that starts right of the hump at 0.157 slides into the worse
 * valley at 2.747, of depth −25.03, unless momentum or noise carries it over.
 *
 * <p>Minimum −39.166166n at (−2.903534, …, −2.903534). Drawn over [−5, 5]ⁿ. Starts at (1, …, 1), on the wrong side; no start is customary.
 *
 * <p>Styblinski and Tang 1990, <a href="https://doi.org/10.1016/0893-6080(90)90029-K">doi 10.1016/0893-6080(90)90029-K</a>.
 *
 * @param dimensions n, at least 1
 */
public record StyblinskiTang(int dimensions) implements Landscape {

    /**
     * Checks the number of dimensions.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public StyblinskiTang {
        Domain.of("styblinski-tang").count("dimensions", dimensions);
    }

    @Override
    public String name() {
        return "styblinski-tang";
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.point(this, theta);
        Tensor x2 = square(x);
        return square(x2).sub(x2.mul(16)).add(x.mul(5)).sum().div(2);
    }

    @Override
    public double[] start() {
        return all(1);
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(all(-2.903534027771177), -39.16616570377141 * dimensions));
    }

    private double[] all(double x) {
        double[] point = new double[dimensions];
        Arrays.fill(point, x);
        return point;
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(dimensions, -5, 5);
    }

    @Override
    public String formula() {
        return "½ Σ (xᵢ⁴ − 16xᵢ² + 5xᵢ)";
    }

    @Override
    public String citation() {
        return "Styblinski, M. A. and Tang, T.-S. (1990). Experiments in nonconvex optimization: stochastic approximation with function"
                + " smoothing and simulated annealing. Neural Networks 3(4), 467–483. https://doi.org/10.1016/0893-6080(90)90029-K";
    }
}
