package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * (x + 2y − 7)² + (2x + y − 5)²: a long bowl, curved nine times as strongly across as along.
 *
 * <p>The mildest of the quadratic problems. Its axes are the diagonals, so that a rule with one learning rate per coordinate cannot undo the
 * stretching: it scales x and y, not the diagonals.
 *
 * <p>Minimum 0 at (1, 3). Drawn over [−10, 10]². Starts at (−5, 8), up the gentle side; no start is customary.
 *
 * <p>Jamil and Yang 2013, <a href="https://arxiv.org/abs/1308.4008">arXiv 1308.4008</a>.
 */
public record Booth() implements Landscape {

    @Override
    public String name() {
        return "booth";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor first = x.add(y.mul(2)).sub(7);
        Tensor second = x.mul(2).add(y).sub(5);
        return square(first).add(square(second));
    }

    @Override
    public double[] start() {
        return new double[] {-5, 8};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(0, 1, 3));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -10, 10);
    }

    @Override
    public String formula() {
        return "(x + 2y − 7)² + (2x + y − 5)²";
    }

    @Override
    public String citation() {
        return "Jamil, M. and Yang, X.-S. (2013). A literature survey of benchmark functions for global optimisation problems."
                + " International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 150–194."
                + " https://arxiv.org/abs/1308.4008";
    }
}
