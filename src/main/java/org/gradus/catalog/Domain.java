package org.gradus.catalog;

/**
 * The domains of numbers that make a thing. Every rule, schedule and landscape checks its own in its constructor.
 *
 * @param owner the thing's name, for messages
 */
public record Domain(String owner) {

    /**
     * {@return the domains of the numbers of a thing}
     *
     * @param owner its name, for messages
     */
    public static Domain of(String owner) {
        return new Domain(owner);
    }

    /**
     * {@return this, if a decay rate lies in [0, 1)}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it does not
     */
    public Domain decay(String name, double value) {
        return require(value >= 0 && value < 1, name, value, "at least 0 and less than 1");
    }

    /**
     * {@return this, if a number is finite and not negative}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it is not
     */
    public Domain nonNegative(String name, double value) {
        return require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number, at least 0");
    }

    /**
     * {@return this, if a number is finite and more than 0}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it is not
     */
    public Domain positive(String name, double value) {
        return require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number, more than 0");
    }

    /**
     * {@return this, if a share lies in (0, 1]}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it does not
     */
    public Domain share(String name, double value) {
        return require(value > 0 && value <= 1, name, value, "more than 0 and at most 1");
    }

    /**
     * {@return this, if a count is at least 1}
     *
     * @param name the hyper-parameter
     * @param value its value
     * @throws IllegalArgumentException if it is not
     */
    public Domain count(String name, long value) {
        return require(value >= 1, name, value, "a whole number, at least 1");
    }

    private Domain require(boolean holds, String name, Object value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s must be %s, found %s".formatted(owner, name, domain, value));
        }
        return this;
    }
}
