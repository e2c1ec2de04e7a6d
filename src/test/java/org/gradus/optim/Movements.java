package org.gradus.optim;

import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Shape;

/** Rules at work without an optimizer. */
public final class Movements {
    private Movements() {}

    /** How far each of several gradients moves a single parameter. */
    public static double[] of(UpdateRule rule, Schedule eta, double... gradients) {
        double[] theta = {0};
        State state = rule.init(Shape.of(1, 1));
        double[] moved = new double[gradients.length];
        for (int t = 1; t <= gradients.length; t++) {
            double before = theta[0];
            step(rule, theta, new double[] {gradients[t - 1]}, state, new Step(t, eta.at(t - 1), eta.at(0), t));
            moved[t - 1] = theta[0] - before;
        }
        return moved;
    }

    public static double[] of(UpdateRule rule, double eta, double... gradients) {
        return of(rule, new Constant(eta), gradients);
    }

    /** One step of a rule, after which theta is where the rule went. */
    public static void step(UpdateRule rule, double[] theta, double[] g, State state, Step step) {
        double[] next = new double[theta.length];
        rule.update(theta, next, g, state, step);
        System.arraycopy(next, 0, theta, 0, theta.length);
    }
}
