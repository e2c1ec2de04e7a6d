package org.gradus.optim;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.tensor.RandomStream;

/**
 * That a rule's loop says what its equations say: both start from the same θ, see the same gradients and learning rates, and after every step
 * every number the rule remembers, and θ, agree within 4 ulp of the largest term of the line that defines them.
 *
 * @param rule the rule
 * @param size how many parameters
 * @param steps how many steps
 */
record Proof(UpdateRule rule, int size, int steps) {
    private static final int ULPS = 4;

    /** Runs loop and equations side by side on the gradients of a seed. */
    void check(long seed) {
        RandomStream random = new RandomStream(seed);
        double[] theta = random.split("theta")
                .gaussian(org.gradus.tensor.Shape.of(size), 1)
                .toArray();
        State state = rule.init(size);
        Recurrence equations = new Recurrence(rule.equations(), theta);
        agree(0, rule.equations().moved(), theta, theta, null);
        for (int t = 1; t <= steps; t++) {
            double[] g = gradient(random);
            double eta = 0.05 / (1 + 0.1 * (t % 7)); // a rate that goes up and down
            Snapshot step = equations.step(eta, point -> g);
            rule.update(theta, g.clone(), state, new Step(t, eta));
            for (Map.Entry<String, double[]> remembered : state.save().entrySet()) {
                compare(t, remembered.getKey(), remembered.getValue(), step);
            }
            compare(t, rule.equations().moved(), theta, step);
        }
    }

    private void compare(long t, String name, double[] found, Snapshot step) {
        String symbol = name + "_t";
        agree(t, symbol, found, step.value(symbol), step.largestTerms().get(symbol));
    }

    private void agree(long t, String symbol, double[] found, double[] expected, double[] largestTerm) {
        for (int i = 0; i < found.length; i++) {
            double e = expected[expected.length == 1 ? 0 : i];
            double tolerance = largestTerm == null ? 0 : ULPS * Math.ulp(largestTerm[largestTerm.length == 1 ? 0 : i]);
            if (!(Math.abs(found[i] - e) <= tolerance) || !Double.isFinite(e)) {
                throw new AssertionError(
                        "%s, step %d: %s[%d] is %s in the loop and %s by the equations; hyper-parameters %s"
                                .formatted(rule.name(), t, symbol, i, found[i], e, rule));
            }
        }
    }

    /** Gradients of all kinds, by coordinate: usual, often 0, always 0, tiny, huge, alternating, and one that grows up from nothing. */
    private double[] gradient(RandomStream random) {
        double[] g = new double[size];
        Arrays.setAll(g, i -> switch (i % 7) {
            case 0 -> random.gaussian();
            case 1 -> random.uniform() < 0.7 ? 0 : random.gaussian();
            case 2 -> random.below(3) == 0 ? 1e-300 : -1e-300;
            case 3 -> 1e150 * random.gaussian();
            case 4 -> random.below(2) == 0 ? 1 : -1;
            case 5 -> random.gaussian() * FastMath.pow(10, random.below(13) - 6);
            default -> 0;
        });
        return g;
    }
}
