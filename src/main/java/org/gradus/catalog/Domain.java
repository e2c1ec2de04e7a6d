package org.gradus.catalog;

import java.util.function.DoublePredicate;

/**
 * The domains of numbers that make a thing. Every rule, schedule and landscape checks its own in its constructor.
 *
 * <p>Several numbers of one domain are checked at once, their names with commas between:
 * {@code Domain.of("adam").decay("beta1, beta2", beta1, beta2).positive("epsilon", epsilon)}.
 *
 * @param owner the thing's name, for messages
 */
public record Domain(String owner) {
    private static final long EXACT = 1L << 53;
    private static final double LARGEST_RATE = 1e100;

    /**
     * {@return the domains of the numbers of a thing}
     *
     * @param owner its name, for messages
     */
    public static Domain of(String owner) {
        return new Domain(owner);
    }

    /**
     * {@return this, if decay rates lie in [0, 1)}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one does not
     */
    public Domain decay(String names, double... values) {
        return each(names, values, value -> value >= 0 && value < 1, "at least 0 and less than 1");
    }

    /**
     * {@return this, if numbers are finite and not negative}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one is not
     */
    public Domain nonNegative(String names, double... values) {
        return each(
                names, values, value -> value >= 0 && value < Double.POSITIVE_INFINITY, "a finite number, at least 0");
    }

    /**
     * {@return this, if numbers are finite and more than 0}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one is not
     */
    public Domain positive(String names, double... values) {
        return each(
                names, values, value -> value > 0 && value < Double.POSITIVE_INFINITY, "a finite number, more than 0");
    }

    /**
     * {@return this, if numbers can be learning rates or momenta, from 0 to 10¹⁰⁰: then no formula of rates overflows}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one cannot
     */
    public Domain rates(String names, double... values) {
        return nonNegative(names, values)
                .each(names, values, value -> value <= LARGEST_RATE, "at most " + LARGEST_RATE);
    }

    /**
     * {@return this, if a number can be a learning rate and is more than 0}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it is not
     */
    public Domain positiveRate(String name, double value) {
        return positive(name, value).rates(name, value);
    }

    /**
     * {@return this, if shares lie in (0, 1]}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one does not
     */
    public Domain share(String names, double... values) {
        return each(names, values, value -> value > 0 && value <= 1, "more than 0 and at most 1");
    }

    /**
     * {@return this, if counts are at least 1, and at most 2⁵³, up to where a {@code double} counts}
     *
     * @param names the hyper-parameters
     * @param values their values
     * @throws IllegalArgumentException if one is not
     */
    public Domain count(String names, long... values) {
        for (int i = 0; i < values.length; i++) {
            String name = names.split(", ")[i];
            require(values[i] >= 1, name, values[i], "a whole number, at least 1");
            require(values[i] <= EXACT, name, values[i], "at most 2⁵³ = " + EXACT);
        }
        return this;
    }

    /**
     * {@return this, if a condition holds that is the thing's own}
     *
     * @param holds whether it does
     * @param name the hyper-parameter
     * @param value its value
     * @param domain what it must be, after "must be"
     * @throws IllegalArgumentException if it does not
     */
    public Domain require(boolean holds, String name, Object value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s must be %s, found %s".formatted(owner, name, domain, value));
        }
        return this;
    }

    private Domain each(String names, double[] values, DoublePredicate holds, String domain) {
        for (int i = 0; i < values.length; i++) {
            require(holds.test(values[i]), names.split(", ")[i], values[i], domain);
        }
        return this;
    }
}
