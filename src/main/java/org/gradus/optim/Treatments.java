package org.gradus.optim;

import java.util.ArrayList;
import java.util.List;

/** What is done to gradients on their way to the rules, first to last; none leaves here that a rule could not take. */
final class Treatments {
    /** Above it squares, which most rules sum up, would soon be infinite, and the parameter would stand still for ever. */
    private static final double LARGEST_GRADIENT = 1e150;

    private final Admission admission;
    private final List<Treatment> treatments = new ArrayList<>();

    Treatments(Admission admission) {
        this.admission = admission;
    }

    void add(Treatment... more) {
        treatments.addAll(List.of(more));
    }

    /** The gradient as the rules see it: the array itself if nothing is done to it. */
    double[] apply(double[] gradient, long update) {
        double[] treated = gradient;
        if (!treatments.isEmpty()) {
            admission.requireFinite(gradient, Double.MAX_VALUE, update);
            treated = gradient.clone();
            for (Treatment treatment : treatments) {
                treatment.apply(treated, update);
            }
        }
        admission.requireFinite(treated, LARGEST_GRADIENT, update);
        return treated;
    }
}
