package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.ReferenceLine;
import org.gradus.chart.Series;
import org.gradus.train.range.Criterion;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.train.range.Suggestion;
import org.gradus.train.range.SweepPoint;

/**
 * The curve of a range test: the loss over the learning rate, with an upright line, named, at each rate that a criterion reads off it.
 *
 * @param result the test's result
 * @param rule the update rule as one types it, whose color the curve has
 * @param conditions what was trained and how, in a few words; they stand under the title
 */
public record RangeTestPictures(RangeTestResult result, String rule, String conditions) {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final double HIGHEST = 1.3; // the axis ends at so many times the first loss: above it a run blows up
    private static final double AIR = 0.05;
    private static final double OUTSIDE = 1.1;

    /**
     * Checks that there is a curve.
     *
     * @throws IllegalArgumentException if the test ended before its first step
     */
    public RangeTestPictures {
        if (result.points().isEmpty()) {
            throw new IllegalArgumentException(
                    "range test: there is no curve to draw, for the loss was not finite at the first step; look at the data");
        }
    }

    /** {@return the chart} */
    public LineChart chart() {
        Limits limits = limits();
        return LineChart.of(
                        "Learning-rate range test: " + Legends.ruleOrAsItIs(rule),
                        rateAxis(),
                        Axis.linear("loss").withLimits(limits.lower(), limits.upper()),
                        line("loss of the mini-batch", SweepPoint::loss).withStyle(LineStyle.FAINT),
                        line("smoothed loss", SweepPoint::smoothedLoss))
                .withSubtitle(conditions + without());
    }

    /** The rates with a line at each that is suggested; where one lies outside of the sweep, the axis goes on to it. */
    private Axis rateAxis() {
        List<ReferenceLine> lines = result.suggestions().stream()
                .flatMap(suggestion -> lines(suggestion).stream())
                .toList();
        String label = "learning rate η";
        Axis axis = (result.test().sweep() == Sweep.LINEAR ? Axis.linear(label) : Axis.log(label))
                .withLines(lines.toArray(ReferenceLine[]::new));
        double first = result.points().get(0).rate();
        double last = result.points().get(result.points().size() - 1).rate();
        double lowest = lines.stream().mapToDouble(ReferenceLine::at).min().orElse(first);
        return lowest < first ? axis.withLimits(lowest / OUTSIDE, last * OUTSIDE) : axis;
    }

    /** The criteria that have no rate, in words. */
    private String without() {
        String none = result.suggestions().stream()
                .filter(Suggestion.Inapplicable.class::isInstance)
                .map(suggestion -> suggestion.criterion().toString())
                .collect(Collectors.joining(", "));
        return none.isEmpty() ? "" : "; no rate by " + none;
    }

    /** The losses with a little air around, but for those of a run that blows up. */
    private Limits limits() {
        DoubleSummaryStatistics losses = result.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.loss(), p.smoothedLoss()))
                .summaryStatistics();
        double top = Math.min(losses.getMax(), HIGHEST * result.points().get(0).smoothedLoss());
        double air = Math.max(AIR * (top - losses.getMin()), 1e-3);
        return new Limits(Math.max(0, losses.getMin() - air), top + air);
    }

    private Series line(String name, ToDoubleFunction<SweepPoint> loss) {
        double[] rates = result.points().stream().mapToDouble(SweepPoint::rate).toArray();
        double[] losses = result.points().stream().mapToDouble(loss).toArray();
        return Series.of(name, rates, losses).withColor(Legends.color(rule));
    }

    /** A line at the maximum; for Smith, who reads both bounds off the curve, another at the base; no line where there is no rate. */
    private static List<ReferenceLine> lines(Suggestion suggestion) {
        if (!(suggestion instanceof Suggestion.Rates rates)) {
            return List.of();
        }
        String criterion = rates.criterion().toString();
        return rates.criterion() == Criterion.SMITH
                ? List.of(line("Smith, from ", rates.base(), criterion), line("Smith, to ", rates.maximum(), criterion))
                : List.of(line(criterion + ": ", rates.maximum(), criterion));
    }

    private static ReferenceLine line(String label, double rate, String color) {
        return ReferenceLine.of(rate, label + text(rate)).withColor(color);
    }

    private static String text(double rate) {
        return String.format(Locale.ROOT, "%.2g", rate);
    }

    /**
     * Writes the chart as PNG and SVG and the curve as CSV.
     *
     * @param folder where to; made if it is missing
     * @param receipt where they are from
     * @return the files
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Path folder, Receipt receipt) throws IOException {
        List<Artifact> files = new ArrayList<>(new Picture("range-test", chart(), "").files(WIDTH, HEIGHT, receipt));
        files.add(Artifact.table("range-test.csv", table()));
        return Artifact.writeAll(folder, files);
    }

    private Table table() {
        List<List<Object>> rows = new ArrayList<>();
        result.points().forEach(point -> rows.add(List.of(point.rate(), point.loss(), point.smoothedLoss())));
        return new Table(List.of("learning_rate", "loss", "smoothed_loss"), rows);
    }
}
