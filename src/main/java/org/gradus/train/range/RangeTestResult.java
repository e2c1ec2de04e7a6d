package org.gradus.train.range;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.schedule.OneCycle;
import org.gradus.schedule.Triangular;
import org.gradus.train.Outcome;

/**
 * What a range test saw, and what the criteria make of it.
 *
 * @param test the test
 * @param points its steps, at rising rates; a step whose loss was NaN or infinite is not among them
 * @param outcome how it ended
 */
public record RangeTestResult(RangeTest test, List<SweepPoint> points, Outcome outcome) {
    /** From this factor between the suggested rates on, the criteria are said to disagree. */
    static final double DISAGREEMENT = 3;

    /**
     * Keeps a copy of the list, which nobody can change.
     *
     * @throws IllegalArgumentException if the rates do not rise from point to point
     */
    public RangeTestResult {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).rate() <= points.get(i - 1).rate()) {
                throw new IllegalArgumentException(
                        "range test: the rates must rise from point to point; point %s has η = %s after %s"
                                .formatted(
                                        i,
                                        points.get(i).rate(),
                                        points.get(i - 1).rate()));
            }
        }
    }

    /** {@return what each criterion suggests, or why it cannot} */
    public List<Suggestion> suggestions() {
        return Arrays.stream(Criterion.values()).map(this::suggestion).toList();
    }

    /**
     * {@return what a criterion suggests, or why it cannot}
     *
     * @param criterion the criterion
     */
    public Suggestion suggestion(Criterion criterion) {
        return criterion.apply(this);
    }

    /**
     * {@return the rates a criterion suggests}
     *
     * @param criterion the criterion
     * @throws IllegalStateException if it does not apply to this curve; the message says why
     */
    public Suggestion.Rates rates(Criterion criterion) {
        Suggestion suggestion = suggestion(criterion);
        if (suggestion instanceof Suggestion.Inapplicable none) {
            throw new IllegalStateException("range test: %s does not apply: %s".formatted(criterion, none.reason()));
        }
        return (Suggestion.Rates) suggestion;
    }

    /**
     * {@return the cyclical schedule between the rates a criterion suggests: up from base to maximum, and back}
     *
     * @param criterion the criterion
     * @param stepSize how many updates the way up takes, and the way back; Smith advises those of 2 to 10 epochs
     * @throws IllegalStateException if the criterion does not apply to this curve; the message says why
     */
    public Triangular cyclical(Criterion criterion, long stepSize) {
        Suggestion.Rates rates = rates(criterion);
        return new Triangular(rates.base(), rates.maximum(), stepSize, stepSize);
    }

    /**
     * {@return the one-cycle schedule with the rates a criterion suggests: up from base to maximum and back in 45 % of the updates each, and on
     * down to a ten-thousandth of base}
     *
     * @param criterion the criterion
     * @param totalSteps the updates of the whole training
     * @throws IllegalStateException if the criterion does not apply to this curve; the message says why
     */
    public OneCycle oneCycle(Criterion criterion, long totalSteps) {
        Suggestion.Rates rates = rates(criterion);
        return new OneCycle(rates.base(), rates.maximum(), rates.base() / 1e4, totalSteps, 0.45);
    }

    /** {@return the largest maximum that is suggested divided by the smallest; 1 if fewer than two criteria apply} */
    public double disagreement() {
        DoubleSummaryStatistics maxima = suggestions().stream()
                .filter(Suggestion.Rates.class::isInstance)
                .mapToDouble(suggestion -> ((Suggestion.Rates) suggestion).maximum())
                .summaryStatistics();
        return maxima.getCount() == 0 ? 1 : maxima.getMax() / maxima.getMin();
    }

    /** Whether the sweep ended with its smallest smoothed loss, so that no one knows where that would have turned. */
    boolean fellToTheEnd() {
        double last = points.get(points.size() - 1).smoothedLoss();
        return outcome instanceof Outcome.Completed
                && IntStream.range(0, points.size() - 1)
                        .allMatch(i -> points.get(i).smoothedLoss() > last);
    }

    /** How the test went, a table of the suggestions, and whether they agree. */
    @Override
    public String toString() {
        return RangeTestText.of(this);
    }
}
