package org.gradus.train.range;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gradus.train.Outcome;

/** A range test in words and as a table. */
final class RangeTestText {
    private RangeTestText() {}

    static String of(RangeTestResult result) {
        StringBuilder text = new StringBuilder();
        text.append(course(result)).append('\n');
        row(text, "criterion", "base", "maximum");
        for (Suggestion suggestion : result.suggestions()) {
            if (suggestion instanceof Suggestion.Rates rates) {
                row(text, rates.criterion().toString(), number(rates.base()), number(rates.maximum()));
            } else if (suggestion instanceof Suggestion.Inapplicable none) {
                row(text, none.criterion().toString(), "none:", none.reason());
            }
        }
        return text.append(agreement(result)).toString();
    }

    private static void row(StringBuilder text, String criterion, String base, String maximum) {
        text.append(String.format(Locale.ROOT, "%-18s%-10s%s", criterion, base, maximum))
                .append('\n');
    }

    private static String course(RangeTestResult result) {
        String end = result.outcome() instanceof Outcome.Diverged diverged
                ? "; it ended at step %s: %s".formatted(diverged.step(), diverged.reason())
                : result.outcome() instanceof Outcome.Interrupted
                        ? "; " + result.outcome().text()
                        : "";
        return result.test() + end;
    }

    private static String agreement(RangeTestResult result) {
        List<Suggestion.Rates> rates = result.suggestions().stream()
                .filter(Suggestion.Rates.class::isInstance)
                .map(Suggestion.Rates.class::cast)
                .sorted(Comparator.comparingDouble(Suggestion.Rates::maximum))
                .toList();
        if (rates.size() < 2) {
            return rates.isEmpty()
                    ? "No criterion applies."
                    : "Only one criterion applies: there is nothing to compare it with.";
        }
        double factor = result.disagreement();
        if (factor <= RangeTestResult.DISAGREEMENT) {
            return String.format(Locale.ROOT, "The criteria agree: the maxima lie within a factor of %.1f.", factor);
        }
        Suggestion.Rates low = rates.get(0);
        Suggestion.Rates high = rates.get(rates.size() - 1);
        return String.format(
                Locale.ROOT,
                "The criteria disagree by a factor of %.1f: the maxima go from %s (%s) to %s (%s). Look at the curve before choosing.",
                factor,
                number(low.maximum()),
                low.criterion(),
                number(high.maximum()),
                high.criterion());
    }

    /** At most three digits, as in {@code 0.0123} and {@code 1e-05}. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value, new MathContext(3)).stripTrailingZeros();
        boolean handy = value == 0 || Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6;
        return handy
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.2e", value).replaceAll("\\.?0*e", "e");
    }
}
