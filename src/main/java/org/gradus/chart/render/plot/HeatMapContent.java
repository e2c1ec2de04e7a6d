package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Limits;
import org.gradus.chart.ScalarField;
import org.gradus.chart.Series;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Draws the cells of a heat map as one image, the lines across it, and the scale of its colors. */
record HeatMapContent(
        HeatMapChart chart, ScaledAxis xAxis, ScaledAxis yAxis, Rectangle2D cells, ScaleBar scale, double roomAtRight)
        implements Content {

    static HeatMapContent of(HeatMapChart chart, Look look, Rectangle2D area) {
        ScalarField field = chart.field();
        Limits x = field.xLimits();
        Limits y = field.yLimits();
        Rectangle2D cells = FieldImage.cells(
                field,
                position(chart.x(), x.lower()),
                position(chart.x(), x.upper()),
                position(chart.y(), y.lower()),
                position(chart.y(), y.upper()));
        ScaleBar scale = new ScaleBar(scaleAxis(chart, look), FieldImage.Shading.of(chart.shades()));
        return new HeatMapContent(
                chart,
                axis(chart.x(), cells.getMinX(), cells.getMaxX(), look),
                axis(chart.y(), cells.getMinY(), cells.getMaxY(), look),
                cells,
                scale,
                scale.width(area));
    }

    private static double position(Axis axis, double value) {
        return axis.scale() == Axis.Scale.LOG ? FastMath.log10(value) : value;
    }

    private static ScaledAxis axis(Axis axis, double lower, double upper, Look look) {
        boolean log = axis.scale() == Axis.Scale.LOG;
        Limits all = new Limits(log ? FastMath.pow(10, lower) : lower, log ? FastMath.pow(10, upper) : upper);
        return new ScaledAxis(axis, axis.limits().orElse(all), false, look);
    }

    /** The scale of the values, which ends at the smallest and the largest. */
    private static ScaledAxis scaleAxis(HeatMapChart chart, Look look) {
        ScalarField field = chart.field();
        DoubleStream values = IntStream.range(0, field.columns() * field.rows())
                .mapToDouble(i -> field.z(i % field.columns(), i / field.columns()));
        Limits limits = chart.values()
                .limits()
                .orElseGet(() -> AutoLimits.of(chart.values().scale(), values, 0, 0));
        return new ScaledAxis(chart.values(), limits, false, look);
    }

    @Override
    public List<String> otherColors() {
        return chart.lines().stream().map(Series::color).toList();
    }

    @Override
    public boolean hasGrid() {
        return false;
    }

    private Paths lines() {
        return Paths.of(chart.lines(), xAxis, yAxis);
    }

    @Override
    public void draw(Canvas canvas) {
        new FieldImage(chart.field(), scale::color).draw(canvas, cells);
        lines().drawBoundaries(canvas);
        if (chart.legend() == LegendPlace.LINE_ENDS) {
            lines().drawNames(canvas, List.of());
        }
    }

    @Override
    public List<Shape> obstacles(AffineTransform toPixels) {
        return lines().obstacles(toPixels);
    }

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.ofLines(chart.lines(), chart.legend() != LegendPlace.LINE_ENDS);
    }

    @Override
    public void drawAtRight(Canvas canvas) {
        scale.draw(canvas);
    }

    /**
     * The scale beside a heat map: which color is which value.
     *
     * @param axis the values
     * @param shading their colors
     */
    record ScaleBar(ScaledAxis axis, FieldImage.Shading shading) {
        private static final double GAP = 14;
        private static final double BAR = 15;
        private static final int STEPS = 256;

        /** The color of a value; null if it has no place on the scale. */
        Color color(double value) {
            double position = axis.position(value);
            return Double.isNaN(position)
                    ? null
                    : shading.at(
                            (position - axis.getLowerBound()) / axis.getRange().getLength());
        }

        /** The room that it takes beside a plot in an area. */
        double width(Rectangle2D area) {
            AxisSpace space = new AxisSpace();
            XYPlot none = new XYPlot();
            axis.fitLabel(0.8 * area.getHeight());
            Look.drawOn(
                    new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB),
                    g2 -> space.add(
                            axis.reserveSpace(g2, none, area, RectangleEdge.RIGHT, new AxisSpace())
                                    .getRight(),
                            RectangleEdge.RIGHT));
            return GAP + BAR + space.getRight();
        }

        void draw(Canvas canvas) {
            Rectangle2D data = canvas.data();
            Rectangle2D bar = new Rectangle2D.Double(data.getMaxX() + GAP, data.getY(), BAR, data.getHeight());
            DoubleFunction<Color> color = shading::at;
            ScalarField steps = ScalarField.sample((x, y) -> y, new Limits(0, 1), new Limits(0, 1), 2, STEPS);
            Canvas inBar = new Canvas(
                    canvas.g2(),
                    bar,
                    new AffineTransform(bar.getWidth(), 0, 0, -bar.getHeight(), bar.getX(), bar.getMaxY()),
                    canvas.identities());
            new FieldImage(steps, color).draw(inBar, new Rectangle2D.Double(0, 0, 1, 1));
            canvas.draw(bar, canvas.look().outline(), Look.THIN);
            axis.draw(canvas.g2(), bar.getMaxX(), bar, bar, RectangleEdge.RIGHT, new PlotRenderingInfo(null));
        }
    }
}
