package org.gradus.schedule;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.LongStream;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Domain;
import org.gradus.catalog.Hyperparameters;

/** The schedules by name: the library's, then those of each {@link ScheduleSource} on the class path; and what is asked of all of them. */
public final class Schedules {
    private Schedules() {}

    private static Catalog<ScheduleEntry> catalog() {
        return Catalog.of("schedule", new LibrarySchedules(), ServiceLoader.load(ScheduleSource.class));
    }

    /**
     * {@return the names of the schedules that numbers can describe}
     *
     * @throws IllegalArgumentException if a source cannot be loaded, or a name is taken; the message has the classes
     */
    public static Set<String> names() {
        return catalog().names();
    }

    /**
     * {@return a schedule by name}
     *
     * <p>Options have the names of its record's components, such as {@code etaMin}; those not given have usual values for so many updates. Every
     * schedule also takes {@code linearWarmUp} or {@code rootWarmUp}, a number of updates: it then begins with that warm-up.
     *
     * @param name one of {@link #names()}
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @param options further numbers, by name
     * @throws IllegalArgumentException if there is no such schedule or option, or a number lies outside its domain
     */
    public static Schedule named(String name, double eta, long steps, Map<String, Double> options) {
        return made(name, eta, steps, new Hyperparameters(name, "option", options));
    }

    /**
     * {@return the options of a schedule and their usual values, in the order of its record's components}
     *
     * @param name one of {@link #names()}
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @throws IllegalArgumentException if there is no such schedule, or a number lies outside its domain
     */
    public static Map<String, Double> options(String name, double eta, long steps) {
        return options(name, eta, steps, Map.of());
    }

    /** {@return all options of a schedule, in the order of its record's components: those given, and the usual values of the others} */
    static Map<String, Double> options(String name, double eta, long steps, Map<String, Double> given) {
        Hyperparameters options = new Hyperparameters(name, "option", given);
        made(name, eta, steps, options);
        return options.values();
    }

    private static Schedule made(String name, double eta, long steps, Hyperparameters options) {
        ScheduleEntry entry = catalog().get(name);
        Domain.of(name).count("steps", steps);
        Schedule schedule = entry.maker().make(eta, steps, options);
        long linear = options.count("linearWarmUp", 0L);
        long root = options.count("rootWarmUp", 0L);
        options.check();
        Domain.of(name).require(linear >= 0, "linearWarmUp", linear, "0, for none, or more");
        Domain.of(name).require(root >= 0, "rootWarmUp", root, "0, for none, or more");
        Schedule warmed = linear > 0 ? new LinearWarmUp(linear, schedule) : schedule;
        return root > 0 ? new RootWarmUp(root, warmed) : warmed;
    }

    /**
     * {@return the schedule somebody means who types one}
     *
     * @param text such as {@code cosine}, {@code one-cycle:share=0.3} or, one after the other, {@code constant@100+cosine:linearWarmUp=10}: see
     *     {@link ScheduleText}
     * @param eta its highest learning rate
     * @param steps the number of updates in the whole training
     * @throws IllegalArgumentException if it has another form, there is no such schedule or option, or a number lies outside its domain
     */
    public static Schedule parse(String text, double eta, long steps) {
        return ScheduleText.parse(text).schedule(eta, steps);
    }

    /** Checks what the four shapes of the 1cycle policy ask of their numbers. */
    static void checkPhases(String schedule, long steps, double share, double... rates) {
        Domain.of(schedule)
                .rates("start, peak, end", rates)
                .count("steps", steps)
                .require(share >= 0 && share <= 1, "share", share, "from 0 to 1")
                .require(share * steps != 1, "share", share, "other than 1 / " + steps + ", a warm-up without length");
    }

    /** Checks what a warm-up and a decay with something stable between them ask of their numbers. */
    static void checkSlopes(String schedule, long steps, long warmUp, long decay, double etaMax, double etaMin) {
        long stable = (long) ((double) steps - warmUp - decay);
        Domain.of(schedule)
                .positiveRate("etaMax", etaMax)
                .rates("etaMin", etaMin)
                .count("steps", steps)
                .nonNegative("warmUp, decay", warmUp, decay)
                .require(stable >= 0, "steps − warmUp − decay", stable, "at least 0, the length of the stable phase");
    }

    /** {@return the name somebody means who types one} */
    static String meant(String typed) {
        return catalog().meant(typed);
    }

    /**
     * {@return the rates of the first updates, to look at or to draw before training}
     *
     * @param schedule the schedule
     * @param steps how many updates
     */
    public static double[] sample(Schedule schedule, int steps) {
        return LongStream.range(0, steps).mapToDouble(schedule::at).toArray();
    }
}
