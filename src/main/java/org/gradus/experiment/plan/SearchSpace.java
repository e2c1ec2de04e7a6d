package org.gradus.experiment.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.catalog.Choice;
import org.gradus.catalog.Domain;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Settings;
import org.gradus.optim.Rules;
import org.gradus.tensor.RandomStream;

/**
 * What a search may choose from, and how it is drawn from: a few knobs, each with a range or with some values.
 *
 * <pre>{@code
 * SearchSpace space = SearchSpace.of("learning-rate=1e-4..1", "rule:epsilon=1e-8..1", "schedule=constant,cosine");
 * Plan plan = Plan.of(base).overChanges(space.draw(base, 8, random)).over(Settings.SEED, 1L, 2L, 3L);
 * }</pre>
 *
 * <p>A knob is a setting, or a number of the rule by {@code rule:} and its name. Its values are
 *
 * <table>
 * <caption>Values of a knob</caption>
 * <tr><th>typed</th><th>drawn</th><th>for</th></tr>
 * <tr><td>{@code 1e-4..1}</td><td>evenly in the logarithm</td><td>rates, ε</td></tr>
 * <tr><td>{@code linear(0..0.5)}</td><td>evenly</td><td>dropout</td></tr>
 * <tr><td>{@code complement(0.9..0.999)}</td><td>evenly in the logarithm of 1 − value</td><td>β, λ</td></tr>
 * <tr><td>{@code whole(16..256)}</td><td>evenly in the logarithm, whole</td><td>sizes</td></tr>
 * <tr><td>{@code constant,cosine}</td><td>each as often</td><td>names</td></tr>
 * </table>
 *
 * <p>Numbers are rounded to three significant digits, so that one can type what was found.
 */
public final class SearchSpace {
    static final String OF_RULE = "rule:";

    private final Map<String, Knob> knobs;
    private final Map<String, String> typed; // the values of each knob as text

    private SearchSpace(Map<String, Knob> knobs, Map<String, String> typed) {
        this.knobs = knobs;
        this.typed = typed;
    }

    /**
     * {@return a space of some knobs}
     *
     * @param knobs each as {@code NAME=VALUES}
     * @throws IllegalArgumentException if there are none, one is no knob, has no values, or comes twice
     */
    public static SearchSpace of(String... knobs) {
        if (knobs.length == 0) {
            throw new IllegalArgumentException(
                    "search space: there is nothing to choose from; give a knob, such as learning-rate=1e-4..1");
        }
        SearchSpace space = new SearchSpace(Map.of(), Map.of());
        for (String knob : knobs) {
            SearchSpace next = space.with(knob);
            if (next.knobs.size() == space.knobs.size()) {
                throw new IllegalArgumentException("search space: %s is given twice; leave one out".formatted(knob));
            }
            space = next;
        }
        return space;
    }

    /**
     * {@return this space with another knob, or with other values of one it has}
     *
     * @param knob as {@code NAME=VALUES}
     * @throws IllegalArgumentException if it is no knob, or has no values
     */
    public SearchSpace with(String knob) {
        int equals = knob.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'%s': a knob is typed NAME=VALUES, as in learning-rate=1e-4..1; found no name before a '='"
                            .formatted(knob));
        }
        String name = knob.substring(0, equals).strip();
        String values = knob.substring(equals + 1).strip();
        String known = name.startsWith(OF_RULE) ? name : Settings.named(name).name();
        if (known.equals(Settings.SEED.name())) {
            throw new IllegalArgumentException(
                    "search space: the seed is no knob; each point is tried with every seed, say how many");
        }
        Map<String, Knob> more = new LinkedHashMap<>(knobs);
        more.put(known, Knob.parse(known, values));
        Map<String, String> texts = new LinkedHashMap<>(typed);
        texts.put(known, values);
        return new SearchSpace(more, texts);
    }

    /** {@return the knobs with their values as they were typed} */
    public Map<String, String> knobs() {
        return Collections.unmodifiableMap(typed);
    }

    /**
     * {@return a knob with a range that goes on ten times as far at one end, as it is typed; none if it is no range, or not drawn by its logarithm}
     *
     * @param name the knob's name
     * @param upwards whether beyond the upper end
     */
    public Optional<String> wider(String name, boolean upwards) {
        return Optional.ofNullable(knobs.get(name))
                .flatMap(knob -> knob.wider(upwards))
                .map(values -> name + "=" + values);
    }

    /**
     * {@return the number that a run has where a knob is; none where it is no number}
     *
     * @param run the run
     * @param name the knob's name
     */
    public static OptionalDouble number(RunSpec run, String name) {
        if (name.startsWith(OF_RULE)) {
            Double option = Rules.complete(run.get(Settings.RULE)).options().get(name.substring(OF_RULE.length()));
            return option == null ? OptionalDouble.empty() : OptionalDouble.of(option);
        }
        return run.get(Settings.named(name)) instanceof Number value
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    /**
     * {@return different points of the space, as changes of a run}
     *
     * <p>A Latin hypercube (McKay, Beckman and Conover 1979, <a href="https://doi.org/10.2307/1268522">doi 10.2307/1268522</a>): each knob's
     * values are cut in as many equal parts as there are points, and each part gets one point, at a random place within it. So few points leave
     * no hole, which independent draws do: of 8 rates over three decades these leave a whole decade out in one search of nine. A space without a
     * range is a grid, of which different points are drawn.
     *
     * <p>Each knob has random numbers of its own, by its name: two spaces drawn with the same stream get the same places of a knob they share,
     * and what else is searched does not move them.
     *
     * @param base the run to be changed
     * @param points how many, at least 1
     * @param random where the draws come from
     * @throws IllegalArgumentException if there are not so many different points, or a value is refused by its setting or by the run
     */
    public List<Map<String, String>> draw(RunSpec base, int points, RandomStream random) {
        Domain.of("search space").count("points", points);
        boolean grid = knobs.values().stream().noneMatch(knob -> knob.values().isEmpty());
        List<Map<String, String>> drawn = grid ? ofGrid(points, random) : ofHypercube(points, random);
        Set<Map<String, String>> changes = new LinkedHashSet<>();
        drawn.forEach(point -> changes.add(changes(base, point)));
        if (changes.size() < points) {
            throw new IllegalArgumentException(
                    "search space %s: found only %s different points of %s asked for; widen a range, or take fewer"
                            .formatted(this, changes.size(), points));
        }
        return List.copyOf(changes);
    }

    private List<Map<String, String>> ofHypercube(int points, RandomStream random) {
        List<Map<String, String>> drawn = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            drawn.add(new LinkedHashMap<>());
        }
        knobs.forEach((name, knob) -> {
            RandomStream own = random.split(name);
            int[] part = own.permutation(points);
            for (int i = 0; i < points; i++) {
                drawn.get(i).put(name, knob.at((part[i] + own.uniform()) / points));
            }
        });
        return drawn;
    }

    private List<Map<String, String>> ofGrid(int points, RandomStream random) {
        List<Map<String, String>> grid = new ArrayList<>();
        grid.add(Map.of());
        for (Map.Entry<String, Knob> knob : knobs.entrySet()) {
            List<Map<String, String>> wider = new ArrayList<>();
            for (Map<String, String> point : grid) {
                for (String value : knob.getValue().values()) {
                    Map<String, String> both = new LinkedHashMap<>(point);
                    both.put(knob.getKey(), value);
                    wider.add(both);
                }
            }
            grid = wider;
        }
        int[] order = random.split("grid").permutation(grid.size());
        List<Map<String, String>> drawn = new ArrayList<>();
        for (int i = 0; i < Math.min(points, order.length); i++) {
            drawn.add(grid.get(order[i]));
        }
        return drawn;
    }

    /** The changes of settings that a point means: numbers of the rule are part of the rule. */
    private static Map<String, String> changes(RunSpec base, Map<String, String> point) {
        Map<String, String> changes = new LinkedHashMap<>();
        Map<String, Double> options = new LinkedHashMap<>();
        point.forEach((name, value) -> {
            if (name.startsWith(OF_RULE)) {
                options.put(name.substring(OF_RULE.length()), number(name, value));
            } else {
                changes.put(name, value);
            }
        });
        if (!options.isEmpty()) {
            String rule = Settings.RULE.name();
            Choice choice =
                    changes.containsKey(rule) ? Settings.RULE.parse(changes.get(rule)) : base.get(Settings.RULE);
            Map<String, Double> all = new LinkedHashMap<>(choice.options());
            all.putAll(options);
            changes.put(rule, new Choice(choice.name(), all).toString());
        }
        RunSpec run = base.with(changes);
        changes.replaceAll((name, value) -> run.text(Settings.named(name)));
        return changes;
    }

    private static double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s: its values must be numbers, found '%s'".formatted(name, value), e);
        }
    }

    /** The knobs as they are typed, as in {@code learning-rate=1e-4..1 rule:epsilon=1e-8..1}. */
    @Override
    public String toString() {
        return typed.entrySet().stream()
                .map(knob -> knob.getKey() + "=" + knob.getValue())
                .collect(Collectors.joining(" "));
    }
}
