package org.gradus.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/**
 * Applies an update rule to the parameters of a model: {@code optimizer.step(loss.backward())}.
 *
 * <p>To the rule all parameters are one vector θ, in the order given. A step either changes all of them or, when it is refused, none.
 */
public final class Optimizer {
    private final UpdateRule rule;
    private final Map<String, Parameter> parameters;
    private final State state;
    private final double[] theta;
    private final double[] g;
    private long t;

    /**
     * An optimizer before its first step.
     *
     * @param rule the rule
     * @param parameters what to optimize, by name, as {@code Layer.trainable()} gives it
     * @throws IllegalArgumentException if there are no parameters, or one is given twice
     */
    public Optimizer(UpdateRule rule, Map<String, Parameter> parameters) {
        this.rule = rule;
        this.parameters = new LinkedHashMap<>(parameters);
        int size = 0;
        for (Parameter parameter : parameters.values()) {
            size = Math.addExact(size, parameter.shape().size());
        }
        if (size == 0) {
            throw new IllegalArgumentException("optimizer: there is nothing to optimize; pass at least one parameter");
        }
        if (parameters.values().stream().distinct().count() < parameters.size()) {
            throw new IllegalArgumentException(
                    "optimizer: a parameter is given twice, under two of the names %s; give each once"
                            .formatted(parameters.keySet()));
        }
        this.state = rule.init(size);
        this.theta = new double[size];
        this.g = new double[size];
    }

    /**
     * Takes one step.
     *
     * @param gradients the gradients at the parameters' present values
     * @throws IllegalArgumentException if a parameter has no gradient, or one that is NaN or infinite; the parameters stay as they were
     */
    public void step(Gradients gradients) {
        int offset = 0;
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            Tensor gradient = gradients.of(entry.getValue());
            gradient.copyTo(g, offset);
            int end = offset + gradient.shape().size();
            checkFinite(entry.getKey(), offset, end);
            entry.getValue().value().copyTo(theta, offset);
            offset = end;
        }
        rule.update(theta, g, state, new Step(t + 1, learningRate()));
        t++;
        offset = 0;
        for (Parameter parameter : parameters.values()) {
            parameter.set(theta, offset);
            offset += parameter.shape().size();
        }
    }

    private void checkFinite(String name, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Double.isFinite(g[i])) {
                throw new IllegalArgumentException(
                        ("step %d: the gradient of parameter %s is %s at element %d; the parameters stay as they were. "
                                        + "A smaller learning rate or gradient clipping may help")
                                .formatted(t + 1, name, g[i], i - start));
            }
        }
    }

    /** {@return the learning rate of the next step} */
    public double learningRate() {
        return rule.eta().at(t);
    }

    /** {@return the number of steps taken} */
    public long steps() {
        return t;
    }

    /** {@return what the rule remembers, by name} */
    public State state() {
        return state;
    }
}
