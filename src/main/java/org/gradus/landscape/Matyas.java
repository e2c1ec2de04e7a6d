package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * 0.26 (x² + y²) − 0.48 xy: a shallow trough along the diagonal, curved 25 times as strongly across as along.
 *
 * <p>As {@link Booth}, but flatter: gradients are small from the start, so that plain descent needs a large learning rate and rules that divide
 * by the gradient's size do not notice.
 *
 * <p>Minimum 0 at (0, 0). Drawn over [−10, 10]². Starts at (8, 2); no start is customary.
 *
 * <p>Jamil and Yang 2013, <a href="https://arxiv.org/abs/1308.4008">arXiv 1308.4008</a>.
 */
public record Matyas() implements Landscape {

    @Override
    public String name() {
        return "matyas";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor squares = square(x).add(square(y));
        return squares.mul(0.26).sub(x.mul(y).mul(0.48));
    }

    @Override
    public double[] start() {
        return new double[] {8, 2};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(0, 0, 0));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -10, 10);
    }

    @Override
    public String formula() {
        return "0.26 (x² + y²) − 0.48 xy";
    }

    @Override
    public String citation() {
        return "Jamil, M. and Yang, X.-S. (2013). A literature survey of benchmark functions for global optimisation problems."
                + " International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 150–194."
                + " https://arxiv.org/abs/1308.4008";
    }
}
