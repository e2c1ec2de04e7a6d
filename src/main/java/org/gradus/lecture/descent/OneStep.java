package org.gradus.lecture.descent;

import org.gradus.landscape.Landscape;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.NagOriginal;
import org.gradus.optim.rule.Sgdm;

/**
 * One step of a rule with momentum, from a given place and momentum.
 *
 * @param theta θ_{t−1}, where it begins
 * @param m m_{t−1}
 * @param asked where the gradient is measured
 * @param end where it ends: θ_t, or θ′_t of the rule that keeps to θ′
 * @param nextM m_t
 */
record OneStep(double[] theta, double[] m, double[] asked, double[] end, double[] nextM) {
    static final double ETA = 0.1;
    static final double LAMBDA = 0.9;

    static OneStep ofSgdm(Landscape landscape, double[] theta, double[] m) {
        Sgdm rule = new Sgdm(LAMBDA);
        return take(rule, state(rule, m), landscape, theta, m, theta);
    }

    static OneStep ofNag(Landscape landscape, double[] theta, double[] m) {
        Nag rule = new Nag(LAMBDA);
        return take(rule, state(rule, m), landscape, theta, m, ahead(theta, m));
    }

    /** The rule is at θ′ and remembers θ, which it moves too. */
    static OneStep ofNagOriginal(Landscape landscape, double[] theta, double[] m) {
        NagOriginal rule = new NagOriginal(LAMBDA);
        State state = state(rule, m);
        System.arraycopy(theta, 0, state.vector("θ"), 0, theta.length);
        OneStep step = take(rule, state, landscape, theta, m, ahead(theta, m));
        return new OneStep(theta, m, step.asked, state.vector("θ").clone(), step.nextM);
    }

    private static State state(UpdateRule rule, double[] m) {
        State state = rule.init(m.length);
        System.arraycopy(m, 0, state.vector("m"), 0, m.length);
        return state;
    }

    private static OneStep take(
            UpdateRule rule, State state, Landscape landscape, double[] theta, double[] m, double[] asked) {
        double[] next = new double[theta.length];
        rule.update(asked, next, landscape.gradient(asked, 1), state, new Step(2, ETA)); // at step 1 θ would be θ′
        return new OneStep(theta, m, asked, next, state.vector("m").clone());
    }

    private static double[] ahead(double[] theta, double[] m) {
        double[] ahead = theta.clone();
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] -= LAMBDA * m[i];
        }
        return ahead;
    }
}
