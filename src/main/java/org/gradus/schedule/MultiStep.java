package org.gradus.schedule;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.schedule.form.Pieces;

/**
 * η_t = η γ^k, where k of the milestones are at most t: multiplied by γ at each. It is PyTorch's {@code MultiStepLR}, which counts epochs.
 *
 * <p>He et al. 2016, <a href="https://arxiv.org/abs/1512.03385">Deep Residual Learning</a>, section 4.2, have γ = 0.1 and milestones at a half and
 * three quarters of the training. By name it is {@code multi-step:milestone1=100,milestone2=150,factor=0.1}.
 *
 * @param eta the learning rate η at t = 0, positive
 * @param milestones the updates from which on it is multiplied by γ, in order; one that stands there twice counts twice
 * @param factor γ, more than 0 and at most 1
 */
public record MultiStep(double eta, List<Long> milestones, double factor) implements Schedule {
    /**
     * Keeps a copy of the list, which nobody can change.
     *
     * @throws IllegalArgumentException if a number lies outside its domain, or the milestones fall
     */
    public MultiStep {
        milestones = List.copyOf(milestones);
        Domain domain = Domain.of("multi-step").positive("eta", eta).share("factor", factor);
        Pieces.checkOrder(domain, "milestones", milestones);
    }

    @Override
    public double at(long t) {
        return eta * FastMath.pow(factor, Pieces.passed(milestones, t));
    }

    @Override
    public Equations equations() {
        return Pieces.equations(milestones, "η γ^%s"::formatted).with("η, γ", eta, factor);
    }
}
