package org.gradus.tensor.elementwise;

/**
 * eˣ and its kin from a fixed polynomial in plain fma arithmetic: the same bits on every machine, in a fraction of the time of a table look-up.
 *
 * <p>x = k ln 2 + r with |r| ≤ ½ ln 2, in two steps so that nothing of r is lost; eʳ is the Taylor polynomial of degree 13, whose remainder is
 * below 10⁻¹⁷; then eˣ = 2ᵏ eʳ. The error is less than 0.65 ulp for eˣ and less than 3 for the others.
 */
public final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fefa38p-1; // its last bits are 0: k times it is exact
    private static final double LN2_LOW = 0x1.ef35793c7673p-45; // ln 2 − LN2_HIGH
    private static final double ROUNDING =
            0x1.8p52; // added to a number of less than 51 bits, it leaves no room for a fraction
    private static final double LARGEST = 709.782712893384; // ln of the largest double
    private static final double SMALLEST = -745.1332191019412; // ln of half the smallest positive double

    private Exponential() {}

    /**
     * {@return eˣ; ∞ above 709.78, 0 below −745.13, NaN for NaN}
     *
     * @param x the exponent
     */
    public static double exp(double x) {
        if (x > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < SMALLEST) {
            return 0;
        }
        double shifted = x * LOG2_E + ROUNDING;
        double k = shifted - ROUNDING; // x / ln 2, rounded
        double high = Math.fma(-k, LN2_HIGH, x); // exact
        double r = Math.fma(-k, LN2_LOW, high);
        double lost = Math.fma(-k, LN2_LOW, high - r); // what rounding r has lost
        double sum = 1 + r;
        double power = sum + (1 - sum + r + Math.fma(r * r, quotient(r), lost));
        int n = (int) Double.doubleToRawLongBits(shifted); // k, which its lowest bits are
        return power * powerOfTwo(n >> 1) * powerOfTwo(n - (n >> 1)); // 2ᵏ itself may be no normal number
    }

    /**
     * {@return tanh x = (e²ˣ − 1) / (e²ˣ + 1), accurate also near 0; ±1 at ±∞, NaN for NaN}
     *
     * @param x the argument
     */
    public static double tanh(double x) {
        double twice = 2 * Math.abs(x);
        twice = twice > 44 ? 44 : twice; // beyond, tanh is 1 to the last bit
        double shifted = twice * LOG2_E + ROUNDING;
        double k = shifted - ROUNDING;
        double scale = powerOfTwo((int) Double.doubleToRawLongBits(shifted));
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, twice));
        double expm1 = Math.fma(scale, Math.fma(r * r, quotient(r), r), scale - 1);
        return Math.copySign(expm1 / (expm1 + 2), x);
    }

    /**
     * {@return 1 / (1 + e⁻ˣ); 0 at −∞, 1 at ∞, NaN for NaN}
     *
     * @param x the argument
     */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x)); // at most 1
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** 2ⁿ for −1022 ≤ n ≤ 1023, by its bits. */
    private static double powerOfTwo(int n) {
        return Double.longBitsToDouble((n + 1023L) << 52);
    }

    /** (eʳ − 1 − r) / r² for |r| ≤ ½ ln 2: 1/2 + r/6 + … + r¹¹/13!. */
    private static double quotient(double r) {
        double p = 1.0 / 6227020800L;
        p = Math.fma(p, r, 1.0 / 479001600);
        p = Math.fma(p, r, 1.0 / 39916800);
        p = Math.fma(p, r, 1.0 / 3628800);
        p = Math.fma(p, r, 1.0 / 362880);
        p = Math.fma(p, r, 1.0 / 40320);
        p = Math.fma(p, r, 1.0 / 5040);
        p = Math.fma(p, r, 1.0 / 720);
        p = Math.fma(p, r, 1.0 / 120);
        p = Math.fma(p, r, 1.0 / 24);
        p = Math.fma(p, r, 1.0 / 6);
        return Math.fma(p, r, 0.5);
    }
}
