package org.gradus.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;
import org.gradus.experiment.plan.Plan;
import org.gradus.experiment.plan.Results;
import org.gradus.experiment.plan.RunGroup;
import org.gradus.train.EpochMetrics;
import org.gradus.train.Metric;

/**
 * Runs in the groups that are compared: all that the plan varies but the seed.
 *
 * @param plan what was compared
 * @param results what came out
 */
record Compared(Plan plan, Results results) {
    /** The groups, by as few settings as tell them apart. */
    List<RunGroup> groups() {
        List<Setting<?>> settings = new ArrayList<>(plan.settingsButSeed());
        if (settings.isEmpty()) {
            settings.add(Settings.RULE);
        }
        List<RunGroup> groups = by(settings);
        for (int i = settings.size() - 1; i >= 0 && settings.size() > 1; i--) {
            List<Setting<?>> fewer = new ArrayList<>(settings);
            fewer.remove(i);
            if (by(fewer).size() == groups.size()) {
                settings = fewer;
                groups = by(settings);
            }
        }
        return groups;
    }

    /** Whether all runs were measured on the training data. */
    boolean hasTraining() {
        return measured().allMatch(epoch -> epoch.training().isPresent());
    }

    /** Whether all runs have accuracies. */
    boolean hasAccuracy() {
        return measured().allMatch(epoch -> epoch.validation().metrics().containsKey(Metric.ACCURACY));
    }

    /** Whether there is anything to draw. */
    boolean isMeasured() {
        return measured().findAny().isPresent();
    }

    private Stream<EpochMetrics> measured() {
        return results.runs().stream().flatMap(run -> run.history().epochs().stream());
    }

    private List<RunGroup> by(List<Setting<?>> settings) {
        return results.by(settings.toArray(Setting<?>[]::new));
    }

    /** Data and hidden layers, as far as all runs have the same, to stand before other words, as in {@code digits, hidden 64, }. */
    String conditions() {
        return Stream.of(Settings.DATA, Settings.HIDDEN)
                .filter(setting -> !plan.settings().contains(setting))
                .map(setting -> (setting == Settings.HIDDEN ? "hidden " : "")
                        + plan.base().text(setting) + ", ")
                .collect(Collectors.joining());
    }

    /** How a group is called in titles and legends. */
    static String written(RunGroup group) {
        Map<String, String> values = new LinkedHashMap<>();
        group.values().forEach((setting, value) -> values.put(setting.name(), value));
        return Legends.settings(values);
    }
}
