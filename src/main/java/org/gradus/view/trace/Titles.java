package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.trace.Trace;
import org.gradus.view.Numbers;

/** What a trace shows, in words. */
final class Titles {
    private static final String LEARNING_RATE = "η";
    private static final int NAMED = 4;

    private Titles() {}

    /** As in {@code adam on rosenbrock: (1 − x)² + 100 (y − x²)² from (-1.2, 1), with η = 0.02}. */
    static String sentence(Trace trace) {
        return "%s on %s: %s from %s, with %s"
                .formatted(
                        trace.rule().name(),
                        trace.landscape().name(),
                        trace.landscape().formula(),
                        point(trace.start()),
                        settings(trace));
    }

    /** As in {@code L = (1 − x)² + 100 (y − x²)² from (−1.2, 1)}, with typographic signs. */
    static String problem(Trace trace) {
        return "L = %s from %s".formatted(trace.landscape().formula(), minus(point(trace.start())));
    }

    /** A text with numbers as on a slide. */
    static String minus(String numbers) {
        return numbers.replace('-', '−');
    }

    /** As in {@code η = 0.05, β1 = 0.9}; {@code η from 0.1 to 0.02} if it changed. */
    static String settings(Trace trace) {
        List<String> settings = new ArrayList<>();
        if (!isRateConstant(trace)) {
            int last = trace.steps().size() - 1;
            settings.add("η from %s to %s".formatted(Numbers.text(rate(trace, 0)), Numbers.text(rate(trace, last))));
        }
        hyperparameters(trace).forEach((symbol, value) -> settings.add(symbol + " = " + Numbers.text(value)));
        return String.join(", ", settings);
    }

    /** The learning rate, if it was the same at all steps, and the constants of the equations. */
    static Map<String, Double> hyperparameters(Trace trace) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (isRateConstant(trace)) {
            values.put(LEARNING_RATE, rate(trace, 0));
        }
        values.putAll(trace.rule().equations().constants());
        return values;
    }

    private static boolean isRateConstant(Trace trace) {
        return IntStream.range(0, trace.steps().size())
                .allMatch(i -> Double.compare(rate(trace, i), rate(trace, 0)) == 0);
    }

    private static double rate(Trace trace, int i) {
        return trace.steps().get(i).values().get(LEARNING_RATE)[0];
    }

    /** A point; its first numbers, if they are many. */
    static String point(List<Double> point) {
        String numbers = point.stream().limit(NAMED).map(Numbers::text).collect(Collectors.joining(", "));
        return point.size() == 1 ? numbers : "(" + numbers + (point.size() > NAMED ? ", …)" : ")");
    }

    /** What a coordinate is called: x and y on the plane, else x₁, x₂, … */
    static String coordinate(int i, int dimensions) {
        if (dimensions <= 2) {
            return i == 0 ? "x" : "y";
        }
        return "x"
                + Integer.toString(i + 1)
                        .chars()
                        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
                        .collect(Collectors.joining());
    }
}
