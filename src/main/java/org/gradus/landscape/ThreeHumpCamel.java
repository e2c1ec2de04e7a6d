package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * 2x² − 1.05x⁴ + x⁶/6 + xy + y²: three valleys side by side, the middle one the deepest.
 *
 * <p>The outer valleys, local minima of 0.299 at ±(1.748, −0.874), hold what starts on their side, unless momentum carries it across the
 * saddle between.
 *
 * <p>Minimum 0 at (0, 0). Drawn over [−2, 2]²; the literature searches [−5, 5]². Starts at (−1.5, 1.5), in an outer valley; no start is
 * customary.
 *
 * <p>Jamil and Yang 2013, <a href="https://arxiv.org/abs/1308.4008">arXiv 1308.4008</a>.
 */
public record ThreeHumpCamel() implements Landscape {

    @Override
    public String name() {
        return "three-hump-camel";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor x2 = square(x);
        Tensor x4 = square(x2);
        Tensor humps = x2.mul(2).sub(x4.mul(1.05)).add(x4.mul(x2).div(6));
        return humps.add(x.mul(y)).add(square(y));
    }

    @Override
    public double[] start() {
        return new double[] {-1.5, 1.5};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(0, 0, 0));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -2, 2);
    }

    @Override
    public String formula() {
        return "2x² − 1.05x⁴ + x⁶/6 + xy + y²";
    }

    @Override
    public String citation() {
        return "Jamil, M. and Yang, X.-S. (2013). A literature survey of benchmark functions for global optimisation problems."
                + " International Journal of Mathematical Modelling and Numerical Optimisation 4(2), 150–194."
                + " https://arxiv.org/abs/1308.4008";
    }
}
