package org.gradus.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.catalog.Choice;
import org.gradus.catalog.Domain;

/**
 * A schedule as it is typed: {@code cosine}, with options {@code one-cycle:share=0.3}, with a warm-up {@code cosine:linearWarmUp=100}, and one
 * after the other {@code constant@100+cosine}, which is constant for 100 updates and a cosine over the rest of the training.
 *
 * @param parts the schedules, in order
 * @param lengths how many updates each but the last has
 */
public record ScheduleText(List<Choice> parts, List<Long> lengths) {
    private static final double ANY_RATE = 1e50;
    private static final long ANY_STEPS = 1L << 53;

    /**
     * Keeps copies of the lists, which nobody can change.
     *
     * @throws IllegalArgumentException if there is not one schedule more than lengths
     */
    public ScheduleText {
        parts = List.copyOf(parts);
        lengths = List.copyOf(lengths);
        Domain.of("schedule")
                .require(
                        parts.size() == lengths.size() + 1,
                        "the number of parts",
                        parts.size(),
                        "one more than that of lengths");
    }

    /**
     * {@return a schedule read from text}
     *
     * @param text names with options, joined by plus signs; each but the last with its number of updates behind an {@code @}
     * @throws IllegalArgumentException if it has another form, there is no such schedule or option, or a number lies outside its domain for
     *     every learning rate and length
     */
    public static ScheduleText parse(String text) {
        String[] typed = text.split("\\+(?=\\s*[a-zA-Z])", -1); // the plus of 1e+5 joins nothing
        List<Choice> parts = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (int i = 0; i < typed.length; i++) {
            int at = typed[i].lastIndexOf('@');
            boolean last = i == typed.length - 1;
            if (at < 0 != last) {
                throw new IllegalArgumentException(
                        "'%s': schedules one after the other are typed as in constant@100+cosine, where 100 is the number of updates of the first and the last has none; found '%s'"
                                .formatted(text, typed[i].strip()));
            }
            if (!last) {
                lengths.add(length(text, typed[i].substring(at + 1).strip()));
            }
            Choice choice = Choice.parse(last ? typed[i] : typed[i].substring(0, at));
            parts.add(new Choice(Schedules.meant(choice.name()), choice.options()));
        }
        ScheduleText schedule = new ScheduleText(parts, lengths);
        schedule.schedule(ANY_RATE, ANY_STEPS);
        return schedule;
    }

    private static long length(String text, String typed) {
        if (!typed.matches("[0-9]{1,15}") || Long.parseLong(typed) == 0) {
            throw new IllegalArgumentException(
                    "'%s': behind the @ stands a number of updates, at least 1; found '%s'".formatted(text, typed));
        }
        return Long.parseLong(typed);
    }

    /**
     * {@return the schedule}
     *
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @throws IllegalArgumentException if a number lies outside its domain, or the last part would have no update
     */
    public Schedule schedule(double eta, long steps) {
        long last = rest(steps);
        Choice end = parts.get(lengths.size());
        Schedule schedule = Schedules.named(end.name(), eta, last, end.options());
        for (int i = lengths.size() - 1; i >= 0; i--) {
            Choice part = parts.get(i);
            schedule = new Sequence(
                    Schedules.named(part.name(), eta, lengths.get(i), part.options()), lengths.get(i), schedule);
        }
        return schedule;
    }

    private long rest(long steps) {
        long before = lengths.stream().mapToLong(Long::longValue).sum();
        Domain.of("schedule " + this)
                .require(
                        before == 0 || before < steps,
                        "the number of updates before its last part",
                        before,
                        "less than the training's, which is " + steps);
        return steps - before;
    }

    /**
     * {@return this schedule with all options of each part, the usual ones too, in the order of the record's components: a record that a changed
     * default does not change}
     *
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @throws IllegalArgumentException as {@link #schedule} throws
     */
    public ScheduleText complete(double eta, long steps) {
        long last = rest(steps);
        List<Choice> complete = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Choice part = parts.get(i);
            long length = i < lengths.size() ? lengths.get(i) : last;
            complete.add(new Choice(part.name(), Schedules.options(part.name(), eta, length, part.options())));
        }
        return new ScheduleText(complete, lengths);
    }

    /** The schedule as it is typed; {@link #parse} gives the same again. */
    @Override
    public String toString() {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i) + (i < lengths.size() ? "@" + lengths.get(i) : ""))
                .collect(Collectors.joining("+"));
    }
}
