package org.gradus.view.duel;

import org.gradus.catalog.RoundedDecimal;
import org.gradus.experiment.statistics.Question;
import org.gradus.experiment.statistics.Summary;
import org.gradus.view.Numbers;

/** Numbers of a question as a table has them, with as many digits as they are worth. */
final class Amount {
    private static final double MANY = 100;

    private Amount() {}

    /** A number to three digits. */
    static String rounded(double value) {
        return RoundedDecimal.text(value, 3).replace('-', '−');
    }

    /** One number, without its unit. */
    static String of(Question question, double value) {
        if (!Double.isFinite(value)) {
            return rounded(value);
        }
        if (question.unit().equals("%")) {
            return Numbers.fixed(value, 1).replace('-', '−');
        }
        return Math.abs(value) >= MANY ? Numbers.fixed(value, 0).replace('-', '−') : rounded(value);
    }

    /** The median, and the quartiles in parentheses, as in {@code 97.5 % (97.2–97.8)}. */
    static String of(Question question, Summary summary) {
        String unit = question.unit().equals("%") || question.unit().equals("s") ? " " + question.unit() : "";
        return "%s%s (%s%s%s)"
                .formatted(
                        of(question, summary.median()),
                        unit,
                        of(question, summary.lower()),
                        summary.lower() < 0 ? " to " : "–", // a dash before a minus is hard to read
                        of(question, summary.upper()));
    }

    /** The ends of a range, as in {@code 0.0008–0.02}. */
    static String range(double from, double to) {
        return rounded(from) + "–" + rounded(to);
    }
}
