package org.gradus.experiment.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.RoundedDecimal;
import org.gradus.catalog.ShortestDecimal;

/** The values that one setting, or one number of the rule, may have in a search. */
sealed interface Knob {

    /**
     * {@return the value at a place}
     *
     * @param place from 0, included, to 1, excluded
     */
    String at(double place);

    /** The values if they can be counted; none if the knob is a range. */
    List<String> values();

    /** The range that goes on ten times as far at one end, as it is typed; none if it cannot. */
    Optional<String> wider(boolean upwards);

    /** Reads the values of a knob, or says what is wrong with them. */
    static Knob parse(String name, String text) {
        Matcher scaled = Range.SCALED.matcher(text);
        Scale scale = scaled.matches() ? Scale.valueOf(scaled.group(1).toUpperCase(Locale.ROOT)) : Scale.LOG;
        Matcher ends = Range.PLAIN.matcher(scaled.matches() ? scaled.group(2) : text);
        if (ends.matches()) {
            return Range.of(name, scale, ends.group(1), ends.group(2));
        }
        if (text.contains("..")) {
            throw new IllegalArgumentException(
                    "%s=%s: a range is typed LOWER..UPPER, as in 1e-4..1, or linear(0..0.5), complement(0.9..0.999), whole(16..256)"
                            .formatted(name, text));
        }
        List<String> values = AxisText.values(text).stream().map(String::strip).toList();
        if (values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "%s=%s: a value is missing; give a range such as 1e-4..1, or values with commas between"
                            .formatted(name, text));
        }
        return new Values(values);
    }

    /** Whether a text is a range, be it with its scale or without. */
    static boolean isRange(String text) {
        Matcher scaled = Range.SCALED.matcher(text);
        return isPlainRange(scaled.matches() ? scaled.group(2) : text);
    }

    /** Whether a text is a range without its scale. */
    static boolean isPlainRange(String text) {
        return Range.PLAIN.matcher(text).matches();
    }

    /** How values lie in a range. */
    enum Scale {
        /** As many between 0.001 and 0.01 as between 0.01 and 0.1. */
        LOG,
        /** Evenly. */
        LINEAR,
        /** As LOG, counted from 1 downwards: as many between 0.9 and 0.99 as between 0.99 and 0.999. */
        COMPLEMENT,
        /** As LOG, in whole numbers. */
        WHOLE
    }

    /** All numbers between two. */
    record Range(Scale scale, double lower, double upper) implements Knob {
        private static final Pattern PLAIN = Pattern.compile("\\s*([-+0-9.eE]+?)\\s*\\.\\.\\s*([-+0-9.eE]+?)\\s*");
        private static final Pattern SCALED = Pattern.compile("(log|linear|complement|whole)\\((.*)\\)");
        private static final int DIGITS = 3;
        private static final double WIDER = 10;

        private static Range of(String name, Scale scale, String from, String to) {
            double lower = number(name, from);
            double upper = number(name, to);
            if (!(lower < upper)) {
                throw new IllegalArgumentException(
                        "%s: the range %s..%s has nothing in it; begin with the smaller end, as in 1e-4..1"
                                .formatted(name, from, to));
            }
            if (scale == Scale.COMPLEMENT && upper >= 1) {
                throw new IllegalArgumentException(
                        "%s: complement(%s..%s) must end below 1, as in complement(0.9..0.999)"
                                .formatted(name, from, to));
            }
            if ((scale == Scale.LOG || scale == Scale.WHOLE) && lower <= 0) {
                throw new IllegalArgumentException(
                        "%s: %s..%s is drawn by its logarithm, so it must begin above 0; begin above 0, or take linear(%s..%s)"
                                .formatted(name, from, to, from, to));
            }
            if (scale == Scale.WHOLE && (lower != Math.rint(lower) || upper != Math.rint(upper))) {
                throw new IllegalArgumentException(
                        "%s: whole(%s..%s) has to begin and end with a whole number".formatted(name, from, to));
            }
            return new Range(scale, lower, upper);
        }

        private static double number(String name, String text) {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw noNumber(name, text, e);
            }
            throw noNumber(name, text, null);
        }

        private static IllegalArgumentException noNumber(String name, String text, Throwable cause) {
            return new IllegalArgumentException(
                    "%s: a range needs two numbers, as in 1e-4..1, found '%s'".formatted(name, text), cause);
        }

        @Override
        public String at(double place) {
            return switch (scale) {
                case LOG -> rounded(logarithmic(lower, upper, place));
                case LINEAR -> rounded(lower + place * (upper - lower));
                case COMPLEMENT -> complement(logarithmic(1 - upper, 1 - lower, 1 - place));
                case WHOLE -> Long.toString((long) Math.min(upper, Math.floor(logarithmic(lower, upper + 1, place))));
            };
        }

        /** Rounding may lead out of the range, whose ends need not be round. */
        private String rounded(double value) {
            double round = Double.parseDouble(RoundedDecimal.text(value, DIGITS));
            return ShortestDecimal.text(Math.max(lower, Math.min(upper, round)));
        }

        private String complement(double rest) {
            BigDecimal round = new BigDecimal(RoundedDecimal.text(rest, DIGITS));
            double value = BigDecimal.ONE.subtract(round).doubleValue();
            return ShortestDecimal.text(Math.max(lower, Math.min(upper, value)));
        }

        @Override
        public Optional<String> wider(boolean upwards) {
            double from = upwards ? lower : lower / WIDER;
            double to = upwards ? upper * WIDER : upper;
            return scale == Scale.LOG
                    ? Optional.of(RoundedDecimal.text(from, DIGITS) + ".." + RoundedDecimal.text(to, DIGITS))
                    : Optional.empty();
        }

        private static double logarithmic(double from, double to, double place) {
            double start = FastMath.log(from);
            return FastMath.exp(start + place * (FastMath.log(to) - start));
        }

        @Override
        public List<String> values() {
            return List.of();
        }
    }

    /** Some values, each as often as any other. */
    record Values(List<String> values) implements Knob {
        @Override
        public Optional<String> wider(boolean upwards) {
            return Optional.empty();
        }

        @Override
        public String at(double place) {
            return values.get((int) (place * values.size()));
        }
    }
}
