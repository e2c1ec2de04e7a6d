package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²: a plain between steep corners.
 *
 * <p>In the corners gradients are above 10⁵, on the plain below 1. A learning rate that is safe in the corners is useless on the plain: what
 * rules that divide by the gradient's size are for.
 *
 * <p>Minimum 0 at (3, ½). Drawn over [−4.5, 4.5]². Starts at (1, 1), as in Moré, Garbow and Hillstrom.
 *
 * <p>Beale 1958, a technical report of Princeton University; number 5 in Moré, Garbow and Hillstrom 1981, <a
 * href="https://doi.org/10.1145/355934.355936">doi 10.1145/355934.355936</a>.
 */
public record Beale() implements Landscape {

    @Override
    public String name() {
        return "beale";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor y2 = square(y);
        Tensor y3 = y2.mul(y);
        Tensor first = square(x.mul(y.sub(1)).add(1.5));
        Tensor second = square(x.mul(y2.sub(1)).add(2.25));
        Tensor third = square(x.mul(y3.sub(1)).add(2.625));
        return first.add(second).add(third);
    }

    @Override
    public double[] start() {
        return new double[] {1, 1};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(0, 3, 0.5));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -4.5, 4.5);
    }

    @Override
    public String formula() {
        return "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²";
    }

    @Override
    public String citation() {
        return "Beale, E. M. L. (1958). On an iterative method for finding a local minimum of a function of more than one variable."
                + " Technical report 25, Statistical Techniques Research Group, Princeton University."
                + " In: Moré, Garbow and Hillstrom (1981), https://doi.org/10.1145/355934.355936";
    }
}
