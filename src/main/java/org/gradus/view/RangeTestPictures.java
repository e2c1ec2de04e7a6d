package org.gradus.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.Series;
import org.gradus.optim.Rules;
import org.gradus.train.range.Criterion;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.RangeTestResult;
import org.gradus.train.range.Suggestion;
import org.gradus.train.range.SweepPoint;

/**
 * The curve of a range test: the loss over the learning rate, with a vertical line at each rate that a criterion reads off it.
 *
 * @param result the test's result
 * @param rule the name of the update rule, whose color the curve has
 * @param conditions what was trained and how, in a few words; they stand under the title, behind the rule
 */
public record RangeTestPictures(RangeTestResult result, String rule, String conditions) {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final double HIGHEST = 1.3; // the axis ends at so many times the first loss: above it a run blows up
    private static final double AIR = 0.05;

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
        List<Series> series = new ArrayList<>();
        series.add(line("loss of the mini-batch", SweepPoint::loss).withStyle(LineStyle.FAINT));
        series.add(line("smoothed loss", SweepPoint::smoothedLoss));
        for (Suggestion suggestion : result.suggestions()) {
            series.add(mark(suggestion, limits));
        }
        String rate = "learning rate η";
        return LineChart.of(
                        "Learning-rate range test",
                        result.test().sweep() == Sweep.LINEAR ? Axis.linear(rate) : Axis.log(rate),
                        Axis.linear("cross-entropy").withLimits(limits.lower(), limits.upper()),
                        series.toArray(Series[]::new))
                .withSubtitle(Rules.written(rule) + ", " + conditions);
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
        return Series.of(name, rates, losses)
                .withColor(Rules.colors(List.of(rule)).get(rule));
    }

    /** A line at the maximum; for Smith, who reads both bounds off the curve, another at the base; no line where there is no rate. */
    private Series mark(Suggestion suggestion, Limits limits) {
        String criterion = suggestion.criterion().toString();
        List<Point> points = new ArrayList<>();
        String found = "none";
        if (suggestion instanceof Suggestion.Rates rates) {
            found = text(rates.maximum());
            if (rates.criterion() == Criterion.SMITH) {
                found = text(rates.base()) + " to " + found;
                points.addAll(upright(rates.base(), limits));
            }
            points.addAll(upright(rates.maximum(), limits));
        } else {
            points.add(Point.of(result.test().max(), Double.NaN));
        }
        return new Series(criterion + ": " + found, points, LineStyle.DASHED, criterion);
    }

    private static List<Point> upright(double rate, Limits limits) {
        return List.of(Point.of(rate, limits.lower()), Point.of(rate, limits.upper()), Point.of(rate, Double.NaN));
    }

    private static String text(double rate) {
        return String.format(Locale.ROOT, "%.2g", rate);
    }

    /**
     * Writes the chart as PNG and SVG and the curve as CSV.
     *
     * @param folder where to; made if it is missing
     * @return the files
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Path folder) throws IOException {
        List<Artifact> files =
                new ArrayList<>(new Picture("range-test", chart(), "").files(WIDTH, HEIGHT, Receipt.none()));
        files.add(Artifact.table("range-test.csv", table()));
        return Artifact.writeAll(folder, files);
    }

    private Table table() {
        List<List<Object>> rows = new ArrayList<>();
        result.points().forEach(point -> rows.add(List.of(point.rate(), point.loss(), point.smoothedLoss())));
        return new Table(List.of("learning_rate", "loss", "smoothed_loss"), rows);
    }
}
