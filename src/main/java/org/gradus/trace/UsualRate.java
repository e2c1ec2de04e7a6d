package org.gradus.trace;

import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.Shape;

/**
 * A learning rate to watch a rule with on a landscape: 0.05 if the length of its steps does not grow with the gradient, as Adam's, else 0.001.
 *
 * <p>On landscapes gradients have lengths of up to thousands; on data such as digits other rates are usual, those of the rule's entry.
 */
public final class UsualRate {
    private static final double OF_NORMALIZED_STEPS = 0.05;
    private static final double OF_RAW_STEPS = 0.001;
    private static final double LARGE = 1e6;
    private static final double FAR = 1e4;
    private static final int STEPS = 5;

    private UsualRate() {}

    /**
     * {@return the rate}
     *
     * @param rule the rule, which is tried on a large gradient
     */
    public static double of(UpdateRule rule) {
        State state = rule.init(Shape.of(1, 1));
        double[] theta = {0};
        for (int t = 1; t <= STEPS; t++) {
            double[] next = new double[1];
            rule.update(theta, next, new double[] {LARGE}, state, new Step(t, 1).with(point -> new double[] {LARGE}));
            theta = next;
        }
        return Math.abs(theta[0]) < FAR ? OF_NORMALIZED_STEPS : OF_RAW_STEPS;
    }
}
