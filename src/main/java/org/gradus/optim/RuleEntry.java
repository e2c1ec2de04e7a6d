package org.gradus.optim;

import java.util.function.Function;
import org.gradus.catalog.Domain;
import org.gradus.catalog.Hyperparameters;

/**
 * All that the library needs to know of a rule beside its file: from the entries come the lists, orders, colors, tables and tests.
 *
 * <p>The usual learning rate is where to begin on data like the digits: of 1, 2, 5 · 10ᵏ the one with the least validation loss on the digits
 * after 20 epochs, the median of seeds 1 to 5, for a 64-64-10 perceptron with batch normalization. {@link #rateCommand} finds it anew.
 *
 * @param name its name on the command line and on charts, such as {@code adam}
 * @param written how it is written in titles, such as {@code Adam}
 * @param family the kind of rule: gradient descent, momentum, adaptive, adaptive with momentum, decay
 * @param color its color in charts as in HTML, such as {@code #1f6ed4}; empty for one by its place in the catalog
 * @param usualRate the usual learning rate η
 * @param maker makes it from hyper-parameters, asking for each with its default
 */
public record RuleEntry(
        String name,
        String written,
        String family,
        String color,
        double usualRate,
        Function<Hyperparameters, UpdateRule> maker)
        implements ListedRule {
    /**
     * Checks the rate and the color.
     *
     * @throws IllegalArgumentException if the rate is not positive, or the color not written as in HTML
     */
    public RuleEntry {
        Domain.of(name).positive("the usual learning rate", usualRate);
        RuleColor.check(name, color);
    }

    /**
     * A rule whose color is by its place in the catalog.
     *
     * @param name its name on the command line and on charts, such as {@code adam}
     * @param written how it is written in titles, such as {@code Adam}
     * @param family the kind of rule
     * @param usualRate the usual learning rate η
     * @param maker makes it from hyper-parameters, asking for each with its default
     */
    public RuleEntry(
            String name, String written, String family, double usualRate, Function<Hyperparameters, UpdateRule> maker) {
        this(name, written, family, "", usualRate, maker);
    }

    /** {@return the command that finds the usual learning rate} */
    public String rateCommand() {
        return "mvn -q test-compile exec:exec -Pbench -Dbench=org.gradus.bench.UsualRates -Dbench.workloads=" + name;
    }

    /** Its name and family. */
    @Override
    public String toString() {
        return name + ", " + family;
    }
}
