package org.gradus.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradus.equation.Equations;
import org.gradus.equation.Snapshot;
import org.gradus.landscape.Landscape;
import org.gradus.optim.LoopAndLines;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * The step microscope: the value of every symbol of a rule at every step on a landscape, computed literally from its equations. The rule's
 * loop runs beside them; a step where it computes something else is marked.
 *
 * <p>Besides the rule's own symbols there are Δθ_t = θ_t − θ_{t−1}, the movement, and η̃_t = −Δθ_t / g_{t−1}, the effective step: the learning
 * rate with which plain gradient descent would have made the same movement, for each coordinate; 0 where the gradient is 0.
 *
 * @param rule the rule
 * @param eta the course of its learning rate; t = 0 is the first update
 * @param landscape where it walked
 * @param start where it started
 * @param steps what was seen, one entry per step
 */
public record Trace(UpdateRule rule, Schedule eta, Landscape landscape, List<Double> start, List<TraceStep> steps) {
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
     * {@return a rule's walk from the landscape's customary start with a constant learning rate}
     *
     * @param rule the rule
     * @param eta the learning rate η, a positive number
     * @param landscape where it walks
     * @param steps how many steps, at least 1
     */
    public static Trace of(UpdateRule rule, double eta, Landscape landscape, int steps) {
        return from(landscape.start(), new RuleWithRate(rule, eta), landscape, steps);
    }

    /**
     * {@return a rule's walk from the landscape's customary start}
     *
     * @param rule the rule and the course of its learning rate
     * @param landscape where it walks
     * @param steps how many steps, at least 1
     */
    public static Trace of(RuleWithRate rule, Landscape landscape, int steps) {
        return from(landscape.start(), rule, landscape, steps);
    }

    /**
     * {@return a rule's walk}
     *
     * @param start where it starts; not changed
     * @param rule the rule and the course of its learning rate
     * @param landscape where it walks
     * @param steps how many steps, at least 1
     * @throws IllegalArgumentException if the start is of another size than the landscape or not finite, there are no steps, or the schedule
     *     gives something that is no learning rate
     */
    public static Trace from(double[] start, RuleWithRate rule, Landscape landscape, int steps) {
        checkStart(start, landscape);
        if (steps < 1) {
            throw new IllegalArgumentException("trace: the number of steps must be at least 1, found " + steps);
        }
        Walk walk = new Walk(rule, landscape, start);
        List<TraceStep> seen = new ArrayList<>();
        for (int t = 1; t <= steps; t++) {
            seen.add(walk.step());
        }
        List<Double> from = Arrays.stream(start).boxed().toList();
        return new Trace(rule.rule(), rule.eta(), landscape, from, seen);
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

    /**
     * {@return one number of a symbol after each update}
     *
     * @param symbol the symbol, as one of {@link #symbols()}
     * @param coordinate which of its numbers, 0 for the first or the only one
     * @throws IllegalArgumentException if there is no such symbol at a step; the message has those there are
     */
    public double[] values(String symbol, int coordinate) {
        return steps.stream()
                .mapToDouble(step -> step.value(symbol)[coordinate])
                .toArray();
    }

    /** {@return the points of the walk, the start first: where the optimizer stood} */
    public List<double[]> path() {
        List<double[]> path = new ArrayList<>();
        path.add(start.stream().mapToDouble(Double::doubleValue).toArray());
        String moved = rule.equations().moved() + "_t";
        steps.forEach(step -> path.add(step.values().get(moved)));
        return path;
    }

    /**
     * {@return whether the loss at one and the same point depends on the step, as of losses that are drawn at random: then the loss after a step
     * says little, and {@link #averageRegret} more}
     */
    public boolean landscapeChanges() {
        double[] point = landscape.bounds().upper();
        for (int i = 0; i < point.length; i++) {
            point[i] *= 0.9 / (i + 1); // on no diagonal, where two gradients might give the same loss
        }
        return steps.stream().anyMatch(step -> landscape.value(point, step.t()) != landscape.value(point, 1));
    }

    /**
     * {@return R_t / t = (f_1(θ_0) + … + f_t(θ_{t−1}) − f_1(θ*) − … − f_t(θ*)) / t for each step: how much more loss the rule has met so far, on
     * average, than the best fixed point would have; where the problem has no minimum θ*, the average loss itself}
     *
     * <p>Zinkevich 2003, <a href="https://dl.acm.org/doi/10.5555/3041838.3041955">Online convex programming</a>; Reddi et al. 2018 draw it in
     * figure 1. Here f_t is the problem's loss at step t; of several minima the first is θ*.
     */
    public List<Double> averageRegret() {
        List<Double> averages = new ArrayList<>();
        List<double[]> path = path();
        double sum = 0;
        for (int t = 1; t <= steps.size(); t++) {
            sum += landscape.value(path.get(t - 1), t);
            if (!landscape.minima().isEmpty()) {
                sum -= landscape.value(landscape.minima().get(0).point(), t);
            }
            averages.add(sum / t);
        }
        return averages;
    }

    /** {@return where the rule's loop parts from its lines for the first time; empty if they agree all the way, as they should} */
    public Optional<LoopAndLines.Parting> parting() {
        return steps.stream().flatMap(step -> step.parting().stream()).findFirst();
    }

    /** Who walked where, how far and with what loss in the end. */
    @Override
    public String toString() {
        return "%s on %s: %s steps, loss %s in the end"
                .formatted(
                        rule.name(),
                        landscape.name(),
                        steps.size(),
                        steps.get(steps.size() - 1).loss());
    }

    /** A rule under way on a landscape. */
    static final class Walk {
        private final Landscape landscape;
        private final Schedule eta;
        private final LoopAndLines both;
        private final String moved;
        private double[] theta;
        private long t;

        Walk(RuleWithRate rule, Landscape landscape, double[] start) {
            Equations equations = rule.rule().equations();
            this.landscape = landscape;
            this.eta = rule.eta();
            this.both = new LoopAndLines(rule.rule(), equations, start);
            this.moved = equations.moved() + "_t";
            this.theta = start.clone();
        }

        TraceStep step() {
            t++;
            Snapshot snapshot = both.step(t, eta.at(t - 1), point -> landscape.gradient(point, t));
            double[] next = landscape.project(snapshot.value(moved));
            both.moveTo(next);
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
            return new TraceStep(t, landscape.value(theta, t), values, snapshot.lines(), both.parting());
        }
    }
}
