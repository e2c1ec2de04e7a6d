package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.gradus.chart.Axis;
import org.gradus.chart.BarChart;
import org.gradus.chart.Limits;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Point;
import org.gradus.chart.Series;

/** Draws bars from 0, those of one category side by side, with intervals at their ends. */
record BarContent(BarChart chart, ScaledAxis xAxis, ScaledAxis yAxis) implements Content {
    private static final double GROUP = 0.78;
    private static final double CAP = 4;

    static BarContent of(BarChart chart, Look look, Rectangle2D area) {
        DoubleStream values = DoubleStream.concat(
                DoubleStream.of(0),
                chart.series().stream()
                        .flatMap(series -> series.points().stream())
                        .flatMapToDouble(point -> DoubleStream.of(point.y(), point.lower(), point.upper())));
        return new BarContent(
                chart,
                NamedAxis.across(chart.categories(), 0.9 * area.getWidth(), look),
                new ScaledAxis(chart.y(), chart.y().limits().orElseGet(() -> fromZero(values)), false, look));
    }

    /** Limits that end at 0 where no bar goes beyond. */
    static Limits fromZero(DoubleStream values) {
        double[] all = values.filter(Double::isFinite).toArray();
        Limits limits = AutoLimits.of(Axis.Scale.LINEAR, DoubleStream.of(all), AutoLimits.AIR_UP, 0);
        double lowest = DoubleStream.of(all).min().orElse(0);
        double highest = DoubleStream.of(all).max().orElse(0);
        if (lowest == highest) {
            return new Limits(0, 1);
        }
        return new Limits(lowest >= 0 ? 0 : limits.lower(), highest <= 0 ? 0 : limits.upper());
    }

    @Override
    public List<String> lineColors() {
        return chart.series().stream().map(Series::color).toList();
    }

    /** The bars of a series as rectangles in positions. */
    private List<Rectangle2D> bars(int series) {
        double width = GROUP / chart.series().size();
        List<Point> points = chart.series().get(series).points();
        List<Rectangle2D> bars = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double y = points.get(i).y();
            if (!Double.isNaN(y)) {
                double end = yAxis.edgePosition(y);
                double left = i - GROUP / 2 + series * width;
                bars.add(new Rectangle2D.Double(left, Math.min(0, end), 0.94 * width, Math.abs(end)));
            }
        }
        return bars;
    }

    private List<Line2D> whiskers(int series) {
        double width = GROUP / chart.series().size();
        List<Point> points = chart.series().get(series).points();
        List<Line2D> whiskers = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.lower() < point.upper()) {
                double x = i - GROUP / 2 + (series + 0.47) * width;
                whiskers.add(
                        new Line2D.Double(x, yAxis.edgePosition(point.lower()), x, yAxis.edgePosition(point.upper())));
            }
        }
        return whiskers;
    }

    @Override
    public void draw(Canvas canvas) {
        for (int i = 0; i < chart.series().size(); i++) {
            for (Rectangle2D bar : bars(i)) {
                drawBar(canvas, canvas.placed(bar).getBounds2D(), i);
            }
            for (Line2D whisker : whiskers(i)) {
                Rectangle2D place = canvas.placed(whisker).getBounds2D();
                drawWhisker(canvas, place.getX(), place.getMinY(), place.getMaxY());
            }
        }
        Line2D zero = new Line2D.Double(xAxis.getLowerBound(), 0, xAxis.getUpperBound(), 0);
        canvas.draw(canvas.placed(zero), canvas.look().outline(), Look.THIN);
    }

    private void drawBar(Canvas canvas, Rectangle2D bar, int series) {
        Identities identities = canvas.identities();
        canvas.fill(bar, identities.color(chart.series().get(series).color()));
        if (identities.shapesNeeded()) {
            Hatch.draw(canvas, bar, series, canvas.look().background());
        }
    }

    private static void drawWhisker(Canvas canvas, double x, double top, double bottom) {
        for (boolean ground : new boolean[] {true, false}) {
            Color color = ground ? canvas.look().background() : canvas.look().ink();
            Stroke stroke = ground ? Look.haloStroke(LineStyle.FAINT) : Look.referenceStroke(LineStyle.SOLID);
            canvas.draw(new Line2D.Double(x, top, x, bottom), color, stroke);
            canvas.draw(new Line2D.Double(x - CAP, top, x + CAP, top), color, stroke);
            canvas.draw(new Line2D.Double(x - CAP, bottom, x + CAP, bottom), color, stroke);
        }
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            bars(i).forEach(bar -> shapes.add(toPixels.createTransformedShape(bar)));
            whiskers(i).forEach(whisker -> shapes.add(toPixels.createTransformedShape(whisker)));
        }
        return shapes;
    }

    @Override
    public List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        for (int i = 0; i < chart.series().size(); i++) {
            int place = i;
            String name = chart.series().get(i).name();
            entries.putIfAbsent(
                    name,
                    new LegendEntry(name, canvas -> drawBar(canvas, new Rectangle2D.Double(-9, -6, 18, 12), place)));
        }
        entries.remove("");
        return List.copyOf(entries.values());
    }

    /** Stripes on bars, so that those whose colors look alike in gray are told apart. */
    private static final class Hatch {
        private static final double DISTANCE = 12;
        private static final BasicStroke STRIPE = new BasicStroke(1.4f);

        private Hatch() {}

        /**
         * Draws the stripes of a bar: none, falling, rising, both, by its place in the order.
         *
         * @param bar the bar in pixels
         */
        static void draw(Canvas canvas, Rectangle2D bar, int place, Color color) {
            boolean falling = place % 4 == 1 || place % 4 == 3;
            boolean rising = place % 4 == 2 || place % 4 == 3;
            Path2D stripes = new Path2D.Double();
            double first = Math.floor((bar.getX() - bar.getHeight()) / DISTANCE) * DISTANCE;
            for (double x = first; x < bar.getMaxX() + bar.getHeight(); x += DISTANCE) {
                if (falling) {
                    add(stripes, new Line2D.Double(x, bar.getY(), x + bar.getHeight(), bar.getMaxY()), bar);
                }
                if (rising) {
                    add(stripes, new Line2D.Double(x, bar.getMaxY(), x + bar.getHeight(), bar.getY()), bar);
                }
            }
            if (stripes.getCurrentPoint() != null) {
                canvas.draw(stripes, color, STRIPE);
            }
        }

        /** The part of a line of slope one within a bar. */
        private static void add(Path2D stripes, Line2D line, Rectangle2D bar) {
            double from = Math.max(line.getX1(), bar.getX());
            double to = Math.min(line.getX2(), bar.getMaxX());
            if (from < to) {
                double slope = Math.signum(line.getY2() - line.getY1());
                stripes.moveTo(from, line.getY1() + slope * (from - line.getX1()));
                stripes.lineTo(to, line.getY1() + slope * (to - line.getX1()));
            }
        }
    }
}
