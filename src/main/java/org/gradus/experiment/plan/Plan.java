package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.experiment.Fingerprint;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.Settings;

/**
 * Many runs: one to start from, and axes along which it is varied. The runs are all combinations, the last axis fastest.
 */
public final class Plan {
    private static final int MOST = 1_000_000;

    private final RunSpec base;
    private final List<List<Map<String, String>>> axes; // each a list of changes by the names of settings
    private volatile List<RunSpec> runs; // made when they are first asked for, which may be for ten thousand

    private Plan(RunSpec base, List<List<Map<String, String>>> axes) {
        this.base = base;
        this.axes = axes;
    }

    /**
     * {@return a plan of a single run}
     *
     * @param base the run
     */
    public static Plan of(RunSpec base) {
        return new Plan(base, List.of());
    }

    /**
     * {@return this plan, with each run repeated for each of some values of a setting}
     *
     * @param <T> the type of the values
     * @param setting the setting
     * @param values its values
     * @throws IllegalArgumentException if there are none, a value comes twice, the setting is varied already, or there are too many runs
     */
    @SafeVarargs
    public final <T> Plan over(Setting<T> setting, T... values) {
        List<T> list = new ArrayList<>();
        for (T value : values) {
            list.add(value);
        }
        return over(setting, list);
    }

    /**
     * {@return this plan, with each run repeated for each of some values of a setting}
     *
     * @param <T> the type of the values
     * @param setting the setting
     * @param values its values
     * @throws IllegalArgumentException if there are none, a value comes twice, the setting is varied already, or there are too many runs
     */
    public <T> Plan over(Setting<T> setting, List<T> values) {
        return with(values.stream()
                .map(value -> Map.of(setting.name(), setting.text(value)))
                .toList());
    }

    /**
     * {@return this plan, with each run repeated for each of some values of a setting, given as they are typed}
     *
     * @param axis the setting and its values, as in {@code rule=sgdm,adam:beta1=0.8,epsilon=1e-6} and {@code learning-rate=0.01,0.1}: at
     *     commas the next value begins, but for a comma before an option. Where there is a semicolon, the values are what is between
     *     semicolons: {@code hidden=64;64,32}
     * @throws IllegalArgumentException if it has another form, there is no such setting or value, a value comes twice, the setting is varied
     *     already, or there are too many runs
     */
    public Plan over(String axis) {
        return with(changes(axis));
    }

    /**
     * {@return this plan, with each run repeated for each of some changes of several settings together}
     *
     * @param changes the changes, each as {@link RunSpec#of(String)} takes it, such as {@code rule=adam learning-rate=0.01}
     * @throws IllegalArgumentException if there are none, one comes twice, one names no setting or value, or a setting is varied already
     */
    public Plan overEach(List<String> changes) {
        return with(changes.stream().map(AxisText::settings).toList());
    }

    /**
     * {@return this plan, with each run repeated for each of some changes, such as the points of a {@link SearchSpace}}
     *
     * @param changes the changes, each the values of some settings as they are typed, by name
     * @throws IllegalArgumentException if there are none, one comes twice, one names no setting or value, or a setting is varied already
     */
    public Plan overChanges(List<Map<String, String>> changes) {
        return with(changes.stream().map(AxisText::canonical).toList());
    }

    /**
     * {@return the changes of an axis, one for each of its values}
     *
     * @param axis the setting and its values, as {@link #over(String)} takes them
     * @throws IllegalArgumentException if it has another form, or there is no such setting or value
     */
    public static List<Map<String, String>> changes(String axis) {
        return AxisText.changes(axis);
    }

    private Plan with(List<Map<String, String>> axis) {
        if (axis.isEmpty()) {
            throw new IllegalArgumentException(
                    "plan: an axis needs at least one value; give one, or leave the axis out");
        }
        if (new LinkedHashSet<>(axis).size() < axis.size()) {
            throw new IllegalArgumentException(
                    "plan: %s is given twice; leave one out".formatted(AxisText.twice(axis)));
        }
        Set<String> varied =
                new LinkedHashSet<>(settings().stream().map(Setting::name).toList());
        axis.stream().flatMap(change -> change.keySet().stream()).distinct().forEach(name -> {
            if (varied.contains(name)) {
                throw new IllegalArgumentException(
                        "plan: %s is varied twice; give all its values at once".formatted(name));
            }
        });
        List<List<Map<String, String>>> more = new ArrayList<>(axes);
        more.add(List.copyOf(axis));
        Plan plan = new Plan(base, List.copyOf(more));
        if (plan.count() > MOST) {
            throw new IllegalArgumentException(
                    "plan: these would be more than %s runs; take fewer values".formatted(MOST));
        }
        return plan;
    }

    private double count() {
        return axes.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
    }

    /** {@return the run to start from} */
    public RunSpec base() {
        return base;
    }

    /** {@return the settings that are varied, in the order of the axes} */
    public List<Setting<?>> settings() {
        return axes.stream()
                .flatMap(List::stream)
                .flatMap(change -> change.keySet().stream())
                .distinct()
                .<Setting<?>>map(Settings::named)
                .toList();
    }

    /** {@return the settings that are varied but for the seed: what tells points apart that have runs of several seeds} */
    public List<Setting<?>> settingsButSeed() {
        return settings().stream().filter(setting -> setting != Settings.SEED).toList();
    }

    /** {@return how many runs there are} */
    public int size() {
        return (int) count();
    }

    /**
     * {@return the runs, in order}
     *
     * @throws IllegalArgumentException if a combination contradicts itself, or two of them are the same run
     */
    public List<RunSpec> runs() {
        if (runs == null) {
            runs = combined();
        }
        return runs;
    }

    private List<RunSpec> combined() {
        Stream<Map<String, String>> changes = Stream.of(Map.of());
        for (List<Map<String, String>> axis : axes) {
            changes = changes.flatMap(before -> axis.stream().map(change -> {
                Map<String, String> both = new LinkedHashMap<>(before);
                both.putAll(change);
                return both;
            }));
        }
        List<RunSpec> all = changes.map(base::with).toList();
        Set<RunSpec> different = new LinkedHashSet<>();
        for (RunSpec run : all) {
            if (!different.add(run)) {
                throw new IllegalArgumentException("plan: the run '%s' comes twice; leave one out".formatted(run));
            }
        }
        return all;
    }

    /** {@return 16 hexadecimal digits that mean these runs, in whatever order} */
    public String id() {
        return id(runs());
    }

    /** What means some runs, in whatever order. */
    static String id(List<RunSpec> runs) {
        Fingerprint id = new Fingerprint();
        runs.stream().map(RunSpec::text).sorted().forEach(id::add);
        return id.hex();
    }

    /** How many runs of which settings, as in {@code 10 runs over rule, seed}. */
    @Override
    public String toString() {
        return "%s runs over %s"
                .formatted(
                        size(),
                        String.join(", ", settings().stream().map(Setting::name).toList()));
    }
}
