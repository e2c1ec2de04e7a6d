package org.gradus.experiment.duel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as a sentence has them: three digits, a true minus, the same in every locale. */
final class ShortNumber {
    private static final int DIGITS = 3;
    private static final int ALL_DIGITS = 17;

    private ShortNumber() {}

    static String of(double value) {
        return of(value, DIGITS);
    }

    /** With + or −. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + of(value);
    }

    /** With as many digits as it takes to see on which side of a threshold it lies: 0.0498 for 0.04975 and 0.05, and not 0.05. */
    static String besides(double value, double threshold) {
        int digits = DIGITS;
        while (Double.isFinite(value)
                && digits < ALL_DIGITS
                && side(value, threshold, digits) != Double.compare(value, threshold)) {
            digits++;
        }
        return of(value, digits);
    }

    private static int side(double value, double threshold, int digits) {
        return Double.compare(rounded(value, digits).doubleValue(), threshold);
    }

    private static String of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "undefined";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = rounded(value, digits);
        double size = Math.abs(value);
        boolean plain = size == 0 || size >= 1e-4 && size < 1e9;
        return (plain
                        ? rounded.toPlainString()
                        : rounded.toString().replace("E+", "e").replace("E", "e"))
                .replace("-", "−");
    }

    /** Digits before the point are never rounded away. */
    private static BigDecimal rounded(double value, int digits) {
        BigDecimal exact = BigDecimal.valueOf(value);
        int whole = exact.precision() - exact.scale();
        boolean isLong = whole > digits && whole <= 9;
        BigDecimal shorter = isLong
                ? exact.setScale(0, RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return shorter.signum() == 0 ? BigDecimal.ZERO : shorter.stripTrailingZeros();
    }
}
