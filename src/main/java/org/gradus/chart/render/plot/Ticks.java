package org.gradus.chart.render.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/** Chooses where the ticks of an axis go and what they say. */
final class Ticks {

    /**
     * One tick.
     *
     * @param position where it is: the value, or on a logarithmic axis its decimal logarithm
     * @param label what it says; empty for a minor tick
     */
    record Tick(double position, String label) {}

    private static final char MINUS = '\u2212';
    private static final char THIN_SPACE = '\u2009';
    private static final String SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Ticks() {}

    /**
     * Ticks at multiples of 1, 2 or 5 times a power of ten.
     *
     * @param lower the smallest value shown
     * @param upper the largest value shown
     * @param most the largest number of ticks wanted
     * @param integers whether only integers make sense, as for epochs
     */
    static List<Tick> linear(double lower, double upper, int most, boolean integers) {
        BigDecimal low = BigDecimal.valueOf(lower);
        BigDecimal high = BigDecimal.valueOf(upper);
        BigDecimal step = step(low, high, most, integers);
        BigDecimal first = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        BigDecimal last = high.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal largest = first.abs().max(last.abs());
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal value = first; value.compareTo(high) <= 0; value = value.add(step)) {
            ticks.add(new Tick(value.doubleValue(), label(value, step, largest)));
        }
        return ticks;
    }

    private static BigDecimal step(BigDecimal low, BigDecimal high, int most, boolean integers) {
        BigDecimal length = high.subtract(low);
        int exponent = length.precision() - length.scale() - 3; // a hundredth of the length or less, surely too small
        if (integers) {
            exponent = Math.max(exponent, 0);
        }
        while (true) {
            for (int mantissa : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                BigDecimal first = low.divide(step, 0, RoundingMode.CEILING);
                BigDecimal last = high.divide(step, 0, RoundingMode.FLOOR);
                if (last.subtract(first).intValueExact() < most) {
                    return step;
                }
            }
            exponent++;
        }
    }

    /**
     * Ticks at powers of ten, with minor ticks at 2 to 9 times them; if less than two powers are in sight, labels at 1,
     * 2 and 5 times them; if less than two of these, as on a linear axis.
     *
     * @param lower the decimal logarithm of the smallest value shown
     * @param upper the decimal logarithm of the largest value shown
     * @param most the largest number of labels wanted
     */
    static List<Tick> log(double lower, double upper, int most) {
        int first = (int) Math.ceil(lower);
        int last = (int) Math.floor(upper);
        if (last - first >= 1) {
            return decades(lower, upper, most);
        }
        List<Tick> ticks = withinDecade(lower, upper);
        if (ticks.stream().filter(tick -> !tick.label().isEmpty()).count() >= 2) {
            return ticks;
        }
        return linear(FastMath.pow(10, lower), FastMath.pow(10, upper), most, false).stream()
                .map(tick -> new Tick(FastMath.log10(tick.position()), tick.label()))
                .toList();
    }

    private static List<Tick> decades(double lower, double upper, int most) {
        int first = (int) Math.floor(lower);
        int last = (int) Math.floor(upper);
        int stride = 1;
        while (Math.floorDiv(last, stride) - Math.floorDiv(first, stride) > most) {
            stride = nextStride(stride);
        }
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            boolean labeled = exponent % stride == 0;
            if (exponent >= lower && (labeled || stride <= 10)) {
                ticks.add(new Tick(exponent, labeled ? "10" + superscript(exponent) : ""));
            }
            for (int mantissa = 2; mantissa <= 9 && stride == 1; mantissa++) {
                addWithin(ticks, lower, upper, mantissa, exponent, "");
            }
        }
        return ticks;
    }

    /** 1, 2, 5, 10, 20, 50, ... */
    private static int nextStride(int stride) {
        boolean two = Integer.toString(stride).startsWith("2");
        return two ? stride / 2 * 5 : stride * 2;
    }

    private static List<Tick> withinDecade(double lower, double upper) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(lower); exponent <= upper; exponent++) {
            for (int mantissa = 1; mantissa <= 9; mantissa++) {
                BigDecimal value = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
                boolean labeled = mantissa == 1 || mantissa == 2 || mantissa == 5;
                addWithin(ticks, lower, upper, mantissa, exponent, labeled ? label(value, value, value) : "");
            }
        }
        return ticks;
    }

    private static void addWithin(
            List<Tick> ticks, double lower, double upper, int mantissa, int exponent, String label) {
        double position = exponent + FastMath.log10(mantissa);
        if (position >= lower && position <= upper) {
            ticks.add(new Tick(position, label));
        }
    }

    /** A number alone, with up to three digits that count. */
    static String number(double number) {
        BigDecimal value = BigDecimal.valueOf(number)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return label(value, value.signum() == 0 ? BigDecimal.ONE : value, value);
    }

    /** As many decimals as the step has; powers of ten where the largest label would be long without them. */
    private static String label(BigDecimal value, BigDecimal step, BigDecimal largest) {
        int exponent = largest.signum() == 0 ? 0 : largest.precision() - largest.scale() - 1;
        if (exponent >= -3 && exponent < 7) {
            return decimals(value, step);
        }
        return value.signum() == 0
                ? "0"
                : decimals(value.scaleByPowerOfTen(-exponent), step.scaleByPowerOfTen(-exponent)) + "×10"
                        + superscript(exponent);
    }

    private static String decimals(BigDecimal value, BigDecimal step) {
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        String digits = value.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        int integerDigits = decimals == 0 ? digits.length() : digits.length() - decimals - 1;
        StringBuilder label = new StringBuilder(digits);
        if (integerDigits > 4) {
            for (int i = integerDigits - 3; i > 0; i -= 3) {
                label.insert(i, THIN_SPACE);
            }
        }
        return value.signum() < 0 ? label.insert(0, MINUS).toString() : label.toString();
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPT_DIGITS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
