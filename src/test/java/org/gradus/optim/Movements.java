package org.gradus.optim;

/** How far each of several gradients moves a single parameter. */
public final class Movements {
    private Movements() {}

    public static double[] of(UpdateRule rule, double... gradients) {
        double[] theta = {0};
        State state = rule.init(1);
        double[] moved = new double[gradients.length];
        for (int t = 1; t <= gradients.length; t++) {
            double before = theta[0];
            rule.update(
                    theta,
                    new double[] {gradients[t - 1]},
                    state,
                    new Step(t, rule.eta().at(t - 1)));
            moved[t - 1] = theta[0] - before;
        }
        return moved;
    }
}
