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
    private static final double ROUNDING = 0x1.8p52; // a number that is added to it has no room for a fraction
    private static final double LARGEST = 710; // of which and beyond the exponential is ∞
    private static final double SMALLEST = -746; // of which and below the exponential is 0

    private Exponential() {}

    /**
     * {@return eˣ; ∞ above 709.78, 0 below −745.13, NaN for NaN}
     *
     * @param x the exponent
     */
    public static double exp(double x) {
        double within = within(x);
        double k = multiples(within);
        return scaled(power(within, k), (int) k);
    }

    /**
     * Computes eˣ of many numbers, with the same bits as one by one: in two loops, the first of which compilers turn into vector instructions.
     *
     * @param x the exponents
     * @param y where the exponentials go; may be x itself
     */
    public static void exp(double[] x, double[] y) {
        double[] k = new double[x.length];
        for (int i = 0; i < k.length; i++) {
            double within = within(x[i]);
            k[i] = multiples(within);
            y[i] = power(within, k[i]);
        }
        for (int i = 0; i < k.length; i++) {
            y[i] = scaled(y[i], (int) k[i]);
        }
    }

    /**
     * {@return tanh x = (e²ˣ − 1) / (e²ˣ + 1), accurate also near 0; ±1 at ±∞, NaN for NaN}
     *
     * @param x the argument
     */
    public static double tanh(double x) {
        double twice = twice(x);
        double k = multiples(twice);
        return Math.copySign(tanh(remainder(twice, k), powerOfTwo((int) k)), x);
    }

    /**
     * Computes tanh x of many numbers, with the same bits as one by one: in loops of which compilers turn every other one into vector
     * instructions.
     *
     * @param x the arguments
     * @param y where the results go
     */
    public static void tanh(double[] x, double[] y) {
        double[] scale = new double[x.length];
        for (int i = 0; i < scale.length; i++) {
            double twice = twice(x[i]);
            scale[i] = multiples(twice);
            y[i] = remainder(twice, scale[i]);
        }
        for (int i = 0; i < scale.length; i++) {
            scale[i] = powerOfTwo((int) scale[i]);
        }
        for (int i = 0; i < scale.length; i++) {
            y[i] = tanh(y[i], scale[i]);
        }
        for (int i = 0; i < scale.length; i++) {
            y[i] = Math.copySign(y[i], x[i]);
        }
    }

    private static double within(double x) {
        return Math.max(SMALLEST, Math.min(x, LARGEST));
    }

    private static double twice(double x) {
        return Math.min(2 * Math.abs(x), 44); // beyond, tanh is 1 to the last bit
    }

    /** k: x / ln 2, rounded. */
    private static double multiples(double x) {
        return x * LOG2_E + ROUNDING - ROUNDING;
    }

    /** r = x − k ln 2. */
    private static double remainder(double x, double k) {
        return Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x)); // the inner one is exact
    }

    /** eʳ. */
    private static double power(double x, double k) {
        double r = remainder(x, k);
        double lost = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x) - r); // what rounding r has lost
        double sum = 1 + r;
        return sum + (1 - sum + r + Math.fma(r * r, quotient(r), lost));
    }

    /** tanh |x| where |2x| = k ln 2 + r, and the scale is 2ᵏ. */
    private static double tanh(double r, double scale) {
        double expm1 = Math.fma(scale, Math.fma(r * r, quotient(r), r), scale - 1);
        return expm1 / (expm1 + 2);
    }

    /** 2ⁿ times a number; 2ⁿ itself may be no normal number. */
    private static double scaled(double power, int n) {
        return power * powerOfTwo(n >> 1) * powerOfTwo(n - (n >> 1));
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
