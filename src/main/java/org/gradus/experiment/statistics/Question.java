package org.gradus.experiment.statistics;

/**
 * What a duel asks: a number that every run has, and which way is better.
 *
 * @param name what is measured, such as {@code test accuracy}
 * @param unit the unit of the numbers, such as {@code steps} or {@code %}; may be empty
 * @param lowerIsBetter whether less of it is better
 * @param better the word for the better one, such as {@code faster}
 */
public record Question(String name, String unit, boolean lowerIsBetter, String better) {
    /**
     * A question.
     *
     * @throws IllegalArgumentException if the name or the word is blank
     */
    public Question {
        if (name.isBlank() || better.isBlank()) {
            throw new IllegalArgumentException("question: expected a name and a word for the better one, found '" + name
                    + "' and '" + better + "'; say what is measured, as in 'steps to 95 %' and 'faster'");
        }
    }

    /**
     * A question whose better one is called {@code lower} or {@code higher}.
     *
     * @param name what is measured
     * @param unit the unit of the numbers; may be empty
     * @param lowerIsBetter whether less of it is better
     */
    public Question(String name, String unit, boolean lowerIsBetter) {
        this(name, unit, lowerIsBetter, lowerIsBetter ? "lower" : "higher");
    }

    /** {@return the number of a run that diverged or never came to its target: ∞ if lower is better, else −∞} */
    public double worst() {
        return lowerIsBetter ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /** {@return the unit of a difference: that of percentages is a point} */
    public String differenceUnit() {
        return unit.equals("%") ? "points" : unit;
    }
}
