package org.gradus.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;

/**
 * Parameters that are optimized by one rule at one learning rate. To the rule they are one vector θ, in the order given, but to a
 * {@link TensorRule} each is what it is.
 *
 * @param rule the rule
 * @param eta the course of its learning rate η
 * @param parameters what it optimizes, by name, as {@code Layer.trainable()} gives it
 */
public record Group(UpdateRule rule, Schedule eta, Map<String, Parameter> parameters) {
    /**
     * Keeps a copy of the map, which nobody can change.
     *
     * @throws IllegalArgumentException if there are no parameters, or the rule divides by a first learning rate that is 0
     */
    public Group {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "optimizer: there is nothing to optimize with %s; pass at least one parameter"
                            .formatted(rule.name()));
        }
        if (rule.equations().text().contains("η_0") && !(eta.at(0) > 0)) {
            throw new IllegalArgumentException(
                    "%s: it divides by η_0, the learning rate of the first update, which is %s here; begin above 0"
                            .formatted(rule.name(), eta.at(0)));
        }
    }

    /**
     * A group with a constant learning rate.
     *
     * @param rule the rule
     * @param eta the learning rate η, a positive number
     * @param parameters what it optimizes, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters
     */
    public Group(UpdateRule rule, double eta, Map<String, Parameter> parameters) {
        this(rule, new Constant(eta), parameters);
    }

    /**
     * {@return one group for each parameter, so that each takes its steps by itself, as PyTorch's parameters do: together with {@link
     * Optimizer#skippingMissing}, a head that a loss does not use stands still}
     *
     * @param rule the rule; what it computes from all parameters at once, such as the switch of SWATS, it computes for each by itself
     * @param eta the course of the learning rate η
     * @param parameters what to optimize, by name
     */
    public static List<Group> each(UpdateRule rule, Schedule eta, Map<String, Parameter> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> new Group(rule, eta, Map.of(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** {@return this group, or, if its rule is a {@link TensorRule}, one group for each parameter} */
    public List<Group> parts() {
        return rule instanceof TensorRule ? each(rule, eta, parameters) : List.of(this);
    }

    /** What the rule sees: one parameter with its shape, or all numbers as one vector. */
    Shape shape() {
        return rule instanceof TensorRule
                ? parameters.values().iterator().next().shape()
                : Shape.of(parameters.values().stream()
                        .mapToInt(parameter -> parameter.shape().size())
                        .sum());
    }

    /**
     * {@return two groups: the parameters for which a condition holds, and the others}
     *
     * @param parameters all parameters by name
     * @param condition asked for each name and parameter
     * @param then the rule of those for which it holds
     * @param otherwise the rule of the others
     * @param eta the course of the learning rate η of both
     * @throws IllegalArgumentException if one group is empty
     */
    public static List<Group> split(
            Map<String, Parameter> parameters,
            BiPredicate<String, Parameter> condition,
            UpdateRule then,
            UpdateRule otherwise,
            Schedule eta) {
        Map<String, Parameter> yes = new LinkedHashMap<>();
        Map<String, Parameter> no = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> (condition.test(name, parameter) ? yes : no).put(name, parameter));
        return List.of(new Group(then, eta, yes), new Group(otherwise, eta, no));
    }

    /**
     * {@return two groups: weights, which are to decay, and the biases, scales and shifts of layers, which are not}
     *
     * <p>Decay pulls towards 0. That suits weights, which multiply inputs; it would only bias an offset or switch a normalization off. Weights
     * are the parameters with two axes or more.
     *
     * @param parameters all parameters by name
     * @param decaying the rule of the weights, such as {@code new AdamW()}
     * @param plain the rule of the others, such as {@code new Adam()}
     * @param eta the course of the learning rate η of both
     * @throws IllegalArgumentException if one group is empty
     */
    public static List<Group> decayOnWeights(
            Map<String, Parameter> parameters, UpdateRule decaying, UpdateRule plain, Schedule eta) {
        return split(parameters, (name, parameter) -> parameter.shape().rank() >= 2, decaying, plain, eta);
    }

    /** The rule and what it moves, as in {@code adam on 0.weight, 0.bias}. */
    @Override
    public String toString() {
        return rule.name() + " on " + String.join(", ", parameters.keySet());
    }
}
