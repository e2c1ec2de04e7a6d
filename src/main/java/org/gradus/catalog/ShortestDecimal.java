package org.gradus.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shortest decimal that means a number: 0.1, 64, 1e-8. Reading it gives the same bits again, and it is the same text on every JDK, which
 * {@link Double#toString(double)} is not (before JDK 19 it is sometimes longer than it must be).
 */
public final class ShortestDecimal {
    private static final int PLAIN = 6; // so many places before or behind the point without an exponent

    private ShortestDecimal() {}

    /**
     * {@return the text of a number: without a point if it is whole, with an exponent if it is very large or small, else plain; {@code NaN},
     * {@code Infinity} and {@code -Infinity} as Java writes them}
     *
     * @param number the number
     */
    public static String text(double number) {
        if (!Double.isFinite(number) || number == 0) {
            return number == 0 ? 1 / number > 0 ? "0" : "-0" : Double.toString(number);
        }
        BigDecimal stripped = shortest(number).stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -PLAIN + 1 && exponent <= 2 * PLAIN) {
            return stripped.toPlainString();
        }
        String mantissa = stripped.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + "e" + exponent;
    }

    /** From the digits that Java writes downwards: where some do not do, fewer do not either. */
    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        for (int digits = shortest.precision(); digits >= 1; digits--) {
            Optional<BigDecimal> found = rounded(exact, digits, number);
            if (found.isEmpty()) {
                break;
            }
            shortest = found.get();
        }
        return shortest;
    }

    /** At a power of two the nearest decimal may be another number's, and the one beside it this one's. */
    private static Optional<BigDecimal> rounded(BigDecimal exact, int digits, double number) {
        return Stream.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN)
                .map(mode -> exact.round(new MathContext(digits, mode)))
                .filter(rounded -> rounded.doubleValue() == number)
                .findFirst();
    }
}
