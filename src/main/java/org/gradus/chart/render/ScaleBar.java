package org.gradus.chart.render;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;
import org.gradus.chart.Limits;
import org.gradus.chart.ScalarField;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The scale beside a heat map: which color is which value.
 *
 * @param axis the values
 * @param shading their colors
 */
record ScaleBar(ScaledAxis axis, Shading shading) {
    private static final double GAP = 14;
    private static final double BAR = 15;
    private static final int STEPS = 256;

    /** The color of a value; null if it has no place on the scale. */
    Color color(double value) {
        double position = axis.position(value);
        return Double.isNaN(position)
                ? null
                : shading.at((position - axis.getLowerBound()) / axis.getRange().getLength());
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
                canvas.look());
        new FieldImage(steps, color).draw(inBar, new Rectangle2D.Double(0, 0, 1, 1));
        canvas.draw(bar, canvas.look().outline(), Look.THIN);
        axis.draw(canvas.g2(), bar.getMaxX(), bar, bar, RectangleEdge.RIGHT, new PlotRenderingInfo(null));
    }
}
