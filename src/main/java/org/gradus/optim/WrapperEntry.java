package org.gradus.optim;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gradus.catalog.Hyperparameters;
import org.gradus.equation.Equations;

/**
 * A rule around any other, by name: {@code lookahead(adam)}.
 *
 * @param name its name, to stand before the other's in brackets, such as {@code lookahead}
 * @param written how it is written in titles, such as {@code Lookahead}
 * @param color its color in charts as in HTML, such as {@code #ef677e}; empty for one by its place in the catalog
 * @param own its own lines, with the other rule's step as Optim
 * @param maker makes it from what makes the other rule, given values that it sets itself, and from its own hyper-parameters
 */
public record WrapperEntry(
        String name,
        String written,
        String color,
        Equations own,
        BiFunction<Function<Map<String, Double>, UpdateRule>, Hyperparameters, UpdateRule> maker)
        implements ListedRule {
    /**
     * Checks the color.
     *
     * @throws IllegalArgumentException if it is not written as in HTML
     */
    public WrapperEntry {
        RuleColor.check(name, color);
    }

    /**
     * A rule around others whose color is by its place in the catalog.
     *
     * @param name its name, to stand before the other's in brackets
     * @param written how it is written in titles
     * @param own its own lines, with the other rule's step as Optim
     * @param maker makes it from what makes the other rule, and from its own hyper-parameters
     */
    public WrapperEntry(
            String name,
            String written,
            Equations own,
            BiFunction<Function<Map<String, Double>, UpdateRule>, Hyperparameters, UpdateRule> maker) {
        this(name, written, "", own, maker);
    }

    /** Its name, with brackets. */
    @Override
    public String toString() {
        return name + "(…)";
    }
}
