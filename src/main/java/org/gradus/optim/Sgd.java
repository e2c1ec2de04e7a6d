package org.gradus.optim;

import org.gradus.equation.Equations;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/**
 * Stochastic gradient descent: θ_t = θ_{t−1} − η g_{t−1}.
 *
 * <p>State: none. Cost: one multiplication and one subtraction per parameter.
 *
 * <p>Reference: Robbins and Monro 1951, <a href="https://doi.org/10.1214/aoms/1177729586">doi 10.1214/aoms/1177729586</a>. Differs from
 * PyTorch's {@code SGD(lr)} in nothing.
 *
 * @param eta the learning rate η
 */
public record Sgd(Schedule eta) implements UpdateRule {
    /**
     * Gradient descent with a constant learning rate. There is no default: the right rate depends on the loss.
     *
     * @param eta the learning rate η, a positive number
     */
    public Sgd(double eta) {
        this(new Constant(eta));
    }

    @Override
    public Equations equations() {
        return Equations.of("θ_t = θ_{t−1} − η g_{t−1}");
    }

    @Override
    public State init(int size) {
        return State.of(this, size);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            theta[i] = theta[i] - eta * g[i];
        }
    }
}
