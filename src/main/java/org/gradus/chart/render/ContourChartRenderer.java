package org.gradus.chart.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradus.chart.ContourChart;
import org.gradus.chart.ContourLines;
import org.gradus.chart.Mark;
import org.gradus.chart.Palette;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;

/** Turns the description of a contour chart into a JFreeChart of a given size. */
final class ContourChartRenderer {

    private final ContourChart chart;
    private final Look look;
    private final Rectangle2D area;
    private final Map<String, String> colors;
    private final ScaledAxis xAxis;
    private final ScaledAxis yAxis;
    private final List<PlottedSeries> plotted;

    private ContourChartRenderer(ContourChart chart, Look look, Rectangle2D area) {
        this.look = look;
        this.chart = chart;
        this.area = area;
        this.colors = Palette.colors(chart.paths().stream().map(Series::color).toList());
        this.xAxis = new ScaledAxis(
                chart.x(), chart.x().limits().orElse(chart.field().xLimits()), false);
        this.yAxis = new ScaledAxis(
                chart.y(), chart.y().limits().orElse(chart.field().yLimits()), false);
        this.plotted = chart.paths().stream()
                .map(path -> new PlottedSeries(path, xAxis, yAxis))
                .toList();
    }

    static JFreeChart render(ContourChart chart, Look look, Rectangle2D area) {
        return new ContourChartRenderer(chart, look, area).render();
    }

    private JFreeChart render() {
        XYPlot plot = plot();
        JFreeChart result = look.chart(chart.title(), chart.subtitle(), plot);
        new ChartLayout(result, area).complete(legend(), chart.legend(), this::obstacles);
        plot.getRenderer().addAnnotation(new Painting(), Layer.BACKGROUND); // below the legend
        return result;
    }

    private XYPlot plot() {
        XYPlot plot = new XYPlot();
        look.style(xAxis);
        look.style(yAxis);
        look.style(plot);
        plot.setDomainGridlinesVisible(false); // the level lines are enough
        plot.setRangeGridlinesVisible(false);
        plot.setDomainAxis(xAxis);
        plot.setRangeAxis(yAxis);
        plot.setRenderer(new XYLineAndShapeRenderer());
        return plot;
    }

    /** The paths and, once for each name, the marks. */
    private LegendTitle legend() {
        double room = Look.WIDEST_NAME * area.getWidth();
        LegendTitle legend = LegendLayout.legend(chart.paths(), colors, look, room);
        LegendItemCollection items = legend.getSources()[0].getLegendItems();
        Set<String> seen = new HashSet<>(Set.of(""));
        for (Mark mark : chart.marks()) {
            if (seen.add(mark.name())) {
                items.add(item(mark, room));
            }
        }
        return legend;
    }

    private LegendItem item(Mark mark, double room) {
        double half = Look.SAMPLE_WIDTH / 2;
        return new LegendItem(
                Look.legendText(mark.name(), room),
                null,
                null,
                null,
                true,
                Look.symbol(mark.symbol()),
                true,
                look.symbolFill(mark.symbol()),
                true,
                look.ink(),
                Look.symbolStroke(mark.symbol()),
                true, // an invisible line, as long as those of the paths, so that all names begin at one place
                new Line2D.Double(-half, 0, half, 0),
                Look.LEVEL_LINE,
                Look.INVISIBLE);
    }

    private List<Shape> obstacles(AffineTransform toPixels) {
        List<Shape> shapes = new ArrayList<>();
        for (PlottedSeries path : plotted) {
            path.obstacles().forEach(obstacle -> shapes.add(toPixels.createTransformedShape(obstacle)));
        }
        chart.marks().forEach(mark -> shapes.add(place(mark, toPixels)));
        return shapes;
    }

    private Shape place(Mark mark, AffineTransform toPixels) {
        return place(Look.symbol(mark.symbol()), xAxis.position(mark.x()), yAxis.position(mark.y()), toPixels);
    }

    /** A shape around (0, 0) of fixed size, moved to a position on the axes. */
    private static Shape place(Shape shape, double x, double y, AffineTransform toPixels) {
        Point2D center = toPixels.transform(new Point2D.Double(x, y), null);
        return AffineTransform.getTranslateInstance(center.getX(), center.getY())
                .createTransformedShape(shape);
    }

    /** What is within the axes: the ground and its level lines, the paths, the marks. */
    @SuppressWarnings("serial") // JFreeChart's annotations are serializable; ours are never serialized
    private final class Painting extends AbstractXYAnnotation {

        @Override
        public void draw(
                Graphics2D g2,
                XYPlot plot,
                Rectangle2D data,
                ValueAxis x,
                ValueAxis y,
                int rendererIndex,
                PlotRenderingInfo info) {
            AffineTransform toPixels = ChartLayout.toPixels(data, x, y);
            drawLevels(g2, toPixels);
            for (int i = 0; i < plotted.size(); i++) {
                drawPath(g2, toPixels, chart.paths().get(i), plotted.get(i));
            }
            chart.marks().forEach(mark -> drawMark(g2, toPixels, mark));
        }

        /** Paints what lies below each level, from the highest level to the lowest, and then the lines. */
        private void drawLevels(Graphics2D g2, AffineTransform toPixels) {
            ScalarField framed = chart.field().framed();
            int count = chart.levels().size();
            for (int i = count - 1; i >= 0; i--) {
                g2.setPaint(look.levelFill(i, count));
                g2.fill(level(framed, chart.levels().get(i), toPixels));
            }
            g2.setStroke(Look.LEVEL_LINE);
            for (int i = 0; i < count; i++) {
                g2.setPaint(look.levelLine(i, count));
                g2.draw(level(chart.field(), chart.levels().get(i), toPixels));
            }
        }

        /** All lines of a level as one shape, without the vertices that nobody would miss. */
        private Shape level(ScalarField field, double level, AffineTransform toPixels) {
            double across = Look.LEAST_DETAIL / toPixels.getScaleX();
            double up = Look.LEAST_DETAIL / -toPixels.getScaleY();
            Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            for (ContourLines.Line line : ContourLines.of(field, level)) {
                List<ContourLines.Vertex> vertices = line.simplified(across, up).vertices();
                shape.moveTo(vertices.get(0).x(), vertices.get(0).y());
                vertices.stream().skip(1).forEach(vertex -> shape.lineTo(vertex.x(), vertex.y()));
                if (line.closed()) {
                    shape.closePath();
                }
            }
            return toPixels.createTransformedShape(shape);
        }

        /** A path on a white one that is somewhat wider, so that paths stay apart where they cross, and its dots. */
        private void drawPath(Graphics2D g2, AffineTransform toPixels, Series series, PlottedSeries path) {
            Color color = look.color(colors, series);
            Shape line = toPixels.createTransformedShape(line(path));
            g2.setPaint(look.halo());
            g2.setStroke(Look.haloStroke(series.style()));
            g2.draw(line);
            g2.setPaint(color);
            g2.setStroke(Look.stroke(series.style()));
            g2.draw(line);
            g2.fill(dots(path, toPixels));
        }

        private Path2D line(PlottedSeries path) {
            Path2D line = new Path2D.Double();
            for (int i = 0; i < path.size(); i++) {
                boolean goesOn = i > 0 && hasPlace(path, i - 1);
                if (hasPlace(path, i) && goesOn) {
                    line.lineTo(path.x(i), path.y(i));
                } else if (hasPlace(path, i)) {
                    line.moveTo(path.x(i), path.y(i));
                }
            }
            return line;
        }

        /** A dot at each step, unless there are many, and a larger one at the end. */
        private Path2D dots(PlottedSeries path, AffineTransform toPixels) {
            Path2D dots = new Path2D.Double();
            int end = 0;
            for (int i = 0; i < path.size(); i++) {
                if (hasPlace(path, i)) {
                    end = i;
                    if (path.size() <= Look.MOST_STEPS) {
                        dots.append(place(Look.dot(Look.STEP_DOT), path.x(i), path.y(i), toPixels), false);
                    }
                }
            }
            if (hasPlace(path, end)) {
                dots.append(place(Look.dot(Look.END_DOT), path.x(end), path.y(end), toPixels), false);
            }
            return dots;
        }

        private boolean hasPlace(PlottedSeries path, int i) {
            return !Double.isNaN(path.y(i));
        }

        private void drawMark(Graphics2D g2, AffineTransform toPixels, Mark mark) {
            Shape shape = place(mark, toPixels);
            g2.setPaint(look.symbolFill(mark.symbol()));
            g2.fill(shape);
            g2.setPaint(look.ink());
            g2.setStroke(Look.symbolStroke(mark.symbol()));
            g2.draw(shape);
        }
    }
}
