package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * x² − y²: a pass, up along x and down along y.
 *
 * <p>The gradient vanishes at (0, 0), which is not a minimum. From a start beside the ridge plain descent first falls onto the pass and lingers
 * there, for the gradient along y is tiny; a rule that divides by the gradient's size leaves at once.
 *
 * <p>It has no minimum: along y it falls without end. Drawn over [−2, 2]². Starts at (1, 0.001), a hair beside the ridge; no start is customary.
 *
 * <p>Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio 2014, <a href="https://arxiv.org/abs/1406.2572">arXiv 1406.2572</a>, on how saddles, not
 * local minima, slow down the training of networks.
 */
public record Saddle() implements Landscape {

    @Override
    public String name() {
        return "saddle";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        return square(x).sub(square(y));
    }

    @Override
    public double[] start() {
        return new double[] {1, 0.001};
    }

    @Override
    public List<Minimum> minima() {
        return List.of();
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -2, 2);
    }

    @Override
    public String formula() {
        return "x² − y²";
    }

    @Override
    public String citation() {
        return "Dauphin, Y., Pascanu, R., Gulcehre, C., Cho, K., Ganguli, S. and Bengio, Y. (2014). Identifying and attacking the saddle"
                + " point problem in high-dimensional non-convex optimization. NeurIPS 27. https://arxiv.org/abs/1406.2572";
    }
}
