package org.gradus.optim.dialect;

import org.gradus.optim.UpdateRule;

/** What a library or a paper does where it differs from the lecture, or from a rule after it: a rule of its own, named for its source. */
public interface Dialect extends UpdateRule {
    /**
     * What there is to know of a dialect before one reads its equations.
     *
     * @param name its name on charts and on the command line, such as {@code pytorch-amsgrad}
     * @param of the name of the rule it is a dialect of, of the lecture or after it, such as {@code amsgrad}
     * @param difference in what it differs from that rule and what comes of it, in one sentence
     */
    record Origin(String name, String of, String difference) {}

    /** {@return its name, the rule it is a dialect of, and the difference between the two} */
    Origin origin();

    @Override
    default String name() {
        return origin().name();
    }

    /** {@return the name of the rule it is a dialect of} */
    default String of() {
        return origin().of();
    }

    /** {@return in what it differs from that rule and what comes of it, in one sentence} */
    default String difference() {
        return origin().difference();
    }
}
