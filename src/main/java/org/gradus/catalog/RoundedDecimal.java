package org.gradus.catalog;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number for reading: rounded to some significant digits, without zeros at its end, 0.1, 12.5, 1.5e-8. It is the same text on every machine, as
 * that of {@link ShortestDecimal}, which has every digit.
 */
public final class RoundedDecimal {
    private static final int LARGEST_PLAIN_EXPONENT = 6;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private RoundedDecimal() {}

    /**
     * {@return the text of a number: plain from 0.0001 up to 9,999,999, else with an exponent; {@code 0} for −0 too, {@code NaN}, {@code ∞} and
     * {@code -∞}}
     *
     * <p>A half is rounded up, away from 0; the number is the one that the bits mean exactly, so 0.15 to one digit is 0.1.
     *
     * @param number the number
     * @param digits how many significant digits, at least 1
     * @throws IllegalArgumentException if there are no digits
     */
    public static String text(double number, int digits) {
        Domain.of("rounded decimal").count("digits", digits);
        if (!Double.isFinite(number) || number == 0) {
            return number == 0 ? "0" : Double.toString(number).replace("Infinity", "∞");
        }
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
