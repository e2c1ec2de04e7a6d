package org.gradus.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.equation.Line;
import org.gradus.equation.Spelling;
import org.gradus.optim.LoopAndLines;

/**
 * One step under the microscope.
 *
 * @param t the number of the step, 1 for the first
 * @param loss the loss where the step has led
 * @param values the value of every symbol, such as {@code m̂_t}, in the order of computation: one number for a scalar, else one per parameter
 * @param lines for each symbol that lines defined at this step, those whose condition held; more than one where each has elements of its own
 * @param parting where the rule's loop computed something else than its lines, which are what is shown; empty if they agree, as they should
 */
public record TraceStep(
        long t,
        double loss,
        Map<String, double[]> values,
        Map<String, List<Line>> lines,
        Optional<LoopAndLines.Parting> parting) {
    /** Keeps copies, which nobody can change. */
    public TraceStep {
        values = copy(values);
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    private static Map<String, double[]> copy(Map<String, double[]> values) {
        Map<String, double[]> copies = new LinkedHashMap<>();
        values.forEach((symbol, value) -> copies.put(symbol, value.clone()));
        return Collections.unmodifiableMap(copies);
    }

    /** {@return copies of the values of all symbols, in the order of computation} */
    @Override
    public Map<String, double[]> values() {
        return copy(values);
    }

    /**
     * {@return the value of a symbol: one number for a scalar, else one for each parameter}
     *
     * @param symbol its text, such as m̂_t, or in ASCII as {@code mHat} or {@code m_hat_t}
     * @throws IllegalArgumentException if there is no such symbol at this step
     */
    public double[] value(String symbol) {
        return values.get(Spelling.find(symbol, values.keySet(), "step " + t)).clone();
    }

    /** Which step, where it led and what was seen, without the numbers. */
    @Override
    public String toString() {
        return "step %s, loss %s: %s".formatted(t, loss, String.join(", ", values.keySet()));
    }
}
