package org.gradus.view.sweep;

import java.util.List;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.view.NumberScale;

/**
 * A number that a sweep varies.
 *
 * @param setting which one
 * @param scale its values
 */
record VariedNumber(Setting<?> setting, NumberScale scale) {
    static VariedNumber of(Setting<?> setting, List<RunGroup> points) {
        String label = setting == Settings.LEARNING_RATE
                ? "learning rate η"
                : setting.name().replace('-', ' ');
        double[] values = points.stream()
                .mapToDouble(point -> Double.parseDouble(point.values().get(setting)))
                .toArray();
        return new VariedNumber(setting, NumberScale.of(label, values));
    }

    double of(RunGroup point) {
        return Double.parseDouble(point.values().get(setting));
    }
}
