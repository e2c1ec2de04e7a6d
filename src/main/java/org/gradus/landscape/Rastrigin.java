package org.gradus.landscape;

import static org.gradus.tensor.Elementary.cos;
import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * 10n + Σ (xᵢ² − 10 cos 2πxᵢ): a bowl full of dents.
 *
 * <p>Near every point of whole numbers lies a local minimum, and the gradient tells of the next dent, not of the bowl. What gets through is a
 * step or a momentum larger than a dent; how far a rule comes depends on the learning rate more than on the rule.
 *
 * <p>Minimum 0 at (0, …, 0). Drawn over [−5.12, 5.12]ⁿ. Starts at (−2, 3.5, −2, 3.5, …), one coordinate near the bottom of a dent, the next near
 * the top of a bump; no start is customary.
 *
 * <p>Rastrigin 1974 in two dimensions; in n Mühlenbein, Schomisch and Born 1991, <a href="https://doi.org/10.1016/S0167-8191(05)80052-3">doi
 * 10.1016/S0167-8191(05)80052-3</a>.
 *
 * @param dimensions n, at least 1
 */
public record Rastrigin(int dimensions) implements Landscape {

    /**
     * Checks the number of dimensions.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Rastrigin {
        Domain.of("rastrigin").count("dimensions", dimensions);
    }

    @Override
    public String name() {
        return "rastrigin";
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.point(this, theta);
        Tensor dents = cos(x.mul(2 * Math.PI)).mul(10);
        return square(x).sub(dents).sum().add(10 * dimensions);
    }

    @Override
    public double[] start() {
        double[] point = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            point[i] = i % 2 == 0 ? -2 : 3.5;
        }
        return point;
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(new double[dimensions], 0));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(dimensions, -5.12, 5.12);
    }

    @Override
    public String formula() {
        return "10n + Σ (xᵢ² − 10 cos 2πxᵢ)";
    }

    @Override
    public String citation() {
        return "Mühlenbein, H., Schomisch, M. and Born, J. (1991). The parallel genetic algorithm as function optimizer."
                + " Parallel Computing 17(6–7), 619–632. https://doi.org/10.1016/S0167-8191(05)80052-3";
    }
}
