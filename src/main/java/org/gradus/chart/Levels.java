package org.gradus.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/** The values at which a contour chart has its lines. */
public final class Levels {

    /** The parts of a field that lie below the lowest and below the highest line. */
    private static final double LOW = 0.01;

    private static final double HIGH = 0.95;

    /** The first level's height as a part of the last one's, where a hundredth of the field is bottom. */
    private static final double FLAT = 0.001;

    private Levels() {}

    /**
     * Levels at equal distances: the lines' density shows how steep the field is.
     *
     * @param lowest the first level
     * @param highest the last level
     * @param count how many, at least 2
     * @return the levels, rising
     * @throws IllegalArgumentException if the ends are not finite and in order, or there are less than two
     */
    public static List<Double> linear(double lowest, double highest, int count) {
        requireCount(count);
        Limits ends = new Limits(lowest, highest);
        return IntStream.range(0, count)
                .mapToDouble(i -> (double) i / (count - 1))
                .mapToObj(part -> ends.lower() * (1 - part) + ends.upper() * part)
                .toList();
    }

    /**
     * Levels whose heights above the bottom have equal ratios, for fields like a loss that falls by powers of ten: one sees the hills and the floor
     * of the valley at once.
     *
     * @param bottom the smallest value of the function
     * @param lowest the height of the first level above the bottom, more than 0
     * @param highest the height of the last level above the bottom
     * @param count how many, at least 2
     * @return the levels, rising
     * @throws IllegalArgumentException if the bottom is not finite, the heights are not above 0 and in order, or there are less than two levels
     */
    public static List<Double> logarithmic(double bottom, double lowest, double highest, int count) {
        requireCount(count);
        if (!Double.isFinite(bottom) || !(lowest > 0)) {
            throw new IllegalArgumentException("levels: found heights from " + lowest + " above " + bottom
                    + "; give heights above 0 over a finite bottom");
        }
        return linear(FastMath.log(lowest), FastMath.log(highest), count).stream()
                .map(height -> bottom + FastMath.exp(height))
                .toList();
    }

    /**
     * Levels at equal distances within the range of a field, rounded to two digits of their distance; the extremes themselves, mere points, are left out.
     *
     * @param field the field
     * @param count how many, at least 2
     * @return the levels, rising
     * @throws IllegalArgumentException if the field has no two different finite values, or there are less than two levels
     */
    public static List<Double> linear(ScalarField field, int count) {
        double[] values = range(field);
        double margin = (values[values.length - 1] / 2 - values[0] / 2) / (count + 1) * 2;
        return rounded(linear(values[0] + margin, values[values.length - 1] - margin, count), value -> margin);
    }

    /**
     * Levels whose heights above the lowest value of a field have equal ratios, such that the first encloses a hundredth of the field and the last
     * leaves out a twentieth; rounded to two digits of their heights.
     *
     * @param field the field
     * @param count how many, at least 2
     * @return the levels, rising
     * @throws IllegalArgumentException if the field has no two different finite values, or there are less than two levels
     */
    public static List<Double> logarithmic(ScalarField field, int count) {
        double[] values = range(field);
        double bottom = values[0];
        double lowest = values[(int) (LOW * values.length)] - bottom;
        double highest = values[(int) (HIGH * values.length)] - bottom;
        if (highest == 0) {
            highest = values[values.length - 1] - bottom;
        }
        boolean apart = lowest > 0 && lowest < highest;
        return rounded(logarithmic(bottom, apart ? lowest : FLAT * highest, highest, count), value -> value - bottom);
    }

    /** The levels in two digits of their heights, which a map writes beside them; as they are, if two would become one. */
    private static List<Double> rounded(List<Double> levels, DoubleUnaryOperator height) {
        List<Double> rounded = levels.stream()
                .map(level -> {
                    BigDecimal unit = BigDecimal.valueOf(Math.abs(height.applyAsDouble(level)));
                    int digits = unit.scale() - unit.precision() + 2;
                    return BigDecimal.valueOf(level)
                            .setScale(digits, RoundingMode.HALF_EVEN)
                            .doubleValue();
                })
                .toList();
        return rounded.stream().distinct().count() == levels.size() ? rounded : levels;
    }

    /** The finite values of a field, the smallest first. */
    private static double[] range(ScalarField field) {
        double[] values = field.sorted();
        if (values.length == 0 || values[0] == values[values.length - 1]) {
            throw new IllegalArgumentException("levels: the field " + field
                    + " has no two different finite values, so there are no levels between; give a list of your own");
        }
        return values;
    }

    private static void requireCount(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("levels: found " + count + "; ask for at least 2");
        }
    }
}
