package org.gradus.experiment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gradus.catalog.Choice;
import org.gradus.schedule.ScheduleText;

/**
 * Rules, schedules and numbers that were read and written before, shared by the runs that are made from one another: ten thousand runs of a plan have few
 * different ones, and each takes a look at all catalogs.
 */
final class SettingCache {
    private final Map<String, Choice> rules = new ConcurrentHashMap<>();
    private final Map<String, ScheduleText> schedules = new ConcurrentHashMap<>();
    private final Map<Choice, String> wholeRules = new ConcurrentHashMap<>();
    private final Map<RatedSchedule, String> wholeSchedules = new ConcurrentHashMap<>();

    private final Map<Double, String> numbers = new ConcurrentHashMap<>();

    private record RatedSchedule(ScheduleText schedule, double eta) {}

    /** The value that somebody means who types one. */
    Object parse(Setting<?> setting, String typed) {
        if (setting == Settings.RULE) {
            return rules.computeIfAbsent(typed, Settings.RULE::parse);
        }
        if (setting == Settings.SCHEDULE) {
            return schedules.computeIfAbsent(typed, Settings.SCHEDULE::parse);
        }
        return setting.parse(typed);
    }

    /** A value as it is typed. */
    <T> String text(Setting<T> setting, T value) {
        return value instanceof Double number
                ? numbers.computeIfAbsent(number, each -> setting.text(value))
                : setting.text(value);
    }

    /** A rule with all its constants. */
    String whole(Choice rule) {
        return wholeRules.computeIfAbsent(rule, each -> Defaults.rule(each).toString());
    }

    /** A schedule with all its constants; refused if they do not suit the learning rate. */
    String whole(ScheduleText schedule, double eta) {
        return wholeSchedules.computeIfAbsent(
                new RatedSchedule(schedule, eta),
                each -> Defaults.schedule(each.schedule, each.eta).toString());
    }
}
