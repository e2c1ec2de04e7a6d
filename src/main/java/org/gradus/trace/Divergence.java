package org.gradus.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gradus.equation.Equations;
import org.gradus.equation.Line;
import org.gradus.landscape.Landscape;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.Dialect;

/**
 * Where two rules part that walk side by side from the same start: at which step, in which symbol, by how much, and why.
 *
 * @param first one rule, and the course of its learning rate
 * @param second the other
 * @param landscape where they walk
 * @param start where both started
 * @param steps how many steps they were watched
 * @param parting where they parted; empty if they did not
 * @param distance how far apart they were in the end: the length of the difference of θ
 */
public record Divergence(
        RuleWithRate first,
        RuleWithRate second,
        Landscape landscape,
        List<Double> start,
        int steps,
        Optional<Parting> parting,
        double distance) {
    private static final String RATE = "η";
    private static final double ROUNDING = 1e-12; // of the larger number; rules that differ by less say the same

    /** Keeps a copy of the start, which nobody can change. */
    public Divergence {
        start = List.copyOf(start);
    }

    /**
     * Where two rules parted.
     *
     * @param step the step
     * @param symbol the first symbol, in the order of computation, in which they differ by more than rounding
     * @param ofFirst its value in the first rule
     * @param ofSecond its value in the second rule
     * @param gap the largest difference between the two, over all coordinates
     * @param why the reason, in one sentence
     * @param linesOfFirst the first rule's lines for the symbol at that step, if they differ from the second's; else none
     * @param linesOfSecond the second rule's
     */
    public record Parting(
            long step,
            String symbol,
            double[] ofFirst,
            double[] ofSecond,
            double gap,
            String why,
            List<Line> linesOfFirst,
            List<Line> linesOfSecond) {
        /** Keeps copies of values and lines. */
        public Parting {
            ofFirst = ofFirst.clone();
            ofSecond = ofSecond.clone();
            linesOfFirst = List.copyOf(linesOfFirst);
            linesOfSecond = List.copyOf(linesOfSecond);
        }

        /** {@return a copy of the symbol's value in the first rule} */
        @Override
        public double[] ofFirst() {
            return ofFirst.clone();
        }

        /** {@return a copy of the symbol's value in the second rule} */
        @Override
        public double[] ofSecond() {
            return ofSecond.clone();
        }

        /** In one sentence, without the numbers. */
        @Override
        public String toString() {
            return "parted at step %s in %s by %s: %s".formatted(step, symbol, gap, why);
        }
    }

    /**
     * {@return where two rules part on a landscape, from its customary start}
     *
     * @param first one rule
     * @param second the other
     * @param landscape where they walk
     * @param steps how many steps to watch, at least 1
     */
    public static Divergence of(RuleWithRate first, RuleWithRate second, Landscape landscape, int steps) {
        return from(landscape.start(), first, second, landscape, steps);
    }

    /**
     * {@return where two rules part on a landscape}
     *
     * @param start where both start
     * @param first one rule
     * @param second the other
     * @param landscape where they walk
     * @param steps how many steps to watch, at least 1
     */
    public static Divergence from(
            double[] start, RuleWithRate first, RuleWithRate second, Landscape landscape, int steps) {
        Trace one = Trace.from(start, first, landscape, steps);
        Trace other = Trace.from(start, second, landscape, steps);
        Optional<Parting> parting = Optional.empty();
        for (int i = 0; i < steps && parting.isEmpty(); i++) {
            parting = parting(
                    first.rule(),
                    second.rule(),
                    one.steps().get(i),
                    other.steps().get(i));
        }
        double[] a = one.path().get(steps);
        double[] b = other.path().get(steps);
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return new Divergence(first, second, landscape, one.start(), steps, parting, Math.sqrt(squares));
    }

    private static Optional<Parting> parting(UpdateRule first, UpdateRule second, TraceStep one, TraceStep other) {
        Set<String> shared = new LinkedHashSet<>(one.values().keySet());
        shared.retainAll(other.values().keySet());
        shared.remove(RATE); // that they were given other rates is no news; what it does is
        for (String symbol : shared) {
            double[] a = one.values().get(symbol);
            double[] b = other.values().get(symbol);
            double gap = gap(a, b);
            if (gap != 0) {
                List<Line> lines = one.lines().getOrDefault(symbol, List.of());
                List<Line> others = other.lines().getOrDefault(symbol, List.of());
                boolean alike = lines.equals(others);
                return Optional.of(new Parting(
                        one.t(),
                        symbol,
                        a,
                        b,
                        gap,
                        why(first, second, symbol, lines, others, gap(one.value(RATE), other.value(RATE)) != 0),
                        alike ? List.of() : lines,
                        alike ? List.of() : others));
            }
        }
        return Optional.empty();
    }

    /** The largest difference that is more than rounding; 0 if there is none, ∞ where a number meets NaN. */
    private static double gap(double[] a, double[] b) {
        double gap = 0;
        for (int i = 0; i < Math.max(a.length, b.length); i++) {
            double x = a[a.length == 1 ? 0 : i];
            double y = b[b.length == 1 ? 0 : i];
            double difference = Double.isNaN(x) != Double.isNaN(y) ? Double.POSITIVE_INFINITY : Math.abs(x - y);
            if (difference > ROUNDING * Math.max(Math.abs(x), Math.abs(y)) || difference == Double.POSITIVE_INFINITY) {
                gap = Math.max(gap, difference);
            }
        }
        return gap;
    }

    private static String why(
            UpdateRule first, UpdateRule second, String symbol, List<Line> a, List<Line> b, boolean rates) {
        if (second instanceof Dialect dialect && dialect.of().equals(first.name())) {
            return dialect.difference();
        }
        if (first instanceof Dialect dialect && dialect.of().equals(second.name())) {
            return dialect.difference();
        }
        String constants = constants(first.equations(), second.equations());
        if (!a.isEmpty() && !b.isEmpty() && !a.equals(b)) {
            return "%s has %s, %s has %s.".formatted(first.name(), text(a), second.name(), text(b));
        }
        if (rates) {
            return "The learning rates differ.";
        }
        return constants.isEmpty()
                ? "%s and %s compute %s alike, but from values that differ."
                        .formatted(first.name(), second.name(), symbol)
                : constants;
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("; "));
    }

    /** The constants both rules have with different values, as a sentence. */
    private static String constants(Equations first, Equations second) {
        Set<String> different = new TreeSet<>();
        for (Map.Entry<String, Double> constant : first.constants().entrySet()) {
            Double other = second.constants().get(constant.getKey());
            if (other != null && !other.equals(constant.getValue())) {
                different.add(
                        "%s is %s in one and %s in the other".formatted(constant.getKey(), constant.getValue(), other));
            }
        }
        return different.isEmpty() ? "" : String.join("; ", different) + ".";
    }

    /** Who parted from whom, where and when, in one sentence. */
    @Override
    public String toString() {
        return "%s and %s on %s %s"
                .formatted(
                        first.name(),
                        second.name(),
                        landscape.name(),
                        parting.map(Parting::toString).orElse("do not part within " + steps + " steps"));
    }
}
