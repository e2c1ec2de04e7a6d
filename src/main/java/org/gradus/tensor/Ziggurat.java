package org.gradus.tensor;

import org.apache.commons.math3.util.FastMath;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws from the normal distribution by covering its density f(x) = exp(−x²/2) with 256 strips of equal area, one on the other: a strip by
 * lot, a place in it by lot, and 99 times of 100 that place lies under f for sure and is the answer.
 *
 * <p>Strip i reaches from x_{i+1} to x_i with f between f(x_i) and f(x_{i+1}); strip 0 is the lowest, which has the tail beyond r instead of
 * an edge, and x_0 = A / f(r) is as wide as a rectangle of its area. What is left over, a place beside f or in the tail, takes
 * exponentials and logarithms: those of {@link FastMath}, so that every machine gives the same numbers.
 *
 * <p>Marsaglia and Tsang 2000, <a href="https://doi.org/10.18637/jss.v005.i08">doi 10.18637/jss.v005.i08</a>. Unlike there, the bits that
 * choose the strip are none of those that choose the place (Doornik 2005, "An Improved Ziggurat Method to Generate Normal Random Samples").
 */
final class Ziggurat {
    private static final int STRIPS = 256;

    /** Where the tail starts, so that the highest strip ends at f(0) = 1, and the area r f(r) + ∫_r^∞ f(x) dx of a strip; to 40 digits first. */
    private static final double R = 3.654152885361009;

    private static final double AREA = 0.004928673233974655;

    private final double[] x = new double[STRIPS + 1];
    private final double[] f = new double[STRIPS + 1];

    Ziggurat() {
        x[0] = AREA / density(R);
        x[1] = R;
        for (int i = 1; i < STRIPS - 1; i++) {
            x[i + 1] = Math.sqrt(-2 * FastMath.log(density(x[i]) + AREA / x[i]));
        }
        x[STRIPS] = 0; // the last strip is the top, whatever rounding left of it
        for (int i = 0; i <= STRIPS; i++) {
            f[i] = density(x[i]);
        }
    }

    private static double density(double z) {
        return FastMath.exp(-z * z / 2);
    }

    /** Fills an array with independent numbers. */
    void fill(double[] target, UniformRandomProvider source) {
        for (int i = 0; i < target.length; i++) {
            target[i] = next(source);
        }
    }

    /** One number: 8 bits choose the strip, 53 others the place. */
    double next(UniformRandomProvider source) {
        while (true) {
            long bits = source.nextLong();
            int strip = (int) bits & STRIPS - 1;
            double z = (bits >> 11) * 0x1p-52 * x[strip];
            if (Math.abs(z) < x[strip + 1]) {
                return z;
            }
            if (strip == 0) {
                return Math.copySign(tail(source), z);
            }
            if (f[strip] + source.nextDouble() * (f[strip + 1] - f[strip]) < density(z)) {
                return z;
            }
        }
    }

    /** A number beyond r, by the method of Marsaglia (1964): 1 − u lies in (0, 1], so that its logarithm is finite. */
    private static double tail(UniformRandomProvider source) {
        double beyond;
        double height;
        do {
            beyond = -FastMath.log(1 - source.nextDouble()) / R;
            height = -FastMath.log(1 - source.nextDouble());
        } while (2 * height < beyond * beyond);
        return R + beyond;
    }
}
