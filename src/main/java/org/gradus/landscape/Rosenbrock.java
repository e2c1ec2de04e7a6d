package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * (1 − x)² + 100 (y − x²)²: a narrow valley along the parabola y = x².
 *
 * <p>The valley is found at once; then its floor falls a hundred times more gently than its walls. Rules whose step is as long as the gradient
 * bounce between the walls or creep along the floor; momentum runs along it.
 *
 * <p>Minimum 0 at (1, 1). Drawn over [−2, 2] × [−1, 3]. Starts at (−1.2, 1), as in the paper.
 *
 * <p>Rosenbrock 1960, <a href="https://doi.org/10.1093/comjnl/3.3.175">doi 10.1093/comjnl/3.3.175</a>.
 */
public record Rosenbrock() implements Landscape {

    @Override
    public String name() {
        return "rosenbrock";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor valley = square(y.sub(square(x)));
        return square(x.neg().add(1)).add(valley.mul(100));
    }

    @Override
    public double[] start() {
        return new double[] {-1.2, 1};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(0, 1, 1));
    }

    @Override
    public Bounds bounds() {
        return new Bounds(new double[] {-2, -1}, new double[] {2, 3});
    }

    @Override
    public String formula() {
        return "(1 − x)² + 100 (y − x²)²";
    }

    @Override
    public String citation() {
        return "Rosenbrock, H. H. (1960). An automatic method for finding the greatest or least value of a function."
                + " The Computer Journal 3(3), 175–184. https://doi.org/10.1093/comjnl/3.3.175";
    }
}
