package org.gradus.view.sweep;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;

/**
 * A number that a sweep varies, as an axis: logarithmic where its values are far apart.
 *
 * @param setting which one
 * @param values its values, in order, each once
 */
record VariedNumber(Setting<?> setting, List<Double> values) {
    private static final double FAR = 8; // largest over least value

    static VariedNumber of(Setting<?> setting, List<RunGroup> points) {
        List<Double> values = points.stream()
                .map(point -> Double.valueOf(point.values().get(setting)))
                .distinct()
                .sorted()
                .toList();
        return new VariedNumber(setting, values);
    }

    double of(RunGroup point) {
        return Double.parseDouble(point.values().get(setting));
    }

    private double least() {
        return values.get(0);
    }

    private double largest() {
        return values.get(values.size() - 1);
    }

    boolean isLog() {
        return least() > 0 && largest() >= FAR * least();
    }

    Axis axis() {
        return isLog() ? Axis.log(label()) : Axis.linear(label());
    }

    String label() {
        return setting == Settings.LEARNING_RATE
                ? "learning rate η"
                : setting.name().replace('-', ' ');
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
