package org.gradus.lecture.trace;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/** A rule that is only written down: enough for a trace, which computes its lines literally. */
record WrittenRule(String name, Schedule eta, Equations equations) implements UpdateRule {

    static WrittenRule of(String name, double eta, String... lines) {
        return new WrittenRule(name, new Constant(eta), Equations.of(lines));
    }

    @Override
    public State init(int size) {
        throw new UnsupportedOperationException(name + " has no state");
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        throw new UnsupportedOperationException(name + " has no loop");
    }
}
