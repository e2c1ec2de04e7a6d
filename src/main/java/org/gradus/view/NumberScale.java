package org.gradus.view;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;

/**
 * The values of a number that was varied, as an axis: logarithmic where they are far apart.
 *
 * @param label what the axis is called
 * @param values the values, in order, each once; at least two
 */
public record NumberScale(String label, List<Double> values) {
    private static final double FAR = 8; // largest over least value

    /** Keeps a copy of the list, which nobody can change. */
    public NumberScale {
        values = List.copyOf(values);
    }

    /**
     * {@return the scale of some values}
     *
     * @param label what the axis is called
     * @param values the values, in any order
     */
    public static NumberScale of(String label, double... values) {
        return new NumberScale(
                label, Arrays.stream(values).distinct().sorted().boxed().toList());
    }

    private double least() {
        return values.get(0);
    }

    private double largest() {
        return values.get(values.size() - 1);
    }

    private boolean isLog() {
        return least() > 0 && largest() >= FAR * least();
    }

    /** {@return the axis} */
    public Axis axis() {
        return isLog() ? Axis.log(label) : Axis.linear(label);
    }

    /** From where to where cells reach around all values: half a gap beyond the outermost. */
    Limits around() {
        int last = values.size() - 1;
        double below = position(least()) - (position(values.get(1)) - position(least())) / 2;
        double above = position(largest()) + (position(largest()) - position(values.get(last - 1))) / 2;
        return new Limits(value(below), value(above));
    }

    /** Where a value lies in {@link #around()}, from 0 to 1. */
    double place(double value) {
        double lower = position(around().lower());
        return (position(value) - lower) / (position(around().upper()) - lower);
    }

    /** The value at a place. */
    double at(double place) {
        return value(position(around().lower()) * (1 - place) + position(around().upper()) * place);
    }

    private double position(double value) {
        return isLog() ? FastMath.log10(value) : value;
    }

    private double value(double position) {
        return isLog() ? FastMath.pow(10, position) : position;
    }
}
