package org.gradus.optim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Equations;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;

/**
 * That a rule's loop says what its equations say: both start from the same θ, see the same gradients and learning rates, and after every step
 * every number the rule remembers, and θ, agree within 4 ulp of the largest term of the line that defined them last.
 *
 * @param rule the rule
 * @param equations what it is held against: its own equations, unless a test says otherwise
 * @param size how many parameters
 * @param steps how many steps
 */
record Proof(UpdateRule rule, Equations equations, int size, int steps) {
    private static final int ULPS = 4;

    Proof(UpdateRule rule, int size, int steps) {
        this(rule, rule.equations(), size, steps);
    }

    /** What a symbol is to be, and the magnitude of the largest term of the line that said so; null before the first did. */
    private record Defined(double[] value, double[] largestTerm) {}

    /** Runs loop and equations side by side on the gradients of a seed. */
    void check(long seed) {
        RandomStream random = new RandomStream(seed);
        double[] theta = random.split("theta").gaussian(Shape.of(size), 1).toArray();
        State state = rule.init(size);
        Map<String, double[]> initial = state.save();
        Recurrence recurrence = new Recurrence(equations, theta);
        Map<String, Defined> defined = new HashMap<>();
        initial.forEach((name, value) -> defined.put(name, new Defined(value, null)));
        defined.put(equations.moved(), new Defined(theta.clone(), null));
        for (int t = 1; t <= steps; t++) {
            double[] g = gradient(random);
            double eta = 0.05 / (1 + 0.1 * (t % 7)); // a rate that goes up and down
            Snapshot step = recurrence.step(eta, point -> g);
            rule.update(theta, g.clone(), state, new Step(t, eta));
            state.save().forEach((name, value) -> {
                Defined now = now(name, step, defined);
                // before its first step a rule may not have taken over θ yet
                boolean untouched = now.largestTerm == null && Arrays.equals(value, initial.get(name));
                if (!untouched) {
                    agree(step.t(), name, value, now);
                }
            });
            agree(t, equations.moved(), theta, now(equations.moved(), step, defined));
        }
    }

    /** A symbol that no line defines at a step is to be what it was, as exactly as the line that defined it last. */
    private static Defined now(String name, Snapshot step, Map<String, Defined> defined) {
        String symbol = name + "_t";
        Defined before = defined.get(name);
        if (step.values().containsKey(symbol)) {
            double[] largestTerm = step.largestTerms().getOrDefault(symbol, before.largestTerm);
            defined.put(name, new Defined(step.value(symbol), largestTerm));
        }
        return defined.get(name);
    }

    private void agree(long t, String name, double[] found, Defined defined) {
        for (int i = 0; i < found.length; i++) {
            double expected = of(defined.value, i);
            double tolerance = defined.largestTerm == null ? 0 : ULPS * Math.ulp(of(defined.largestTerm, i));
            if (!(Math.abs(found[i] - expected) <= tolerance) || !Double.isFinite(expected)) {
                throw new AssertionError(
                        "%s, step %d: %s_t[%d] is %s in the loop and %s by the equations; hyper-parameters %s"
                                .formatted(rule.name(), t, name, i, found[i], expected, rule));
            }
        }
    }

    private static double of(double[] value, int i) {
        return value[value.length == 1 ? 0 : i];
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
