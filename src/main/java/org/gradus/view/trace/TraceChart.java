package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.ContourChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.LineChart;
import org.gradus.chart.Mark;
import org.gradus.chart.Series;
import org.gradus.landscape.Landscape;
import org.gradus.optim.Rules;
import org.gradus.trace.Trace;
import org.gradus.view.LandscapeChart;
import org.gradus.view.Legends;
import org.gradus.view.Numbers;

/**
 * The walks of one or more rules on one problem in one chart, each in its rule's color: their paths on the map of the landscape where it has one,
 * else their losses over the steps.
 *
 * <pre>{@code
 * Chart chart = TraceChart.of(List.of(Trace.of(new Sgdm(), 0.001, new Beale(), 80), Trace.of(new Adam(), 0.05, new Beale(), 80)));
 * }</pre>
 *
 * <p>There is a map of problems of two numbers that do not change with the steps. Of one that does, the curve is the average regret.
 */
public final class TraceChart {
    private static final double FAR = 1e100; // beyond, a path is not worth a place on an axis
    private static final double WIDE = 100; // from this ratio on losses are drawn by their powers of ten

    private TraceChart() {}

    /**
     * {@return the chart}
     *
     * @param traces the walks, all on the same problem from the same start
     * @throws IllegalArgumentException if there is none, or they differ in the problem or the start
     */
    public static Chart of(List<Trace> traces) {
        if (traces.isEmpty()) {
            throw new IllegalArgumentException("trace chart: there is no trace to draw; give at least one");
        }
        Trace first = traces.get(0);
        for (Trace trace : traces) {
            if (!trace.landscape().equals(first.landscape()) || !trace.start().equals(first.start())) {
                throw new IllegalArgumentException(
                        "trace chart: found %s from %s beside %s from %s; give traces on one problem from one start"
                                .formatted(
                                        trace.landscape().name(),
                                        Titles.point(trace.start()),
                                        first.landscape().name(),
                                        Titles.point(first.start())));
            }
        }
        boolean map = first.landscape().dimensions() == 2 && !first.landscapeChanges();
        return map ? map(traces) : curves(traces);
    }

    private static String title(List<Trace> traces) {
        String rules = traces.stream()
                .map(trace -> Rules.written(trace.rule().name()))
                .distinct()
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
        return rules + " on " + Legends.problem(traces.get(0).landscape());
    }

    private static String conditions(List<Trace> traces) {
        Trace first = traces.get(0);
        return "%s, %s step%s"
                .formatted(
                        Titles.problem(first),
                        first.steps().size(),
                        first.steps().size() == 1 ? "" : "s");
    }

    /** The rule, what is unusual of its hyper-parameters, and its rate. */
    private static String label(Trace trace) {
        double first = trace.eta().at(0);
        boolean constant = IntStream.range(0, trace.steps().size())
                .allMatch(t -> trace.eta().at(t) == first);
        String rate = constant
                ? "η = " + Numbers.typeset(Numbers.text(first))
                : trace.eta().name();
        return Legends.rule(trace.rule()) + ", " + rate;
    }

    private static ContourChart map(List<Trace> traces) {
        Landscape landscape = traces.get(0).landscape();
        List<double[]> points =
                traces.stream().flatMap(trace -> trace.path().stream()).toList();
        Region whole = Region.around(landscape.bounds(), points);
        List<double[]> seen = new ArrayList<>(points);
        landscape.minima().stream().findFirst().ifPresent(minimum -> seen.add(minimum.point()));
        Optional<Region> near = whole.near(seen);
        Region region = near.orElse(whole);
        ContourChart map = LandscapeChart.of(landscape, region.x(), region.y());
        List<Mark> marks = new ArrayList<>(map.marks());
        List<Double> start = traces.get(0).start();
        marks.add(Mark.start(start.get(0), start.get(1)));
        List<Series> paths = new ArrayList<>();
        List<String> colors = colors(traces);
        for (int i = 0; i < traces.size(); i++) {
            paths.add(path(traces.get(i)).withColor(colors.get(i)));
        }
        return ContourChart.of(title(traces), map.x(), map.y(), map.field(), map.levels())
                .withSubtitle(conditions(traces))
                .withPaths(paths.toArray(Series[]::new))
                .withMarks(marks.toArray(Mark[]::new));
    }

    /** A path, up to where it is no longer a place. */
    private static Series path(Trace trace) {
        List<double[]> points = trace.path().stream()
                .takeWhile(point -> Math.abs(point[0]) < FAR && Math.abs(point[1]) < FAR)
                .toList();
        return Series.of(
                label(trace),
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static LineChart curves(List<Trace> traces) {
        List<String> colors = colors(traces);
        List<Series> series = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < traces.size(); i++) {
            double[] losses = Losses.of(traces.get(i)).stream()
                    .mapToDouble(loss -> Math.abs(loss) < FAR ? loss : Double.NaN)
                    .toArray();
            double[] steps =
                    IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
            series.add(Series.of(label(traces.get(i)), steps, losses).withColor(colors.get(i)));
            for (double loss : losses) {
                least = Double.isNaN(loss) ? least : Math.min(least, loss);
                most = Double.isNaN(loss) ? most : Math.max(most, loss);
            }
        }
        String label = Losses.label(traces.get(0));
        Axis up = least > 0 && most > WIDE * least ? Axis.log(label) : Axis.linear(label);
        return LineChart.of(title(traces), Axis.linear("step t"), up, series.toArray(Series[]::new))
                .withSubtitle(conditions(traces))
                .withLegend(LegendPlace.LINE_ENDS);
    }

    /** Each rule's own color; of a rule that is there twice the second gets another. */
    static List<String> colors(List<Trace> traces) {
        List<String> colors = new ArrayList<>();
        for (Trace trace : traces) {
            String name = trace.rule().name();
            String own = Rules.colors(List.of(name)).get(name);
            colors.add(colors.contains(own) ? name + "′".repeat(colors.size()) : own);
        }
        return colors;
    }
}
