package org.gradus.lecture.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.landscape.Landscape;
import org.gradus.lecture.RuleWalk;
import org.gradus.optim.UpdateRule;

/**
 * A rule's way down a landscape.
 *
 * @param rule the rule
 * @param landscape where
 * @param eta the learning rate
 * @param path the points, the start first; it ends before the first at which the loss is higher than at the start
 * @param loss the loss where it ends, ∞ if it ended too early
 */
public record Descent(UpdateRule rule, Landscape landscape, double eta, List<double[]> path, double loss) {
    /** The rates that are tried, the same for every rule. */
    public static final List<Double> RATES = Stream.of(1e-4, 1e-3, 1e-2, 0.1, 1.0)
            .flatMap(ten -> Stream.of(ten, 2 * ten, 5 * ten))
            .toList();

    /**
     * {@return a rule's way with a rate}
     *
     * @param rule the rule
     * @param landscape where
     * @param start where it starts
     * @param eta the learning rate
     * @param steps how many steps
     */
    public static Descent of(UpdateRule rule, Landscape landscape, double[] start, double eta, int steps) {
        RuleWalk walk = new RuleWalk(rule, start);
        List<double[]> path = new ArrayList<>(List.of(start));
        double highest = landscape.value(start, 1);
        double loss = highest;
        for (int t = 1; t <= steps; t++) {
            double[] theta = walk.step(eta, landscape.gradient(walk.theta(), t));
            loss = landscape.value(theta, t);
            if (!(loss <= highest)) { // NaN too
                return new Descent(rule, landscape, eta, path, Double.POSITIVE_INFINITY);
            }
            path.add(theta);
        }
        return new Descent(rule, landscape, eta, path, loss);
    }

    /**
     * {@return the one of all rates whose loss is least in the end; of equal ones the smallest rate}
     *
     * @param rule the rule
     * @param landscape where
     * @param start where it starts
     * @param steps how many steps
     */
    public static Descent tuned(UpdateRule rule, Landscape landscape, double[] start, int steps) {
        Descent best = of(rule, landscape, start, RATES.get(0), steps);
        for (double eta : RATES.subList(1, RATES.size())) {
            Descent other = of(rule, landscape, start, eta, steps);
            best = other.loss < best.loss ? other : best;
        }
        return best;
    }
}
