package org.gradus.experiment.statistics;

import org.gradus.catalog.RoundedDecimal;

/** Numbers as a sentence has them: three digits, or all before the point, and a true minus. */
final class ShortNumber {
    private static final int DIGITS = 3;
    private static final int ALL_DIGITS = 17;
    private static final double MOST_WHOLE = 1e6;

    private ShortNumber() {}

    static String of(double value) {
        int whole = Math.abs(value) < MOST_WHOLE
                ? Integer.toString((int) Math.abs(value)).length()
                : 0;
        return of(value, Math.max(DIGITS, whole));
    }

    /** With + or −. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + of(value);
    }

    /** With as many digits as it takes to see on which side of a threshold it lies: 0.04999 beside 0.05, and not 0.05. */
    static String besides(double value, double threshold) {
        int digits = DIGITS;
        while (digits < ALL_DIGITS && side(value, threshold, digits) != Double.compare(value, threshold)) {
            digits++;
        }
        return of(value, digits);
    }

    private static int side(double value, double threshold, int digits) {
        return Double.compare(Double.parseDouble(RoundedDecimal.text(value, digits)), threshold);
    }

    private static String of(double value, int digits) {
        return Double.isNaN(value)
                ? "undefined"
                : RoundedDecimal.text(value, digits).replace('-', '−');
    }
}
