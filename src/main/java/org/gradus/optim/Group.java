package org.gradus.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.gradus.tensor.Parameter;

/**
 * Parameters that are optimized by one rule. To the rule they are one vector θ, in the order given.
 *
 * @param rule the rule
 * @param parameters what it optimizes, by name, as {@code Layer.trainable()} gives it
 */
public record Group(UpdateRule rule, Map<String, Parameter> parameters) {
    /**
     * Keeps a copy of the map, which nobody can change.
     *
     * @throws IllegalArgumentException if there are no parameters
     */
    public Group {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "optimizer: there is nothing to optimize with %s; pass at least one parameter"
                            .formatted(rule.name()));
        }
    }

    /**
     * {@return two groups: the parameters for which a condition holds, and the others}
     *
     * @param parameters all parameters by name
     * @param condition asked for each name and parameter
     * @param then the rule of those for which it holds
     * @param otherwise the rule of the others
     * @throws IllegalArgumentException if one group is empty
     */
    public static List<Group> split(
            Map<String, Parameter> parameters,
            BiPredicate<String, Parameter> condition,
            UpdateRule then,
            UpdateRule otherwise) {
        Map<String, Parameter> yes = new LinkedHashMap<>();
        Map<String, Parameter> no = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> (condition.test(name, parameter) ? yes : no).put(name, parameter));
        return List.of(new Group(then, yes), new Group(otherwise, no));
    }

    /**
     * {@return two groups: weights, which are to decay, and the biases, scales and shifts of layers, which are not}
     *
     * <p>Decay pulls towards 0. That suits weights, which multiply inputs; it would only bias an offset or switch a normalization off. Weights
     * are the parameters with two axes or more.
     *
     * @param parameters all parameters by name
     * @param decaying the rule of the weights, such as {@code new AdamW(…)}
     * @param plain the rule of the others, such as {@code new Adam(…)}
     * @throws IllegalArgumentException if one group is empty
     */
    public static List<Group> decayOnWeights(Map<String, Parameter> parameters, UpdateRule decaying, UpdateRule plain) {
        return split(parameters, (name, parameter) -> parameter.shape().rank() >= 2, decaying, plain);
    }
}
