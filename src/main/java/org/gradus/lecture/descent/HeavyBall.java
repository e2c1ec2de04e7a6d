package org.gradus.lecture.descent;

import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.rule.Sgdm;

/** SGDM on the parabola ½ h θ², where a step is a matrix. */
final class HeavyBall {
    private HeavyBall() {}

    /** {@return the larger |σ| of the matrix that SGDM itself multiplies (θ, m) by} */
    static double contraction(double etaH, double lambda) {
        double[] one = step(etaH, lambda, 1, 0);
        double[] other = step(etaH, lambda, 0, 1);
        double half = (one[0] + other[1]) / 2; // of the trace
        double determinant = one[0] * other[1] - other[0] * one[1];
        double under = half * half - determinant;
        return under < 0 ? FastMath.sqrt(determinant) : Math.abs(half) + FastMath.sqrt(under);
    }

    /** θ and m after one step of SGDM with the gradient θ. */
    private static double[] step(double etaH, double lambda, double theta, double m) {
        Sgdm rule = new Sgdm(lambda);
        State state = rule.init(1);
        state.vector("m")[0] = m;
        double[] next = new double[1];
        rule.update(new double[] {theta}, next, new double[] {theta}, state, new Step(1, etaH));
        return new double[] {next[0], state.vector("m")[0]};
    }

    /** {@return the share of the rates that converge where |σ| = √λ: 4√λ of 2 + 2λ} */
    static double shareComplex(double lambda) {
        return 4 * FastMath.sqrt(lambda) / (2 + 2 * lambda);
    }

    /** {@return the ratio of the largest to the smallest curvature between the dashed lines for one rate} */
    static double curvatures(double lambda) {
        return edge(lambda, 1) / edge(lambda, -1);
    }

    /** {@return ηh = (1 ± √λ)², between which the eigenvalues are complex} */
    static double edge(double lambda, int sign) {
        double root = 1 + sign * FastMath.sqrt(lambda);
        return root * root;
    }
}
