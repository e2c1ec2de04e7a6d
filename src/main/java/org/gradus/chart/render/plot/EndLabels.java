package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.chart.Series;

/** The names of lines at the right of the plot, each at the height where its line ends, moved apart where they would collide. */
final class EndLabels {
    private static final double GAP = 10;
    private static final double ROW = 17;
    private static final double WIDEST = 0.3;
    private static final double HIGHEST = 0.75;

    /**
     * Where a line ends, in positions; NaN if it is nowhere.
     *
     * @param name what it is called
     * @param color who it is
     * @param x the end's place across
     * @param y the end's place up
     */
    record End(String name, String color, double x, double y) {}

    private EndLabels() {}

    /** The end of the first line of each name. */
    static List<End> ends(List<Series> series, Function<Series, PlottedSeries> plotting) {
        Map<String, End> ends = new LinkedHashMap<>();
        for (Series each : series) {
            if (!each.name().isEmpty() && !ends.containsKey(each.name())) {
                PlottedSeries plotted = plotting.apply(each);
                int last = plotted.end();
                ends.put(
                        each.name(),
                        new End(
                                each.name(),
                                each.color(),
                                last < 0 ? Double.NaN : plotted.x(last),
                                last < 0 ? Double.NaN : plotted.y(last)));
            }
        }
        return List.copyOf(ends.values());
    }

    /** The same ends if their names have room at the right of a plot in an area, else none. */
    static List<End> fitting(List<End> ends, Rectangle2D area) {
        boolean fit = width(ends) <= WIDEST * area.getWidth() && ends.size() * ROW <= HIGHEST * area.getHeight();
        return fit ? ends : List.of();
    }

    static double width(List<End> ends) {
        return ends.stream()
                .mapToDouble(end -> 2 * GAP + Look.width(end.name(), font(end)))
                .max()
                .orElse(0);
    }

    private static Font font(End end) {
        return Fonts.able(Look.TEXT, end.name());
    }

    static void draw(List<End> ends, Canvas canvas) {
        Rectangle2D data = canvas.data();
        List<End> sorted = new ArrayList<>(ends);
        Map<End, Double> heights = new LinkedHashMap<>();
        ends.forEach(end -> heights.put(end, height(end, canvas)));
        sorted.sort(Comparator.comparing(heights::get));
        List<Double> places =
                apart(sorted.stream().map(heights::get).toList(), ROW, data.getY() + ROW / 2, data.getMaxY() - ROW / 2);
        for (int i = 0; i < sorted.size(); i++) {
            End end = sorted.get(i);
            Color color = canvas.identities().color(end.color());
            double y = places.get(i);
            Point2D tip = canvas.at(end.x(), end.y());
            double from = Math.min(tip.getX(), data.getMaxX());
            if (Double.isFinite(from) && (data.getMaxX() - from > GAP || Math.abs(y - heights.get(end)) > 2)) {
                canvas.draw(
                        new Line2D.Double(from, heights.get(end), data.getMaxX() + GAP - 3, y),
                        Look.faint(color),
                        Look.THIN);
            }
            canvas.write(end.name(), Look.TEXT, color, data.getMaxX() + GAP, y + 0.36 * Look.TEXT.getSize2D());
        }
    }

    /** Where a line ends on the plot, in pixels; at the edge if it ends outside, at the bottom if it is nowhere. */
    private static double height(End end, Canvas canvas) {
        double y = canvas.at(0, end.y()).getY();
        Rectangle2D data = canvas.data();
        return Double.isNaN(y) ? data.getMaxY() : Math.max(data.getY(), Math.min(y, data.getMaxY()));
    }

    /**
     * The places nearest to rising wishes (by least squares, as pooling neighbors finds them) that are a distance apart and within two ends.
     */
    static List<Double> apart(List<Double> wishes, double distance, double first, double last) {
        List<double[]> pools = new ArrayList<>(); // sum of the wishes, as if the distance were none, and their number
        for (int i = 0; i < wishes.size(); i++) {
            double[] pool = {wishes.get(i) - i * distance, 1};
            while (!pools.isEmpty() && mean(pools.get(pools.size() - 1)) > mean(pool)) {
                double[] before = pools.remove(pools.size() - 1);
                pool = new double[] {before[0] + pool[0], before[1] + pool[1]};
            }
            pools.add(pool);
        }
        List<Double> places = new ArrayList<>();
        double lastFree = last - (wishes.size() - 1) * distance;
        for (double[] pool : pools) {
            double place = Math.max(first, Math.min(mean(pool), lastFree));
            for (int i = 0; i < pool[1]; i++) {
                places.add(place + places.size() * distance);
            }
        }
        return places;
    }

    private static double mean(double[] pool) {
        return pool[0] / pool[1];
    }
}
