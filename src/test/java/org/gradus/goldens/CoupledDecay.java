package org.gradus.goldens;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * A rule with L2 regularization as PyTorch's {@code weight_decay}: it gets g + λ θ for g.
 *
 * @param inner the rule
 * @param lambda the weight of the regularization
 */
record CoupledDecay(UpdateRule inner, double lambda) implements UpdateRule {
    @Override
    public Equations equations() {
        return inner.equations();
    }

    @Override
    public State init(int size) {
        return inner.init(size);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] decayed = g.clone();
        for (int i = 0; i < g.length; i++) {
            decayed[i] += lambda * theta[i];
        }
        inner.update(theta, next, decayed, state, step);
    }
}
