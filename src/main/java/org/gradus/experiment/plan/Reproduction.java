package org.gradus.experiment.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gradus.catalog.ShortestDecimal;
import org.gradus.experiment.RunSpec;
import org.gradus.train.Evaluation;

/**
 * A run that was run again: do the bits agree?
 *
 * @param then what was recorded of it
 * @param now what came out now
 */
public record Reproduction(RunSummary then, RunSummary now) {
    /**
     * {@return each of some runs with what came out now}; one that had not come to an end stands for itself
     *
     * @param then what was recorded of them
     * @param now what came out of those that had come to an end
     * @throws IllegalArgumentException if one of these is missing
     */
    public static List<Reproduction> of(List<RunSummary> then, Results now) {
        Map<RunSpec, RunSummary> again = new LinkedHashMap<>();
        now.runs().forEach(run -> again.put(run.spec(), RunSummary.of(run)));
        return then.stream()
                .map(run -> new Reproduction(run, run.isRepeatable() ? found(again, run.spec()) : run))
                .toList();
    }

    private static RunSummary found(Map<RunSpec, RunSummary> again, RunSpec run) {
        if (!again.containsKey(run)) {
            throw new IllegalArgumentException(
                    "reproduction: the run '%s' was not run again; give results that have it".formatted(run));
        }
        return again.get(run);
    }

    /**
     * {@return whether every bit agrees}; a run that failed has none, and agrees if it fails again; what had not come to an end when it was
     * recorded agrees with nothing
     */
    public boolean agrees() {
        if (then.failure().isPresent()) {
            return now.failure().isPresent();
        }
        return then.isRepeatable()
                && then.data().equals(now.data())
                && then.fingerprint().equals(now.fingerprint())
                && then.ending().equals(now.ending());
    }

    /**
     * {@return what is to say of it, as in {@code same bits} and {@code validation loss after training: 0.125 then, 0.25 now}}: the first of what
     * is recorded that differs
     */
    public String text() {
        if (agrees()) {
            return now.failure().map(reason -> "failed again: " + reason).orElse("same bits");
        }
        if (!then.isRepeatable()) {
            return "not to be compared: it was recorded before its end, %s".formatted(then.ending());
        }
        if (then.failure().isPresent() || now.failure().isPresent()) {
            return thenAndNow("", then.ending(), now.ending());
        }
        if (!then.data().equals(now.data())) {
            return thenAndNow("other data: fingerprint ", then.data(), now.data());
        }
        return difference(" before training", then.untrained(), now.untrained())
                .or(this::otherEnding)
                .or(() -> difference(" after training", then.trained(), now.trained()))
                .orElseGet(() -> thenAndNow(
                        "the last numbers agree, but some on the way there do not: fingerprint ",
                        then.fingerprint(),
                        now.fingerprint()));
    }

    private Optional<String> otherEnding() {
        return then.ending().equals(now.ending())
                ? Optional.empty()
                : Optional.of(thenAndNow("", then.ending(), now.ending()));
    }

    private static String thenAndNow(String what, String before, String after) {
        return "%s%s then, %s now".formatted(what, before, after);
    }

    /** The first number that differs, in words. */
    private static Optional<String> difference(
            String when, Map<String, Evaluation> before, Map<String, Evaluation> after) {
        Map<String, Double> numbers = numbers(before);
        Map<String, Double> others = numbers(after);
        return numbers.keySet().stream()
                .filter(name -> !Objects.equals(numbers.get(name), others.get(name)))
                .findFirst()
                .map(name -> thenAndNow(name + when + ": ", text(numbers.get(name)), text(others.get(name))));
    }

    private static String text(Double number) {
        return number == null ? "none" : ShortestDecimal.text(number);
    }

    private static Map<String, Double> numbers(Map<String, Evaluation> parts) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parts.forEach((part, evaluation) -> {
            numbers.put(part + " loss", evaluation.loss());
            evaluation.metrics().forEach((metric, value) -> numbers.put(part + " " + metric, value));
        });
        return numbers;
    }

    /** What is to say, after the run. */
    @Override
    public String toString() {
        return "%s: %s".formatted(then.spec(), text());
    }
}
