package org.gradus.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.landscape.Landscape;
import org.gradus.optim.UpdateRule;

/**
 * The step microscope: the value of every symbol of a rule at every step on a landscape, computed literally from its equations.
 *
 * <p>Besides the rule's own symbols there are Δθ_t = θ_t − θ_{t−1}, the movement, and η̃_t = −Δθ_t / g_{t−1}, the effective step: the learning
 * rate with which plain gradient descent would have made the same movement, for each coordinate; 0 where the gradient is 0.
 *
 * @param rule the rule
 * @param landscape where it walked
 * @param start where it started
 * @param steps what was seen, one entry per step
 */
public record Trace(UpdateRule rule, Landscape landscape, List<Double> start, List<TraceStep> steps) {
    /** The symbol of the movement. */
    public static final String MOVEMENT = "Δθ_t";

    /** The symbol of the effective step. */
    public static final String EFFECTIVE_STEP = "η̃_t";

    /** Keeps copies of the lists, which nobody can change. */
    public Trace {
        start = List.copyOf(start);
        steps = List.copyOf(steps);
    }

    /**
     * {@return a rule's walk from the landscape's customary start}
     *
     * @param rule the rule
     * @param landscape where it walks
     * @param steps how many steps, at least 1
     */
    public static Trace of(UpdateRule rule, Landscape landscape, int steps) {
        return from(landscape.start(), rule, landscape, steps);
    }

    /**
     * {@return a rule's walk}
     *
     * @param start where it starts; not changed
     * @param rule the rule
     * @param landscape where it walks
     * @param steps how many steps, at least 1
     * @throws IllegalArgumentException if the start is of another size than the landscape or not finite, or there are no steps
     */
    public static Trace from(double[] start, UpdateRule rule, Landscape landscape, int steps) {
        checkStart(start, landscape);
        if (steps < 1) {
            throw new IllegalArgumentException("trace: the number of steps must be at least 1, found " + steps);
        }
        Walk walk = new Walk(rule, landscape, start);
        List<TraceStep> seen = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            seen.add(walk.step());
        }
        return new Trace(rule, landscape, Arrays.stream(start).boxed().toList(), seen);
    }

    private static void checkStart(double[] start, Landscape landscape) {
        if (start.length != landscape.dimensions()) {
            throw new IllegalArgumentException("%s: a start needs %s numbers, found %s"
                    .formatted(landscape.name(), landscape.dimensions(), start.length));
        }
        if (!Arrays.stream(start).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "%s: a start needs finite numbers, found %s".formatted(landscape.name(), Arrays.toString(start)));
        }
    }

    /** {@return the symbols of all steps, in the order of computation; at a step whose lines do not define one it has no value} */
    public Set<String> symbols() {
        Set<String> symbols = new LinkedHashSet<>();
        steps.forEach(step -> symbols.addAll(step.values().keySet()));
        return symbols;
    }

    /** {@return the points of the walk, the start first: where the optimizer stood} */
    public List<double[]> path() {
        List<double[]> path = new ArrayList<>();
        path.add(start.stream().mapToDouble(Double::doubleValue).toArray());
        String moved = rule.equations().moved() + "_t";
        steps.forEach(step -> path.add(step.values().get(moved).clone()));
        return path;
    }

    /** A rule under way on a landscape. */
    static final class Walk {
        private final Landscape landscape;
        private final UpdateRule rule;
        private final Recurrence equations;
        private final String moved;
        private double[] theta;
        private long t;

        Walk(UpdateRule rule, Landscape landscape, double[] start) {
            this.rule = rule;
            this.landscape = landscape;
            this.equations = new Recurrence(rule.equations(), start);
            this.moved = rule.equations().moved() + "_t";
            this.theta = start.clone();
        }

        TraceStep step() {
            t++;
            Snapshot snapshot = equations.step(rule.eta().at(t - 1), point -> landscape.gradient(point, t));
            double[] next = landscape.project(snapshot.value(moved));
            equations.moveTo(next);
            Map<String, double[]> values = new LinkedHashMap<>();
            double[] g = landscape.gradient(theta, t);
            values.put("g_{t−1}", g);
            values.putAll(snapshot.values());
            values.put(moved, next);
            double[] movement = new double[next.length];
            double[] effective = new double[next.length];
            for (int i = 0; i < next.length; i++) {
                movement[i] = next[i] - theta[i];
                effective[i] = g[i] == 0 ? 0 : -movement[i] / g[i];
            }
            values.put(MOVEMENT, movement);
            values.put(EFFECTIVE_STEP, effective);
            theta = next;
            return new TraceStep(t, landscape.value(theta, t), values, snapshot.lines());
        }
    }
}
