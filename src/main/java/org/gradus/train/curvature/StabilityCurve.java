package org.gradus.train.curvature;

import java.util.List;
import org.gradus.train.Outcome;

/**
 * What was seen at the edge of stability: sharpness, threshold and loss over the steps.
 *
 * @param line the edge of the rule
 * @param points what was measured, in order
 * @param outcome how the run ended
 */
public record StabilityCurve(StabilityLine line, List<StabilityPoint> points, Outcome outcome) {
    /** Keeps a copy of the list, which nobody can change. */
    public StabilityCurve {
        points = List.copyOf(points);
    }

    /**
     * {@return where the sharpness hovers: the median of sharpness / threshold from a step on; 1 is the edge}
     *
     * @param step the first step that counts
     * @throws IllegalArgumentException if nothing was measured from there on
     */
    public double hoversFrom(long step) {
        double[] ratios = points.stream()
                .filter(point -> point.step() >= step)
                .mapToDouble(point -> point.sharpness() / point.threshold())
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            throw new IllegalArgumentException("edge of stability: nothing was measured from step %s on; the run %s"
                    .formatted(step, outcome.text()));
        }
        return (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
    }
}
