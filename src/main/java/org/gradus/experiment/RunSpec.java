package org.gradus.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A training run as a value: what is learned by what, and how. Every command, plan, journal, picture and checkpoint says with it which run it means.
 *
 * <pre>{@code
 * RunSpec spec = RunSpec.of("data=digits rule=adam:beta1=0.8 schedule=one-cycle epochs=20 seed=3");
 * RunSpec next = spec.with(Settings.SEED, 4L);
 * }</pre>
 *
 * <p>It is checked at once, each value by its {@link Setting} and all of them together: an option that would do nothing is refused. What is
 * not given has its usual value. Two descriptions are equal if their {@linkplain #text() texts} are: it does not matter whether a usual value
 * was given or not, in which order, or how it was typed.
 */
public final class RunSpec {
    private final Map<Setting<?>, Object> given; // in the order of the catalog
    private final SettingCache cache;
    private final String text;

    private RunSpec(Map<Setting<?>, Object> given, SettingCache cache) {
        this.given = given;
        this.cache = cache;
        Contradictions.check(this);
        this.text = RunText.line(record());
    }

    /** {@return the run with the usual value of every setting} */
    public static RunSpec usual() {
        return new RunSpec(Map.of(), new SettingCache());
    }

    /**
     * {@return a run described in one line}
     *
     * @param text settings as {@code name=value}, with blanks or semicolons between; a value with blanks or semicolons in it stands in double
     *     quotes, in which {@code ""} means one
     * @throws IllegalArgumentException if a setting or value does not exist, or two of them contradict one another
     */
    public static RunSpec of(String text) {
        return usual().with(text);
    }

    /**
     * {@return settings of a line as they are typed, by the names as they are typed}: changes for {@link #with(Map)}
     *
     * @param text settings as {@link #of(String)} takes them
     * @throws IllegalArgumentException if it has another form; whether there are such settings is not asked
     */
    public static Map<String, String> changes(String text) {
        return RunText.settings(text);
    }

    /**
     * {@return settings as one types them, by the names as they are given}: changes for {@link #with(Map)}
     *
     * @param settings values by the names of the settings: text, numbers, truth values, lists, and for rules and schedules maps
     * @throws IllegalArgumentException if one has no value, or is a map of another form; whether there are such settings is not asked
     */
    public static Map<String, String> changes(Map<String, ?> settings) {
        return RunText.words(settings);
    }

    /**
     * {@return a run described by a map}
     *
     * @param settings values by the names of the settings: text, numbers, truth values, lists, and for rules and schedules maps
     * @throws IllegalArgumentException if a setting or value does not exist, or two of them contradict one another
     */
    public static RunSpec of(Map<String, ?> settings) {
        return usual().with(RunText.words(settings));
    }

    /**
     * {@return a run described by a file}
     *
     * @param file the file, in YAML or JSON: names and values; a value may be a list, and a rule or schedule a map from its name to its options
     * @throws IllegalArgumentException if it is no such file, or what it says is refused; the message names the file
     * @throws IOException if it cannot be read
     */
    public static RunSpec read(Path file) throws IOException {
        Map<String, String> settings = RunText.read(file);
        settings.keySet().removeIf(RunRecord::isNote); // the record of a run describes a run, too
        try {
            return of(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return this run with another value of one setting}
     *
     * @param <T> the type of the value
     * @param setting the setting
     * @param value its value
     * @throws IllegalArgumentException if the value lies outside the setting's domain, or contradicts another
     */
    public <T> RunSpec with(Setting<T> setting, T value) {
        return with(Map.of(setting.name(), setting.text(value)));
    }

    /**
     * {@return this run with other values of some settings}
     *
     * @param text settings as {@link #of(String)} takes them
     * @throws IllegalArgumentException if a setting or value does not exist, or contradicts another
     */
    public RunSpec with(String text) {
        return with(changes(text));
    }

    /**
     * {@return this run with other values of some settings}
     *
     * @param changes the values as they are typed, by the names of the settings
     * @throws IllegalArgumentException if a setting or value does not exist, or contradicts another
     */
    public RunSpec with(Map<String, String> changes) {
        Map<Setting<?>, Object> typed = new LinkedHashMap<>();
        changes.forEach((name, value) -> {
            Setting<?> setting = Settings.named(name);
            if (typed.put(setting, cache.parse(setting, value)) != null) {
                throw new IllegalArgumentException("%s is given twice; leave one out".formatted(setting.name()));
            }
        });
        return withValues(typed);
    }

    private RunSpec withValues(Map<Setting<?>, Object> values) {
        Map<Setting<?>, Object> ordered = new LinkedHashMap<>();
        for (String name : Settings.catalog().names()) {
            Setting<?> setting = Settings.catalog().get(name);
            Object value = values.getOrDefault(setting, given.get(setting));
            if (value != null) {
                ordered.put(setting, value);
            }
        }
        return new RunSpec(ordered, cache);
    }

    /**
     * {@return the value of a setting}: the one given, or the usual one
     *
     * @param <T> the type of the value
     * @param setting the setting
     */
    public <T> T get(Setting<T> setting) {
        Object value = given.get(setting);
        return value == null ? setting.usual().apply(this) : setting.cast(value);
    }

    /** {@return whether a value was given, be it the usual one}
     *
     * @param setting the setting
     */
    public boolean gives(Setting<?> setting) {
        return given.containsKey(setting);
    }

    /** {@return whether a setting has another than its usual value} */
    boolean sets(Setting<?> setting) {
        return given.containsKey(setting)
                && !given.get(setting).equals(setting.usual().apply(this));
    }

    /** {@return the value of a setting as it is typed}
     *
     * @param setting the setting
     */
    public String text(Setting<?> setting) {
        return textOf(setting);
    }

    private <T> String textOf(Setting<T> setting) {
        return cache.text(setting, get(setting));
    }

    /**
     * {@return every setting with its value, in order, rules and schedules with all their constants}: what is recorded, so that a default that
     * changes some day does not change a run of today
     */
    public Map<String, String> record() {
        Map<String, String> record = new LinkedHashMap<>();
        for (String name : Settings.catalog().names()) {
            record.put(name, text(Settings.catalog().get(name)));
        }
        record.put(Settings.RULE.name(), cache.whole(get(Settings.RULE)));
        record.put(Settings.SCHEDULE.name(), cache.whole(get(Settings.SCHEDULE), get(Settings.LEARNING_RATE)));
        return Collections.unmodifiableMap(record);
    }

    /**
     * {@return the run of a {@link #record()}, which must say all of it}: where a record lacks something, as one of another version may, the
     * usual value of today is perhaps not the one that the run had
     *
     * @param record every setting with its value, as {@link #record()} has them
     * @throws IllegalArgumentException if it lacks a setting or a constant, or has what is refused; the message has no advice
     */
    public RunSpec withRecord(Map<String, String> record) {
        RunSpec run = with(record);
        run.record().forEach((name, value) -> {
            if (!record.containsKey(name)) {
                throw new IllegalArgumentException(
                        "it lacks the setting %s, as a record of another version does".formatted(name));
            }
            if (!record.get(name).equals(value)) {
                throw new IllegalArgumentException("it has %s=%s, which this version takes for %s=%s"
                        .formatted(name, record.get(name), name, value));
            }
        });
        return run;
    }

    /** {@return this run with absolute paths: from whatever folder it is run again, it is the same} */
    public RunSpec located() {
        Map<String, String> located = new LinkedHashMap<>();
        if (!DataSources.detail(get(Settings.DATA)).isEmpty()) {
            located.put(Settings.DATA.name(), DataSources.withWholePath(get(Settings.DATA)));
        }
        String weights = get(Settings.START_FROM);
        if (!weights.isEmpty()) {
            located.put(
                    Settings.START_FROM.name(),
                    Path.of(weights).toAbsolutePath().normalize().toString());
        }
        return located.isEmpty() ? this : with(located);
    }

    /** {@return the {@link #record()} in one line, which {@link #of(String)} reads} */
    public String text() {
        return text;
    }

    /** {@return what differs from the usual run, in one line; "" if nothing does} */
    public String brief() {
        Map<String, String> brief = new LinkedHashMap<>();
        given.keySet().stream().filter(this::sets).forEach(setting -> brief.put(setting.name(), text(setting)));
        return RunText.line(brief);
    }

    /**
     * {@return 16 hexadecimal digits that mean this run, made of its text}; {@link RunRecipe#id} also has the data in it
     */
    public String id() {
        return new Fingerprint().add(text).hex();
    }

    /**
     * {@return the settings in which another run differs, in order, with their values there, in words}: {@code rule} and {@code adam}, say
     *
     * @param other the other run
     */
    public Map<Setting<?>, String> differences(RunSpec other) {
        Map<String, String> mine = record();
        Map<String, String> theirs = other.record();
        return Settings.catalog().names().stream()
                .filter(name -> !mine.get(name).equals(theirs.get(name)))
                .collect(Collectors.toMap(Settings.catalog()::get, theirs::get, (a, b) -> a, LinkedHashMap::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunSpec spec && text.equals(spec.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** What differs from the usual run, as in {@code rule=sgdm epochs=5}. */
    @Override
    public String toString() {
        return brief().isEmpty() ? "the usual run" : brief();
    }
}
