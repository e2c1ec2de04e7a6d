package org.gradus.tensor.elementwise;

import org.apache.commons.math3.util.FastMath;

/**
 * The partial derivatives of aᵇ of every order.
 *
 * <p>∂ⁿ(aᵇ)/∂aⁿ = cₙ(b) aᵇ⁻ⁿ with the polynomial cₙ(b) = b (b − 1) … (b − n + 1); by Leibniz' rule its m-th derivative by b is the sum over
 * j = 0 … m of (m over j) cₙ⁽ʲ⁾(b) aᵇ⁻ⁿ (ln a)ᵐ⁻ʲ. A term whose coefficient is 0 is 0, even where the power is infinite: a⁰ is a constant, and
 * the second derivative of a¹ is 0, at a = 0 too. A term with ln a is taken as 0 at a = 0, where aᵇ does not depend on b as long as b &gt; 0.
 */
final class Powers {
    private Powers() {}

    /** g times the derivative, n times by a and m times by b; 0 where every term is 0, whatever g is. */
    static double slope(double g, double a, double b, int n, int m) {
        double[] c = coefficients(b, n, m);
        double binomial = 1;
        double sum = 0;
        boolean constant = true;
        for (int j = 0; j <= m; j++) {
            if (c[j] != 0 && (a != 0 || j == m)) {
                double term = binomial * c[j] * FastMath.pow(a, b - n);
                for (int k = j; k < m; k++) {
                    term *= Logarithm.log(a);
                }
                sum += term;
                constant = false;
            }
            binomial = binomial * (m - j) / (j + 1);
        }
        return constant ? 0 : g * sum;
    }

    /** cₙ(b) and its first m derivatives; cₖ₊₁ = (b − k) cₖ, so its j-th derivative is (b − k) cₖ⁽ʲ⁾ + j cₖ⁽ʲ⁻¹⁾. */
    private static double[] coefficients(double b, int n, int m) {
        double[] c = new double[m + 1];
        c[0] = 1;
        for (int k = 0; k < n; k++) {
            for (int j = m; j > 0; j--) {
                c[j] = (b - k) * c[j] + j * c[j - 1];
            }
            c[0] *= b - k;
        }
        return c;
    }
}
