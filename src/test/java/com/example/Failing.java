package com.example;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * A user's rule that breaks in the middle of a step.
 *
 * @param failure throws something
 */
public record Failing(Runnable failure) implements UpdateRule {
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
        state.vector("m")[0] = 5;
        next[0] = 5;
        failure.run();
    }
}
