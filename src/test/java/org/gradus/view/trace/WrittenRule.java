package org.gradus.view.trace;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/** A rule that adds up the gradients, under any name. */
record WrittenRule(String name) implements UpdateRule {

    @Override
    public Equations equations() {
        return Equations.of("m_0 = 0", "m_t = m_{t−1} + g_{t−1}", "θ_t = θ_{t−1} − η m_t");
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "m");
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double[] m = state.vector("m");
        for (int i = 0; i < theta.length; i++) {
            m[i] = m[i] + g[i];
            next[i] = theta[i] - step.eta() * m[i];
        }
    }
}
