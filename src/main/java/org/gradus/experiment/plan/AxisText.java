package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.catalog.Choice;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;

/** An axis of a plan as text: {@code rule=sgdm,adam:beta1=0.8,epsilon=1e-6}. */
final class AxisText {
    private AxisText() {}

    /** The changes of an axis: one per value. */
    static List<Map<String, String>> changes(String axis) {
        int equals = axis.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'%s': an axis is typed SETTING=VALUE,VALUE, as in learning-rate=0.01,0.1; found no name before a '='"
                            .formatted(axis));
        }
        Setting<?> setting = Settings.named(axis.substring(0, equals));
        List<Map<String, String>> changes = new ArrayList<>();
        for (String value : values(axis.substring(equals + 1))) {
            changes.add(Map.of(setting.name(), canonical(setting, value)));
        }
        return changes;
    }

    private static <T> String canonical(Setting<T> setting, String value) {
        return setting.text(setting.parse(value));
    }

    /** The values: between semicolons if there are any, else between commas, where an option belongs to the value before it. */
    static List<String> values(String text) {
        return text.contains(";") ? List.of(text.split(";", -1)) : Choice.list(text);
    }

    /** The changes of one point of an axis, from a line. */
    static Map<String, String> settings(String line) {
        return canonical(RunSpec.changes(line));
    }

    /** Changes by the settings' names, with the values as they are written. */
    static Map<String, String> canonical(Map<String, String> typed) {
        Map<String, String> settings = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            Setting<?> setting = Settings.named(name);
            settings.put(setting.name(), canonical(setting, value));
        });
        return settings;
    }

    /** What comes twice, as it is typed. */
    static String twice(List<Map<String, String>> axis) {
        Set<Map<String, String>> seen = new LinkedHashSet<>();
        return axis.stream()
                .filter(change -> !seen.add(change))
                .map(change -> change.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("");
    }
}
