package org.gradus.lecture.towards;

import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/** A rule's loop on one number, for walks too long to look at every symbol of every step as a trace does. */
final class LongWalk {
    private final UpdateRule rule;
    private final State state;
    private double[] theta = {0};
    private long t;

    LongWalk(UpdateRule rule) {
        this.rule = rule;
        this.state = rule.init(1);
    }

    /** {@return θ_t after one more step} */
    double step(double gradient, double eta) {
        t++;
        double[] next = new double[1];
        rule.update(theta, next, new double[] {gradient}, state, new Step(t, eta));
        theta = next;
        return next[0];
    }

    double theta() {
        return theta[0];
    }

    /** {@return what the rule remembers under a symbol, such as {@code v}} */
    double remembered(String symbol) {
        return state.vector(symbol)[0];
    }

    /** Moves θ into the feasible set. */
    void moveTo(double[] point) {
        theta = point;
    }
}
