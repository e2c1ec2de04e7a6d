package org.gradus.optim;

import java.util.Map;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;

/**
 * A rule and the course of its learning rate: what it takes to walk.
 *
 * @param rule the rule
 * @param eta the learning rate η; t = 0 is the first update
 */
public record RuleWithRate(UpdateRule rule, Schedule eta) {
    /**
     * A rule with a constant learning rate.
     *
     * @param rule the rule
     * @param eta the learning rate η, a positive number
     */
    public RuleWithRate(UpdateRule rule, double eta) {
        this(rule, new Constant(eta));
    }

    /** {@return the rule's name} */
    public String name() {
        return rule.name();
    }

    /**
     * {@return an optimizer of some parameters}
     *
     * @param parameters what to optimize, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters
     */
    public Optimizer optimizer(Map<String, Parameter> parameters) {
        return new Optimizer(rule, eta, parameters);
    }
}
