package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = η γ^⌊t / s⌋: constant for s updates, then multiplied by γ, and so on.
 *
 * <p>The lecture mentions it without a formula. It is PyTorch's {@code StepLR}, which counts epochs: there s updates are an epoch's times
 * {@code step_size}.
 *
 * @param eta the learning rate η at t = 0, positive
 * @param every the length s of a step, in updates
 * @param factor γ, more than 0 and at most 1
 */
public record StepDecay(double eta, long every, double factor) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public StepDecay {
        Domain.of("step-decay").positive("eta", eta).count("every", every).share("factor", factor);
    }

    @Override
    public double at(long t) {
        return eta * FastMath.pow(factor, Math.floor((double) t / every));
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = η γ^{⌊t / s⌋}").with("η, s, γ", eta, every, factor);
    }
}
