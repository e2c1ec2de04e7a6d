package com.example;

import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * A rule as a user would add one: sign descent. It is on the class path of the tests, so all that holds
 * for every rule is tested for it too.
 */
public record SignSgd(double epsilon) implements UpdateRule {

    public SignSgd {
        Domain.of("sign-sgd-test").positive("epsilon", epsilon);
    }

    /** Where the catalog finds it. */
    public static final class Source implements RuleSource {
        @Override
        public List<RuleEntry> rules() {
            return List.of(new RuleEntry(
                    "sign-sgd-test", "Sign SGD", "gradient descent", 0.001, h -> new SignSgd(h.get("epsilon", 1e-8))));
        }
    }

    @Override
    public String name() {
        return "sign-sgd-test";
    }

    @Override
    public Equations equations() {
        return Equations.of("θ_t = θ_{t−1} − η g_{t−1} / (|g_{t−1}| + ε)").with("ε", epsilon);
    }

    @Override
    public State init(int size) {
        return State.of(this, size);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        for (int i = 0; i < theta.length; i++) {
            next[i] = theta[i] - step.eta() * g[i] / (Math.abs(g[i]) + epsilon);
        }
    }
}
