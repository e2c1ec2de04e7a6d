package org.gradus.train.range;

/** What a criterion makes of a range test: rates, or the reason why it has none. */
public sealed interface Suggestion {

    /** {@return the criterion} */
    Criterion criterion();

    /**
     * Rates to train with.
     *
     * @param criterion the criterion
     * @param base the rate to start from, and the lower bound of a cyclical schedule
     * @param maximum the largest rate of a schedule
     */
    record Rates(Criterion criterion, double base, double maximum) implements Suggestion {}

    /**
     * The criterion does not apply to this curve.
     *
     * @param criterion the criterion
     * @param reason what was found, and what to do
     */
    record Inapplicable(Criterion criterion, String reason) implements Suggestion {}
}
