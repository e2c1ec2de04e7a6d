package org.gradus.optim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gradus.equation.Equations;
import org.gradus.equation.Recurrence;
import org.gradus.equation.Snapshot;
import org.gradus.tensor.Tensor;

/**
 * A rule's loop and its lines, walked side by side from the same θ through the same gradients and learning rates.
 *
 * <p>After every step, every number the rule remembers, and θ, is to agree with the lines within 4 ulp of the largest term of the line that
 * defined it last. NaN agrees with NaN, ∞ with ∞. Before each step the loop is set to what the lines have, so that a step is judged by itself
 * and rounding does not add up.
 */
public final class LoopAndLines {
    /** How many units in the last place of the largest term two numbers may differ by and still be the same. */
    public static final int ULPS = 4;

    private final UpdateRule rule;
    private final Equations equations;
    private final Recurrence lines;
    private final State state;
    private final Map<String, double[]> initial;
    private final Map<String, Defined> defined = new HashMap<>();
    private double[] theta;
    private double eta0;
    private double worst;
    private Optional<Parting> parting = Optional.empty();

    /** What a symbol is to be, and the magnitude of the largest term of the line that said so; null before the first did. */
    private record Defined(double[] value, double[] largestTerm) {}

    /**
     * Where loop and lines part.
     *
     * @param step the step
     * @param symbol the first symbol, such as {@code m_t}, in the order of the state, θ last
     * @param element which element of it
     * @param ofLoop its value in the loop
     * @param ofLines its value by the lines
     * @param ulps the difference, in units in the last place of the largest term of its line
     */
    public record Parting(long step, String symbol, int element, double ofLoop, double ofLines, double ulps) {
        /** In one sentence. */
        @Override
        public String toString() {
            return "step %s: %s[%s] is %s in the loop and %s by the equations"
                    .formatted(step, symbol, element, ofLoop, ofLines);
        }
    }

    /**
     * Loop and lines before the first step.
     *
     * @param rule the rule
     * @param equations what its loop is held against: its own equations, unless a test says otherwise
     * @param start where θ starts; not changed
     */
    public LoopAndLines(UpdateRule rule, Equations equations, double[] start) {
        this(rule, equations, Tensor.of(start));
    }

    /**
     * Loop and lines of a rule that knows shapes, before the first step.
     *
     * @param rule the rule
     * @param equations what its loop is held against
     * @param start where θ starts
     * @throws IllegalArgumentException if the rule cannot move θ of this shape
     */
    public LoopAndLines(UpdateRule rule, Equations equations, Tensor start) {
        this.rule = rule;
        this.equations = equations;
        this.theta = start.toArray();
        this.lines = new Recurrence(
                equations, theta, start.shape().rank() < 2 ? 0 : start.shape().size(-1));
        this.state = rule.init(start.shape());
        this.initial = state.save();
        initial.forEach((name, value) -> defined.put(name, new Defined(value, null)));
        defined.put(equations.moved(), new Defined(theta.clone(), null));
    }

    /**
     * Takes a step with both.
     *
     * @param t the number of the step, 1 for the first
     * @param eta the learning rate η
     * @param gradient the gradient of the loss as a function of the parameters
     * @return the values of all symbols by the lines
     * @throws IllegalArgumentException if the learning rate is none
     */
    public Snapshot step(long t, double eta, UnaryOperator<double[]> gradient) {
        eta0 = t == 1 ? eta : eta0;
        Step step = new Step(t, eta, eta0, t).with(point -> gradient.apply(point.clone()));
        rule.check(step);
        double[] g = gradient.apply(theta.clone());
        double[] given = g.clone();
        double[] next = new double[theta.length];
        Arrays.fill(next, Double.NaN);
        double[] before = theta.clone();
        rule.update(before, next, given, state, step);
        requireUnchanged("g_{t−1}", g, given);
        requireUnchanged("θ_{t−1}", theta, before);
        Snapshot snapshot = lines.step(eta, gradient);
        Map<String, double[]> loop = state.save();
        parting = Optional.empty();
        loop.forEach((name, value) -> {
            Defined now = now(name, snapshot);
            // before its first step a rule may not have taken over θ yet
            boolean untouched = now.largestTerm == null && Arrays.equals(value, initial.get(name));
            if (!untouched) {
                compare(t, name, value, now);
            }
        });
        compare(t, equations.moved(), next, now(equations.moved(), snapshot));
        theta = snapshot.value(equations.moved() + "_t");
        state.load(resynchronized(loop));
        return snapshot;
    }

    private void requireUnchanged(String symbol, double[] expected, double[] found) {
        if (!Arrays.equals(expected, found)) {
            throw new IllegalStateException("its loop changes %s, which it is only to read".formatted(symbol));
        }
    }

    /** What the loop remembers, as the lines have it where they have it. */
    private Map<String, double[]> resynchronized(Map<String, double[]> loop) {
        Map<String, double[]> values = new LinkedHashMap<>(loop);
        values.replaceAll((name, value) -> {
            Defined now = defined.get(name);
            return now.largestTerm == null ? value : spread(now.value, value.length);
        });
        return values;
    }

    private static double[] spread(double[] value, int size) {
        double[] all = new double[size];
        Arrays.setAll(all, i -> of(value, i));
        return all;
    }

    /** A symbol that no line defines at a step is to be what it was, as exactly as the line that defined it last. */
    private Defined now(String name, Snapshot step) {
        String symbol = name + "_t";
        Defined before = defined.get(name);
        if (step.values().containsKey(symbol)) {
            double[] largestTerm = step.largestTerms().getOrDefault(symbol, before.largestTerm);
            defined.put(name, new Defined(step.value(symbol), largestTerm));
        }
        return defined.get(name);
    }

    private void compare(long t, String name, double[] found, Defined lines) {
        for (int i = 0; i < found.length; i++) {
            double expected = of(lines.value, i);
            double ulp = lines.largestTerm == null ? 0 : Math.ulp(of(lines.largestTerm, i));
            double ulps = ulps(found[i], expected, ulp);
            worst = Math.max(worst, ulps);
            if (ulps > ULPS && parting.isEmpty()) {
                parting = Optional.of(new Parting(t, name + "_t", i, found[i], expected, ulps));
            }
        }
    }

    private static double ulps(double found, double expected, double ulp) {
        if (found == expected || Double.isNaN(found) && Double.isNaN(expected)) {
            return 0;
        }
        double ulps = Math.abs(found - expected) / ulp;
        return Double.isNaN(ulps) ? Double.POSITIVE_INFINITY : ulps;
    }

    private static double of(double[] value, int i) {
        return value[value.length == 1 ? 0 : i];
    }

    /** {@return where loop and lines parted at the last step; empty if they agreed} */
    public Optional<Parting> parting() {
        return parting;
    }

    /** {@return the largest difference so far, in units in the last place of the largest term of its line} */
    public double worstUlps() {
        return worst;
    }

    /** {@return where the parameters are} */
    public double[] theta() {
        return theta.clone();
    }

    /**
     * Moves the parameters, as a projection onto a feasible set does after a step.
     *
     * @param point where they are to be
     */
    public void moveTo(double[] point) {
        theta = point.clone();
        lines.moveTo(point);
    }
}
