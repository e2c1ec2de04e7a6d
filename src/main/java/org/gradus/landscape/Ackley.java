package org.gradus.landscape;

import static org.gradus.tensor.Elementary.cos;
import static org.gradus.tensor.Elementary.square;

import java.util.Arrays;
import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.tensor.Tensor;

/**
 * −20 exp(−0.2 √(Σ xᵢ² / n)) − exp(Σ cos 2πxᵢ / n) + 20 + e: a wide rippled plain with a funnel in the middle.
 *
 * <p>Far out the ripples are all the gradient sees. And as the funnel ends in a tip, the gradient does not fade towards the minimum: with a
 * constant learning rate a rule goes on jumping across it, so that one sees what a decaying rate is for.
 *
 * <p>Minimum 0 at (0, …, 0), where the gradient, undefined at a tip, is taken as 0. Drawn over [−5, 5]ⁿ; the literature searches [−32.768,
 * 32.768]ⁿ. Starts at (2.5, …, 2.5), on a ripple; no start is customary.
 *
 * <p>Ackley 1987, <a href="https://doi.org/10.1007/978-1-4613-1997-9">doi 10.1007/978-1-4613-1997-9</a>, in two dimensions; in n Bäck 1996.
 *
 * @param dimensions n, at least 1
 */
public record Ackley(int dimensions) implements Landscape {

    /**
     * Checks the number of dimensions.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Ackley {
        Domain.of("ackley").count("dimensions", dimensions);
    }

    @Override
    public String name() {
        return "ackley";
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.point(this, theta);
        Tensor meanSquare = square(x).mean();
        boolean tip = meanSquare.item() == 0; // there the root has no derivative, the square has the derivative 0
        Tensor distance = tip ? meanSquare : meanSquare.sqrt();
        Tensor funnel = distance.mul(-0.2).exp().mul(-20);
        Tensor ripples = cos(x.mul(2 * Math.PI)).mean().exp();
        return funnel.sub(ripples).add(20 + Math.E);
    }

    @Override
    public double[] start() {
        double[] point = new double[dimensions];
        Arrays.fill(point, 2.5);
        return point;
    }

    @Override
    public List<Minimum> minima() {
        return List.of(new Minimum(new double[dimensions], 0));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(dimensions, -5, 5);
    }

    @Override
    public String formula() {
        return "−20 exp(−0.2 √(Σ xᵢ² / n)) − exp(Σ cos 2πxᵢ / n) + 20 + e";
    }

    @Override
    public String citation() {
        return "Ackley, D. H. (1987). A Connectionist Machine for Genetic Hillclimbing. Kluwer."
                + " https://doi.org/10.1007/978-1-4613-1997-9";
    }
}
