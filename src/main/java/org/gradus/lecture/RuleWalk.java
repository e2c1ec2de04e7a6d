package org.gradus.lecture;

import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/** A rule's loop, step by step, on gradients that are given: for walks too long, or too many, to look at every symbol of every step as a trace does. */
public final class RuleWalk {
    private final UpdateRule rule;
    private final State state;
    private double[] theta;
    private long t;

    /**
     * A walk before its first step.
     *
     * @param rule the rule
     * @param start where θ starts; not changed
     */
    public RuleWalk(UpdateRule rule, double... start) {
        this.rule = rule;
        this.state = rule.init(start.length);
        this.theta = start;
    }

    /**
     * {@return θ_t after one more step, in an array of its own}
     *
     * @param eta the learning rate
     * @param gradient g_{t−1}, as long as θ
     */
    public double[] step(double eta, double... gradient) {
        t++;
        double[] next = new double[theta.length];
        rule.update(theta, next, gradient, state, new Step(t, eta));
        theta = next;
        return next.clone();
    }

    /** {@return θ_t after the steps so far} */
    public double[] theta() {
        return theta.clone();
    }

    /**
     * {@return what the rule remembers under a symbol}
     *
     * @param symbol the symbol, such as {@code v}
     */
    public double[] remembered(String symbol) {
        return state.vector(symbol).clone();
    }

    /**
     * Moves θ, as into a feasible set; what the rule remembers stays.
     *
     * @param point where to
     */
    public void moveTo(double... point) {
        theta = point.clone();
    }
}
