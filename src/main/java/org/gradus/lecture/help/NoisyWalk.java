package org.gradus.lecture.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.ThreeHumpCamel;
import org.gradus.optim.ExplodingGradientException;
import org.gradus.optim.Optimizer;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/**
 * SGD with gradient noise on the three-hump camel, from its start in an outer valley.
 *
 * @param path the points it comes by, the start first; shorter if it diverges
 */
record NoisyWalk(List<double[]> path) {
    static final Landscape CAMEL = new ThreeHumpCamel();
    static final double ETA = 0.03;
    static final double GAMMA = 0.55;
    static final int STEPS = 300;
    private static final double NEAR = 0.5;
    private static final double FAR =
            5; // the literature searches [−5, 5]²; beyond it x⁶ throws every step farther than the last

    /** A walk with a noise of some deviation in the first update, 0 for none. */
    static NoisyWalk of(double c, long seed) {
        Parameter theta = new Parameter("θ", Tensor.of(CAMEL.start()));
        Optimizer optimizer = new Optimizer(new Sgd(), ETA, Map.of("θ", theta)).with(new GradientNoise(c, GAMMA, seed));
        List<double[]> path = new ArrayList<>();
        path.add(CAMEL.start());
        try {
            for (int t = 1; t <= STEPS; t++) {
                optimizer.step(CAMEL.loss(theta.value(), t).backward());
                path.add(theta.value().toArray());
            }
        } catch (ExplodingGradientException e) {
            return new NoisyWalk(path); // its last point is far away
        }
        return new NoisyWalk(path);
    }

    double[] end() {
        return path.get(path.size() - 1);
    }

    /** Whether it ends beside the global minimum. */
    boolean arrives() {
        double[] minimum = CAMEL.minima().get(0).point();
        return FastMath.hypot(end()[0] - minimum[0], end()[1] - minimum[1]) < NEAR;
    }

    /** Whether it has left all valleys for good. */
    boolean diverges() {
        return Math.max(Math.abs(end()[0]), Math.abs(end()[1])) > FAR;
    }
}
