package org.gradus.lecture.further;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.lecture.RuleWalk;
import org.gradus.optim.UpdateRule;

/** What weight decay alone does: weights whose gradients have mean 0, each on its own scale. */
final class Decay {
    /** The sizes of the gradients, by weight. */
    static final List<Double> SCALES = List.of(0.01, 0.1, 1.0, 10.0, 100.0);

    static final double GAMMA = 0.1;
    static final double ETA = 0.01;
    static final int STEPS = 1000;

    private Decay() {}

    /** {@return what is left of weights of 1 after gradients of +, −, −, + the scale, over and over} */
    static List<Double> weights(UpdateRule rule) {
        RuleWalk walk = new RuleWalk(
                rule, DoubleStream.generate(() -> 1).limit(SCALES.size()).toArray());
        for (int t = 1; t <= STEPS; t++) {
            double sign = t % 4 < 2 ? 1 : -1; // √2 cos(π (t − 1)/2 + π/4)
            walk.step(ETA, SCALES.stream().mapToDouble(scale -> sign * scale).toArray());
        }
        return Arrays.stream(walk.theta()).boxed().toList();
    }
}
