package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η γ^t: a fixed share is lost with every update.
 *
 * <p>It is PyTorch's {@code ExponentialLR}, where t usually counts epochs; γ per update is then γ per epoch to the power of 1 / updates per
 * epoch.
 *
 * @param eta the learning rate η at t = 0, positive
 * @param factor γ, more than 0 and at most 1; 0.01^(1 / T) leaves 1 % after T updates
 */
public record ExponentialDecay(double eta, double factor) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public ExponentialDecay {
        Domain.of("exponential-decay").positive("eta", eta).share("factor", factor);
    }

    @Override
    public double at(long t) {
        return eta * FastMath.pow(factor, (double) t);
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η γ^t").with("η, γ", eta, factor);
    }
}
