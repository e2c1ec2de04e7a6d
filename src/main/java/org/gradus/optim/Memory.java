package org.gradus.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * What the rule of a group remembers at one moment, for {@link Optimizer#load} to go on from.
 *
 * @param rule the rule's name
 * @param parameters the names of the parameters it optimizes, in their order
 * @param born how many steps the optimizer had taken when the rule took over; 0 for one that is there from the start
 * @param values the vectors and numbers of its {@link State}, by the lecture's symbols
 */
public record Memory(String rule, List<String> parameters, long born, Map<String, Tensor> values) {
    /** Keeps copies, which nobody can change. */
    public Memory {
        parameters = List.copyOf(parameters);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
