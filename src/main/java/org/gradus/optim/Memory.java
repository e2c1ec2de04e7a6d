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
 * @param steps how many steps the rule has taken: the t of its last one
 * @param values the vectors and numbers of its {@link State}, by the lecture's symbols
 */
public record Memory(String rule, List<String> parameters, long steps, Map<String, Tensor> values) {
    /** Keeps copies, which nobody can change. */
    public Memory {
        parameters = List.copyOf(parameters);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whose it is, as in {@code adam after step 12: m, v of 3 parameters}, without the numbers. */
    @Override
    public String toString() {
        return "%s after step %s: %s of %s"
                .formatted(rule, steps, String.join(", ", values.keySet()), String.join(", ", parameters));
    }
}
