package org.gradus.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.equation.Line;

/**
 * One step under the microscope.
 *
 * @param t the number of the step, 1 for the first
 * @param loss the loss where the step has led
 * @param values the value of every symbol, such as {@code m̂_t}, in the order of computation: one number for a scalar, else one per parameter
 * @param lines for each symbol that lines defined at this step, those whose condition held; more than one where each has elements of its own
 */
public record TraceStep(long t, double loss, Map<String, double[]> values, Map<String, List<Line>> lines) {
    /** Keeps copies of the maps, which nobody can change. */
    public TraceStep {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
