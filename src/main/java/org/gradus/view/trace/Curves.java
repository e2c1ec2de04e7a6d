package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Limits;
import org.gradus.view.Numbers;

/** Where there is no map, as of problems of one or many numbers: θ and the loss over the steps, in SVG. */
final class Curves {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 500;
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

    String svg() {
        boolean all = coordinates == walks.get(0).trace().start().size();
        String name = all ? "θ" : "θ, its first " + coordinates + " coordinates";
        List<List<Double>> theta = new ArrayList<>();
        List<List<Double>> losses = new ArrayList<>();
        for (Walk walk : walks) {
            for (int i = 0; i < coordinates; i++) {
                theta.add(walk.coordinate(i));
            }
            losses.add(
                    Stream.concat(Stream.of(Double.NaN), walk.losses().stream()).toList()); // no step led to the start
        }
        boolean powers = spanPowers(losses);
        List<List<Double>> heights =
                powers ? losses.stream().map(Curves::logarithms).toList() : losses;
        return "<svg class=\"map\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"θ and the loss over the steps\">\n"
                        .formatted(WIDTH, HEIGHT)
                + plot(theta, name, 30, Numbers::text)
                + plot(heights, "loss", 280, powers ? Curves::power : Numbers::text)
                + "</svg>\n";
    }

    private static boolean spanPowers(List<List<Double>> losses) {
        double least = finite(losses).min().orElse(0);
        return least > 0 && finite(losses).max().orElse(0) > WIDE * least;
    }

    private static DoubleStream finite(List<List<Double>> curves) {
        return curves.stream().flatMap(List::stream).mapToDouble(v -> v).filter(v -> Math.abs(v) < HUGE);
    }

    private static List<Double> logarithms(List<Double> values) {
        return values.stream().map(FastMath::log10).toList();
    }

    /** The label of a tick; those between powers of ten have none. */
    private static String power(double exponent) {
        return exponent == Math.rint(exponent) ? Numbers.text(FastMath.pow(10, exponent)) : "";
    }

    private String plot(List<List<Double>> curves, String name, double top, DoubleFunction<String> label) {
        int steps = walks.get(0).trace().steps().size();
        Frame frame = new Frame(new Limits(0, steps), limits(curves), 72, top, WIDTH - 96, 160);
        StringBuilder svg = new StringBuilder(frame.axes("step t", "", label));
        svg.append(Frame.label("name", frame.left(), top - 8, "start", name));
        for (int i = 0; i < curves.size(); i++) {
            List<double[]> points = new ArrayList<>();
            for (int t = 0; t <= steps; t++) {
                double value = curves.get(i).get(t);
                points.add(Math.abs(value) < HUGE ? frame.point(t, value) : null);
            }
            Walk walk = walks.get(i * walks.size() / curves.size());
            svg.append(walk.path(data.addPath(points)));
        }
        return svg.toString();
    }

    private static Limits limits(List<List<Double>> curves) {
        double least = finite(curves).min().orElse(0);
        double most = finite(curves).max().orElse(1);
        double air = most > least ? AIR * (most - least) : Math.max(Math.abs(most), 1) * AIR;
        return new Limits(least - air, most + air);
    }
}
