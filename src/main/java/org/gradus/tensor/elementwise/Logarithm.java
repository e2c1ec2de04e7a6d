package org.gradus.tensor.elementwise;

/**
 * ln x from a fixed polynomial in plain fma arithmetic: the same bits on every machine, in a fraction of the time of a table look-up.
 *
 * <p>x = 2ᵏ m with √½ ≤ m &lt; √2, and f = m − 1, which is exact. With s = f / (2 + f), ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …), of which
 * the terms up to s²³ are taken; the remainder is below 10⁻¹⁸ of ln m. Written as f − f²/2 + s (f²/2 + R) with R = 2 s²/3 + 2 s⁴/5 + …, most
 * of ln m is the exact f. The error is less than 0.9 ulp.
 */
public final class Logarithm {
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1; // its last bits are 0: k times it is exact
    private static final double LN2_LOW = 0x1.ef35793c7673p-45; // ln 2 − LN2_HIGH
    private static final long ROOT_OF_HALF = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);
    private static final int FRACTION_BITS = 52;

    private Logarithm() {}

    /**
     * {@return ln x; −∞ for 0, ∞ for ∞, NaN for a negative number and NaN}
     *
     * @param x the number
     */
    public static double log(double x) {
        if (x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY) {
            return ofNormal(x, 0);
        }
        if (x > 0 && x < Double.MIN_NORMAL) {
            return ofNormal(x * 0x1p54, -54);
        }
        return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }

    /** ln (2ⁿ x) for a normal number x. */
    private static double ofNormal(double x, int n) {
        long bits = Double.doubleToRawLongBits(x);
        long exponent = bits - ROOT_OF_HALF >> FRACTION_BITS;
        double f = Double.longBitsToDouble(bits - (exponent << FRACTION_BITS)) - 1;
        double k = exponent + n;
        double s = f / (2 + f);
        double half = 0.5 * f * f;
        return k * LN2_HIGH - (half - Math.fma(s, half + rest(s * s), k * LN2_LOW) - f);
    }

    /** 2 z/3 + 2 z²/5 + … + 2 z¹¹/23. */
    private static double rest(double z) {
        double p = 2.0 / 23;
        p = Math.fma(p, z, 2.0 / 21);
        p = Math.fma(p, z, 2.0 / 19);
        p = Math.fma(p, z, 2.0 / 17);
        p = Math.fma(p, z, 2.0 / 15);
        p = Math.fma(p, z, 2.0 / 13);
        p = Math.fma(p, z, 2.0 / 11);
        p = Math.fma(p, z, 2.0 / 9);
        p = Math.fma(p, z, 2.0 / 7);
        p = Math.fma(p, z, 2.0 / 5);
        p = Math.fma(p, z, 2.0 / 3);
        return p * z;
    }
}
