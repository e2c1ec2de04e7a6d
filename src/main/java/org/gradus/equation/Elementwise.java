package org.gradus.equation;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Functions applied to every element of one or two values. */
final class Elementwise {
    private Elementwise() {}

    static double[] map(double[] x, DoubleUnaryOperator f) {
        double[] y = new double[x.length];
        Arrays.setAll(y, i -> f.applyAsDouble(x[i]));
        return y;
    }

    /** f(x, y), where a scalar stands for a vector of equal numbers. */
    static double[] map(double[] x, double[] y, DoubleBinaryOperator f) {
        double[] z = new double[size(x.length, y.length)];
        for (int i = 0; i < z.length; i++) {
            z[i] = f.applyAsDouble(x[x.length == 1 ? 0 : i], y[y.length == 1 ? 0 : i]);
        }
        return z;
    }

    /** How many elements a value of some has together with one of others. */
    static int size(int some, int others) {
        if (some != others && some != 1 && others != 1) {
            throw new IllegalArgumentException(
                    "equation: a vector of %s numbers meets one of %s; give both the same size"
                            .formatted(some, others));
        }
        return some == 1 ? others : some;
    }
}
