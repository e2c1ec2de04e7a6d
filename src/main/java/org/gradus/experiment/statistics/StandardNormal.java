package org.gradus.experiment.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/** The normal distribution with mean 0 and variance 1, computed with the same bits everywhere. */
final class StandardNormal {
    private StandardNormal() {}

    /** z_p, below which a number lies with probability p. */
    static double quantile(double p) {
        // without a generator, of which nothing is drawn
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p);
    }

    /** P(|Z| ≥ z). */
    static double outside(double z) {
        return Erf.erfc(z / FastMath.sqrt(2));
    }
}
