package org.gradus.optim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.catalog.Hyperparameters;
import org.gradus.equation.Spelling;

/**
 * The rules by name: the lecture's in its order, then the dialects and what came later, then those of users. What is not given has the rule's
 * own default.
 */
public final class Rules {
    private static final Known KNOWN = Known.of(() -> sources().iterator());
    private static final String PRIME = "Prime";

    private Rules() {}

    /** All rules there are, or why a source of them is refused: whoever asks is told, and the class is loaded all the same. */
    record Known(Optional<Catalog<ListedRule>> all, Optional<IllegalArgumentException> refusal) {
        static Known of(Iterable<RuleSource> sources) {
            try {
                return new Known(Optional.of(Catalog.of("rule", List::of, sources)), Optional.empty());
            } catch (IllegalArgumentException e) {
                return new Known(Optional.empty(), Optional.of(e));
            }
        }

        <E extends ListedRule> Catalog<E> of(String kind, Class<E> type) {
            Catalog<ListedRule> found = all.orElseThrow(refusal::orElseThrow);
            Map<String, E> entries = new LinkedHashMap<>();
            found.names().stream()
                    .map(found::get)
                    .filter(type::isInstance)
                    .forEach(entry -> entries.put(entry.name(), type.cast(entry)));
            return Catalog.of(kind, entries);
        }
    }

    /** The library's own first. */
    private static List<RuleSource> sources() {
        List<RuleSource> sources = new ArrayList<>();
        ServiceLoader.load(RuleSource.class, RuleSource.class.getClassLoader()).forEach(sources::add);
        String ours = Rules.class.getPackageName() + ".";
        sources.sort(Comparator.comparing(source -> !source.getClass().getName().startsWith(ours)));
        return sources;
    }

    private static Catalog<RuleEntry> rules() {
        return KNOWN.of("rule", RuleEntry.class);
    }

    private static Catalog<WrapperEntry> wrappers() {
        return KNOWN.of("rule around rules", WrapperEntry.class);
    }

    /** {@return the names of all rules but those around others} */
    public static Set<String> names() {
        return rules().names();
    }

    /** {@return the names of the rules around others, to be followed by one in brackets, as in {@code lookahead(adam)}} */
    public static Set<String> wrapperNames() {
        return wrappers().names();
    }

    /**
     * {@return the entry of a rule}
     *
     * @param name one of {@link #names()}, or such a name inside of {@link #wrapperNames()}, whose entry is the innermost rule's
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static RuleEntry entry(String name) {
        return rules().get(name.substring(name.lastIndexOf('(') + 1).replace(")", ""));
    }

    /**
     * {@return the entry of a rule around others}
     *
     * @param name one of {@link #wrapperNames()}
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static WrapperEntry wrapper(String name) {
        return wrappers().get(name);
    }

    /**
     * {@return how a rule is written in titles, as in Lookahead (AMSGrad); a name that is not in the catalog as it is}
     *
     * @param name its name
     */
    public static String written(String name) {
        int open = name.indexOf('(');
        if (open < 0) {
            return names().contains(name) ? entry(name).written() : name;
        }
        String wrapper = name.substring(0, open);
        return wrapperNames().contains(wrapper)
                ? "%s (%s)".formatted(wrapper(wrapper).written(), written(inside(name)))
                : name;
    }

    /**
     * {@return the color of a rule, the same in all charts, as in HTML; that of a rule around another is the outer one's}
     *
     * @param name one of {@link #names()}, alone or in brackets behind one of {@link #wrapperNames()}, or one of these
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static String color(String name) {
        Catalog<ListedRule> all = KNOWN.of("rule", ListedRule.class);
        String outer = name.replaceFirst("\\(.*", "");
        String own = all.get(outer).color();
        List<String> without = all.names().stream()
                .filter(other -> all.get(other).color().isEmpty())
                .toList();
        return own.isEmpty() ? RuleColor.at(without.indexOf(outer)) : own;
    }

    /**
     * {@return the colors of what is shown together, by name: each rule's own; a name that is no rule's, and a rule whose color is taken, such as
     * a second lookahead, are themselves, for the chart to choose a further color}
     *
     * @param names the names
     */
    public static Map<String, String> colors(Collection<String> names) {
        Map<String, String> colors = new LinkedHashMap<>();
        for (String name : names) {
            String color = isKnown(name) || wrapperNames().contains(name) ? color(name) : name;
            colors.putIfAbsent(name, colors.containsValue(color) ? name : color);
        }
        return colors;
    }

    /**
     * {@return a rule by name, with its default hyper-parameters}
     *
     * @param name one of {@link #names()}, alone or in brackets behind one of {@link #wrapperNames()}
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static UpdateRule named(String name) {
        return named(name, Map.of());
    }

    /**
     * {@return a rule by name}
     *
     * @param name one of {@link #names()}, alone or in brackets behind one of {@link #wrapperNames()}
     * @param hyperparameters values that differ from the defaults, by the names of the record's components, such as {@code beta1}; those of a
     *     rule in brackets too, with Prime at the end where the rule around has one of the same name, as {@code alphaPrime} of lookahead(rmsprop)
     * @throws IllegalArgumentException if there is no such rule or hyper-parameter, with the nearest name in the message, or a value lies
     *     outside its domain
     */
    public static UpdateRule named(String name, Map<String, Double> hyperparameters) {
        Hyperparameters given = new Hyperparameters(name, hyperparameters);
        UpdateRule rule = make(name, hyperparameters, given);
        given.check();
        return rule;
    }

    /**
     * {@return the rule somebody means who types one: its name as it is in the catalog, and of the hyper-parameters those that differ from the
     * defaults, in the order of the record's components}
     *
     * @param text such as {@code adam}, {@code Adam:beta1=0.8} or {@code lookahead(adam):k=10}
     * @throws IllegalArgumentException if it has another form, there is no such rule or hyper-parameter, or a value lies outside its domain
     */
    public static Choice choice(String text) {
        Choice typed = Choice.parse(text);
        String name = meant(typed.name());
        named(name, typed.options());
        Map<String, Double> defaults = hyperparameters(name);
        Map<String, Double> given = new LinkedHashMap<>();
        defaults.forEach((key, usual) -> {
            double value = typed.options().getOrDefault(key, usual);
            if (value != usual) {
                given.put(key, value);
            }
        });
        return new Choice(name, given);
    }

    /**
     * {@return a choice with all of the rule's hyper-parameters, the defaults too: a record that a changed default does not change}
     *
     * @param choice what {@link #choice} gave
     */
    public static Choice complete(Choice choice) {
        Map<String, Double> all = new LinkedHashMap<>(hyperparameters(choice.name()));
        all.putAll(choice.options());
        return new Choice(choice.name(), all);
    }

    /**
     * {@return the rule somebody means who types one}
     *
     * @param text such as {@code adam}, {@code Adam:beta1=0.8} or {@code lookahead(adam):k=10}
     * @throws IllegalArgumentException if it has another form, there is no such rule or hyper-parameter, or a value lies outside its domain
     */
    public static UpdateRule parse(String text) {
        Choice choice = choice(text);
        return named(choice.name(), choice.options());
    }

    private static String meant(String name) {
        int open = name.indexOf('(');
        if (open < 0) {
            Catalog<ListedRule> all = KNOWN.of("rule", ListedRule.class);
            String found = all.meant(name);
            requireNoWrapper(found);
            return found;
        }
        return wrappers().meant(name.substring(0, open)) + "(" + meant(inside(name)) + ")";
    }

    private static UpdateRule make(String name, Map<String, Double> given, Hyperparameters asked) {
        int open = name.indexOf('(');
        if (open < 0) {
            requireNoWrapper(name);
            return rules().get(name).maker().apply(asked);
        }
        WrapperEntry wrapper = wrappers().get(name.substring(0, open));
        String inside = inside(name);
        Around around = around(wrapper, inside);
        around.requireFree(name, given);
        Map<String, Double> ofInner = around.ofInner(given);
        Hyperparameters inner = new Hyperparameters(name, ofInner);
        make(inside, ofInner, inner);
        inner.values().forEach((key, value) -> {
            if (!around.set.contains(key)) {
                asked.get(around.outside(key), value);
            }
        });
        return wrapper.maker().apply(set -> makeInside(inside, ofInner, set), asked);
    }

    /**
     * Whose hyper-parameters are whose, where a rule is around another.
     *
     * @param own the names of those that the rule around has itself
     * @param set the names of those that it sets in the rule inside
     */
    private record Around(Set<String> own, Set<String> set) {
        void requireFree(String name, Map<String, Double> given) {
            for (String key : set) {
                if (given.containsKey(key)) {
                    throw new IllegalArgumentException(
                            "%s: %s cannot be given, because the rule around sets it; leave it out"
                                    .formatted(name, key));
                }
            }
        }

        /** What is given to the rule inside; what both have is, with a prime. */
        Map<String, Double> ofInner(Map<String, Double> given) {
            Map<String, Double> ofInner = new LinkedHashMap<>();
            given.forEach((key, value) -> {
                boolean primed = key.endsWith(PRIME) && isOwn(key);
                if (primed || !isOwn(key)) {
                    ofInner.put(primed ? key.substring(0, key.length() - PRIME.length()) : key, value);
                }
            });
            return ofInner;
        }

        /** The name that a hyper-parameter of the rule inside has outside. */
        String outside(String key) {
            return isOwn(key) ? key + PRIME : key;
        }

        private boolean isOwn(String key) {
            return own.contains(key.replace(PRIME, ""));
        }
    }

    private static Around around(WrapperEntry wrapper, String inside) {
        Hyperparameters own = new Hyperparameters(wrapper.name(), Map.of());
        Set<String> set = new LinkedHashSet<>();
        wrapper.maker()
                .apply(
                        values -> {
                            set.addAll(values.keySet());
                            return makeInside(inside, Map.of(), values);
                        },
                        own);
        return new Around(own.values().keySet(), set);
    }

    /** The rule in brackets, with values that the rule around it sets. */
    private static UpdateRule makeInside(String inside, Map<String, Double> given, Map<String, Double> set) {
        Map<String, Double> values = new LinkedHashMap<>(given);
        values.putAll(set);
        return make(inside, values, new Hyperparameters(inside, values));
    }

    private static void requireNoWrapper(String name) {
        if (wrapperNames().contains(name)) {
            throw new IllegalArgumentException(
                    "%s: it is a rule around another; say which, as in %s(adam)".formatted(name, name));
        }
    }

    private static String inside(String name) {
        int open = name.indexOf('(');
        if (!name.endsWith(")") || open + 2 > name.length() - 1) {
            throw new IllegalArgumentException(
                    "rule '%s': a rule around another has it in brackets, as in lookahead(adam)".formatted(name));
        }
        return name.substring(open + 1, name.length() - 1);
    }

    /**
     * {@return the hyper-parameters of a rule and their default values, in the order of the record's components}
     *
     * @param name one of {@link #names()}, alone or in brackets behind one of {@link #wrapperNames()}
     * @throws IllegalArgumentException if there is no such rule; the message has the nearest name
     */
    public static Map<String, Double> hyperparameters(String name) {
        Hyperparameters none = new Hyperparameters(name, Map.of());
        make(name, Map.of(), none);
        return none.values();
    }

    /**
     * {@return the hyper-parameters of a rule and their values: the constants of its equations, with β1 as {@code beta1}}
     *
     * @param rule the rule, by any name; one around another has the inner one's as well
     */
    public static Map<String, Double> hyperparameters(UpdateRule rule) {
        Map<String, Double> all = new LinkedHashMap<>();
        rule.equations().constants().forEach((symbol, value) -> all.put(Spelling.identifier(symbol), value));
        if (isKnown(rule.name())) {
            all.keySet().retainAll(hyperparameters(rule.name()).keySet()); // a few have constants that nobody can set
        }
        return all;
    }

    private static boolean isKnown(String name) {
        int open = name.indexOf('(');
        return open < 0
                ? names().contains(name)
                : wrapperNames().contains(name.substring(0, open)) && isKnown(inside(name));
    }
}
