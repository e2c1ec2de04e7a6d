package org.gradus.experiment.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.experiment.SettingsFile;
import org.gradus.tensor.RandomStream;

/**
 * A sweep as a file in YAML or JSON: a run, what is varied about it, and the seeds with which each point is run.
 *
 * <pre>{@code
 * base:
 *   data: digits
 *   epochs: 5
 * vary:
 *   rule: [sgdm, adam]
 *   learning-rate: [0.001, 0.01, 0.1]
 * seeds: 3
 * }</pre>
 *
 * <table>
 * <caption>What such a file says</caption>
 * <tr><td>{@code base}</td><td>the settings that all runs share, as in the file of a run, or in one line; the usual run without it</td></tr>
 * <tr><td>{@code vary}</td><td>settings with the values to try: a list, or one text as {@link Plan#over(String)} takes it; in a random design
 *     also ranges, such as {@code 1e-4..1}, and numbers of the rule, such as {@code rule:beta1}, as a {@link SearchSpace} has them</td></tr>
 * <tr><td>{@code seeds}</td><td>how many seeds each point is run with, 1 to that number, or a list of them; 5 without it, or the one of the
 *     base. All points have the same seeds, and so, seed by seed, the same split, first weights and batches</td></tr>
 * <tr><td>{@code design}</td><td>{@code grid}, which is usual: all combinations; or {@code random}: {@code trials} points drawn from the
 *     ranges</td></tr>
 * <tr><td>{@code trials}</td><td>how many points a random design has</td></tr>
 * <tr><td>{@code design-seed}</td><td>where its draws come from; 1 without it</td></tr>
 * </table>
 *
 * <p>What would do nothing is refused, as is what contradicts itself.
 */
public final class SweepFile {
    private static final String BASE = "base";
    private static final String VARY = "vary";
    private static final String SEEDS = "seeds";
    private static final String DESIGN = "design";
    private static final String TRIALS = "trials";
    private static final String DESIGN_SEED = "design-seed";
    private static final String RANDOM = "random";
    private static final int USUAL_SEEDS = 5;
    private static final int MOST = 1_000_000;

    private static final Catalog<String> KEYS = names("key", BASE, VARY, SEEDS, DESIGN, TRIALS, DESIGN_SEED);
    private static final Catalog<String> DESIGNS = names("design", "grid", RANDOM);

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

    private final Map<String, Object> content;
    private final boolean random;

    private SweepFile(Map<String, Object> content) {
        content.keySet().forEach(SweepFile::requireKey);
        this.content = content;
        this.random = content.containsKey(DESIGN) && design().equals(RANDOM);
    }

    /**
     * {@return the plan of a sweep}
     *
     * @param file the file
     * @throws IllegalArgumentException if it is missing or no such file, or what it says is refused; the message names the file
     * @throws IOException if it cannot be read
     */
    public static Plan read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file %s; give the path of one that describes a sweep".formatted(file));
        }
        Map<String, Object> content = SettingsFile.read(file);
        try {
            Plan plan = new SweepFile(content).plan();
            plan.runs(); // refuses combinations that contradict themselves
            return plan;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Catalog<String> names(String kind, String... names) {
        return Catalog.of(
                kind,
                Stream.of(names)
                        .collect(Collectors.toMap(
                                Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }

    private static void requireKey(String key) {
        if (!KEYS.names().contains(key) && Settings.catalog().names().contains(key)) {
            throw new IllegalArgumentException(
                    "%s is a setting of a run; write it below base if all runs share it, or below vary if it is varied"
                            .formatted(key));
        }
        KEYS.get(key);
    }

    private String design() {
        return DESIGNS.meant(word(DESIGN, content.get(DESIGN)));
    }

    private Plan plan() {
        RunSpec base = base();
        Plan plan = random ? drawn(base) : grid(base);
        return overSeeds(plan);
    }

    private RunSpec base() {
        Object settings = content.getOrDefault(BASE, Map.of());
        if (settings instanceof Map<?, ?> map) {
            return RunSpec.of(named(map));
        }
        return RunSpec.of(word(BASE, settings));
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /** A value of the file as one types it. */
    private static String word(String key, Object value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(key, value);
        return RunSpec.changes(one).get(key);
    }

    /** What is varied, by the settings' names. */
    private Map<String, Values> varied(RunSpec base) {
        if (!(content.get(VARY) instanceof Map<?, ?> map) || map.isEmpty()) {
            throw new IllegalArgumentException(
                    "vary: there is nothing to vary; give settings with values, as in 'vary: {learning-rate: [0.01, 0.1]}'");
        }
        Map<String, Values> varied = new LinkedHashMap<>();
        named(map).forEach((typed, value) -> {
            boolean ofRule = random && typed.startsWith(SearchSpace.OF_RULE);
            String name = ofRule ? typed : Settings.named(typed).name();
            requireFree(base, name);
            if (varied.put(name, Values.of(name, value)) != null) {
                throw new IllegalArgumentException("vary: %s is given twice; leave one out".formatted(name));
            }
        });
        return varied;
    }

    private static void requireFree(RunSpec base, String name) {
        if (name.equals(Settings.SEED.name())) {
            throw new IllegalArgumentException(
                    "vary: the seeds have a key of their own, since all points have the same; write 'seeds: 5', or 'seeds: [1, 2, 3]'");
        }
        if (!name.startsWith(SearchSpace.OF_RULE) && base.gives(Settings.named(name))) {
            throw new IllegalArgumentException(
                    "%s is given in base, and varied; leave one of the two out".formatted(name));
        }
    }

    /**
     * The values of a setting as they are typed.
     *
     * @param name the setting
     * @param texts one text for each, if they are a list; else the only one
     * @param list whether they are a list
     */
    private record Values(String name, List<String> texts, boolean list) {
        static Values of(String name, Object value) {
            boolean list = value instanceof List<?>;
            List<?> values = value instanceof List<?> several ? several : Collections.singletonList(value);
            if (value == null || values.isEmpty() || value.toString().isBlank()) {
                throw new IllegalArgumentException(
                        "%s has no values; give some, as in '%s: [VALUE, VALUE]', or leave it out"
                                .formatted(name, name));
            }
            return new Values(
                    name, values.stream().map(each -> word(name, each)).toList(), list);
        }

        /** The points of an axis. */
        List<Map<String, String>> changes() {
            List<String> values = list ? texts : AxisText.values(texts.get(0));
            for (String value : values) {
                if (isNumber(name) && Knob.isRange(value)) {
                    throw new IllegalArgumentException(
                            "vary: %s: %s is a range, and a grid needs values; list them, or write 'design: random'"
                                    .formatted(name, value));
                }
            }
            return values.stream().map(value -> Map.of(name, value)).toList();
        }

        /** The knob of a search; a plain range of a whole number has whole numbers in it. */
        String knob() {
            String text = String.join(";", texts);
            if (list && texts.size() == 1) {
                throw new IllegalArgumentException(
                        "vary: %s has the one value %s, so there is nothing to draw; write it below base, or give more"
                                .formatted(name, text));
            }
            boolean whole = isWhole(name) && Knob.isPlainRange(text);
            return name + "=" + (whole ? "whole(" + text + ")" : text);
        }
    }

    private static boolean isNumber(String name) {
        return Number.class.isAssignableFrom(Settings.named(name).form().type());
    }

    private static boolean isWhole(String name) {
        return !name.startsWith(SearchSpace.OF_RULE)
                && isNumber(name)
                && Settings.named(name).form().type() != Double.class;
    }

    private Plan grid(RunSpec base) {
        for (String key : List.of(TRIALS, DESIGN_SEED)) {
            if (content.containsKey(key)) {
                throw new IllegalArgumentException(
                        "%s does nothing here: a grid has all combinations; leave it out, or write 'design: random'"
                                .formatted(key));
            }
        }
        Plan plan = Plan.of(base);
        for (Values axis : varied(base).values()) {
            plan = plan.overChanges(axis.changes());
        }
        return plan;
    }

    private Plan drawn(RunSpec base) {
        String[] knobs = varied(base).values().stream().map(Values::knob).toArray(String[]::new);
        if (!content.containsKey(TRIALS)) {
            throw new IllegalArgumentException(
                    "design: random needs the number of points to draw; write 'trials: 20', say");
        }
        int trials = (int) whole(TRIALS, content.get(TRIALS), 1, MOST);
        long seed = whole(DESIGN_SEED, content.getOrDefault(DESIGN_SEED, 1), 0, Long.MAX_VALUE);
        RandomStream stream = new RandomStream(seed).split("sweep");
        return Plan.of(base).overChanges(SearchSpace.of(knobs).draw(base, trials, stream));
    }

    private static long whole(String key, Object value, long least, long most) {
        String text = word(key, value).strip();
        long number = WHOLE.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("%s: must be a whole number, at least %s and at most %s, found '%s'"
                    .formatted(key, least, most, text));
        }
        return number;
    }

    private Plan overSeeds(Plan plan) {
        boolean given = plan.base().gives(Settings.SEED);
        if (given && content.containsKey(SEEDS)) {
            throw new IllegalArgumentException("seeds: the seed is given in base too; leave one of the two out");
        }
        if (given) {
            return plan;
        }
        if (content.get(SEEDS) instanceof List<?> list) {
            return plan.overChanges(Values.of(SEEDS, list).texts().stream()
                    .map(seed -> Map.of(Settings.SEED.name(), seed))
                    .toList());
        }
        long count = whole(SEEDS, content.getOrDefault(SEEDS, USUAL_SEEDS), 1, MOST);
        return plan.over(Settings.SEED, LongStream.rangeClosed(1, count).boxed().toList());
    }
}
