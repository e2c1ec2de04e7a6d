package org.gradus.optim;

/**
 * A number that many others are divided by, at the price of a multiplication and two fused multiply-adds each.
 *
 * <p>The quotients have the same bits as x / c: the error of x · (1/c) is computed exactly and taken away (Markstein 1990,
 * <a href="https://doi.org/10.1147/rd.341.0111">doi 10.1147/rd.341.0111</a>). Only where x is so small that its last digits are subnormal,
 * below about 10⁻²⁹¹, the last one may differ; and c must not make the quotient overflow.
 *
 * @param c the divisor, from 0 to 1
 * @param inverse 1 / c
 */
public record Divisor(double c, double inverse) {
    public static Divisor of(double c) {
        return new Divisor(c, 1 / c);
    }

    /** x / c. */
    public double divide(double x) {
        double quotient = x * inverse;
        return Math.fma(Math.fma(-quotient, c, x), inverse, quotient);
    }
}
