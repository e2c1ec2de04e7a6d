package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gradus.chart.Axis;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.LineChart;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Series;
import org.gradus.chart.render.Charts;

/** Where there is no map, as of problems of one or many numbers: θ and the loss over the steps. */
final class Curves {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 290;
    private static final double AIR = 0.06;
    private static final double HUGE = 1e100; // beyond, a path is not worth a place on an axis
    private static final double WIDE = 100; // from this ratio on losses are drawn by their powers of ten

    private final List<Walk> walks;
    private final PageData data;
    private final int coordinates;

    Curves(List<Walk> walks, PageData data) {
        this.walks = walks;
        this.data = data;
        this.coordinates = Math.min(walks.get(0).trace().start().size(), PageData.MOST_COORDINATES);
    }

    String html() {
        boolean all = coordinates == walks.get(0).trace().start().size();
        List<Curve> theta = new ArrayList<>();
        List<Curve> losses = new ArrayList<>();
        for (Walk walk : walks) {
            for (int i = 0; i < coordinates; i++) {
                theta.add(new Curve(walk, walk.coordinate(i)));
            }
            losses.add(
                    new Curve( // no step led to the start
                            walk,
                            Stream.concat(Stream.of(Double.NaN), Losses.of(walk.trace()).stream())
                                    .toList()));
        }
        return plot(theta, "θ" + (all ? "" : ", its first " + coordinates + " coordinates"), "θ", false, "theta")
                + plot(
                        losses,
                        Losses.title(walks.get(0).trace()),
                        Losses.label(walks.get(0).trace()),
                        spansPowers(losses),
                        "losses");
    }

    /** The values of one line, from step 0 on. */
    private record Curve(Walk walk, List<Double> values) {}

    private static boolean spansPowers(List<Curve> losses) {
        double least = finite(losses).min().orElse(0);
        return least > 0 && finite(losses).max().orElse(0) > WIDE * least;
    }

    private static DoubleStream finite(List<Curve> curves) {
        return curves.stream()
                .flatMap(curve -> curve.values().stream())
                .mapToDouble(v -> v)
                .filter(v -> Math.abs(v) < HUGE);
    }

    private String plot(List<Curve> curves, String title, String label, boolean powers, String id) {
        Limits x = new Limits(0, walks.get(0).trace().steps().size());
        Limits y = powers ? ratios(curves) : limits(curves);
        Axis up = (powers ? Axis.log(label) : Axis.linear(label)).withLimits(y.lower(), y.upper());
        LineChart chart = LineChart.of(
                        title,
                        Axis.linear("step t").withLimits(x.lower(), x.upper()),
                        up,
                        curves.stream().map(Curves::whole).toArray(Series[]::new))
                .withLegend(LegendPlace.NONE);
        Frame frame = new Frame(Charts.plotArea(chart, WIDTH, HEIGHT), x, y, powers);
        Overlay overlay = new Overlay(chart, WIDTH, HEIGHT, frame, data);
        for (Curve curve : curves) {
            List<double[]> points = new ArrayList<>();
            for (int t = 0; t < curve.values().size(); t++) {
                double value = curve.values().get(t);
                points.add(Math.abs(value) < HUGE ? frame.point(t, value) : null);
            }
            overlay.add(curve.walk(), points, false);
        }
        return overlay.html(id);
    }

    /** The line to its end, which the growing one follows. */
    private static Series whole(Curve curve) {
        double[] steps = new double[curve.values().size()];
        double[] values = new double[steps.length];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = t;
            values[t] = Math.abs(curve.values().get(t)) < HUGE ? curve.values().get(t) : Double.NaN;
        }
        return Series.of(curve.walk().label(), steps, values)
                .withColor(curve.walk().color())
                .withStyle(LineStyle.FAINT);
    }

    private static Limits limits(List<Curve> curves) {
        double least = finite(curves).min().orElse(0);
        double most = finite(curves).max().orElse(1);
        double air = most > least ? AIR * (most - least) : Math.max(Math.abs(most), 1) * AIR;
        return new Limits(least - air, most + air);
    }

    private static Limits ratios(List<Curve> curves) {
        double least = finite(curves).min().orElseThrow();
        double most = finite(curves).max().orElseThrow();
        return new Limits(least / 1.5, most * 1.5);
    }
}
