package org.gradus.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.catalog.Choice;
import org.gradus.optim.Rules;
import org.gradus.schedule.ScheduleText;

/**
 * Rules and schedules with all their numbers, for a record that a changed default does not change.
 *
 * <p>A few numbers are not constants: they follow from the learning rate and from the number of updates, as the length of a cosine does. Those are
 * in a record only once the data is known; a text without data leaves them out.
 */
final class Defaults {
    /** What a rule that has a course of its own calls the number of updates: the training's, where it is not given. */
    private static final String STEPS = "steps";

    private static final double ANY_RATE = 0.1;
    private static final long LONG = 1L << 50;

    private Defaults() {}

    /** A rule as typed, with the hyper-parameters that differ from the defaults, and with the length of its course if that is given. */
    static Choice ruleAsTyped(String text) {
        Choice choice = Rules.choice(text);
        Double steps = Choice.parse(text).options().get(STEPS);
        return steps == null ? choice : with(choice, STEPS, steps);
    }

    /** A rule with all its constants. */
    static Choice rule(Choice choice) {
        Map<String, Double> all = new LinkedHashMap<>(Rules.complete(choice).options());
        if (!choice.options().containsKey(STEPS)) {
            all.remove(STEPS);
        }
        return new Choice(choice.name(), all);
    }

    /** A rule with all its numbers. */
    static Choice rule(Choice choice, long updates) {
        Choice complete = Rules.complete(choice);
        boolean follows =
                complete.options().containsKey(STEPS) && !choice.options().containsKey(STEPS);
        return follows ? with(complete, STEPS, updates) : complete;
    }

    private static Choice with(Choice choice, String option, double value) {
        Map<String, Double> options = new LinkedHashMap<>(choice.options());
        options.put(option, value);
        return new Choice(choice.name(), options);
    }

    /** A schedule as typed, without the options that have their usual constant. */
    static ScheduleText scheduleAsTyped(String text) {
        ScheduleText typed = ScheduleText.parse(text);
        List<Choice> parts = new ArrayList<>();
        for (Choice part : typed.parts()) {
            Map<String, Double> options = new LinkedHashMap<>(part.options());
            if (!options.isEmpty()) {
                Map<String, Double> usual = constants(new Choice(part.name(), Map.of()), ANY_RATE);
                options.entrySet().removeIf(option -> option.getValue().equals(usual.get(option.getKey())));
            }
            parts.add(new Choice(part.name(), options));
        }
        return new ScheduleText(parts, typed.lengths());
    }

    /** A schedule with all its constants: what is the same for another rate and another length. */
    static ScheduleText schedule(ScheduleText text, double eta) {
        return new ScheduleText(
                text.parts().stream()
                        .map(part -> new Choice(part.name(), constants(part, eta)))
                        .toList(),
                text.lengths());
    }

    private static Map<String, Double> constants(Choice part, double eta) {
        Map<String, Double> constants = new LinkedHashMap<>(complete(part, eta, LONG));
        Map<String, Double> there = complete(part, eta < 1 ? 2 * eta : eta / 2, 2 * LONG);
        constants
                .entrySet()
                .removeIf(option -> !part.options().containsKey(option.getKey())
                        && !option.getValue().equals(there.get(option.getKey())));
        return constants;
    }

    private static Map<String, Double> complete(Choice part, double eta, long updates) {
        return new ScheduleText(List.of(part), List.of())
                .complete(eta, updates)
                .parts()
                .get(0)
                .options();
    }
}
