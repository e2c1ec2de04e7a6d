package org.gradus.landscape;

import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * (x² + y − 11)² + (x + y² − 7)²: four valleys of equal depth around a hill.
 *
 * <p>Which of the four a run ends in says nothing about how good the rule is, but much about its first steps: momentum and larger learning
 * rates cross ridges.
 *
 * <p>Minimum 0 at (3, 2) and, rounded to three decimals, at (−2.805, 3.131), (−3.779, −3.283) and (3.584, −1.848). Drawn over [−5, 5]². Starts at
 * (0, 0), near the top of the hill at (−0.271, −0.923); no start is customary.
 *
 * <p>Himmelblau 1972, Applied Nonlinear Programming, McGraw-Hill; in Jamil and Yang 2013, <a
 * href="https://arxiv.org/abs/1308.4008">arXiv 1308.4008</a>.
 */
public record Himmelblau() implements Landscape {

    @Override
    public String name() {
        return "himmelblau";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor first = square(x).add(y).sub(11);
        Tensor second = x.add(square(y)).sub(7);
        return square(first).add(square(second));
    }

    @Override
    public double[] start() {
        return new double[] {0, 0};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(
                Minimum.of(0, 3, 2),
                Minimum.of(0, -2.805118086952745, 3.131312518250573),
                Minimum.of(0, -3.779310253377747, -3.2831859912861696),
                Minimum.of(0, 3.5844283403304917, -1.8481265269644036));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, -5, 5);
    }

    @Override
    public String formula() {
        return "(x² + y − 11)² + (x + y² − 7)²";
    }

    @Override
    public String citation() {
        return "Himmelblau, D. M. (1972). Applied Nonlinear Programming. McGraw-Hill."
                + " In: Jamil and Yang (2013), https://arxiv.org/abs/1308.4008";
    }
}
