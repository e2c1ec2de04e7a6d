package org.gradus.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.equation.Line;

/**
 * One step under the microscope.
 *
 * @param t the number of the step, 1 for the first
 * @param loss the loss where the step has led
 * @param values the value of every symbol, such as {@code m̂_t}, in the order of computation: one number for a scalar, else one per parameter
 * @param lines for each symbol that a line defined at this step, the line; of several it is the one whose condition held
 */
public record TraceStep(long t, double loss, Map<String, double[]> values, Map<String, Line> lines) {
    /** Keeps copies of the maps, which nobody can change. */
    public TraceStep {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }
}
