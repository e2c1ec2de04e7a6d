package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * What a plot's content is drawn on.
 *
 * @param g2 where to draw
 * @param data the rectangle within the axes
 * @param toPixels the way from positions on the axes to pixels
 * @param identities which color and which shape stands for whom, in which look
 * @param legend where the legend stands within the plot; an empty rectangle for none
 */
record Canvas(Graphics2D g2, Rectangle2D data, AffineTransform toPixels, Identities identities, Rectangle2D legend) {

    Canvas(Graphics2D g2, Rectangle2D data, AffineTransform toPixels, Identities identities) {
        this(g2, data, toPixels, identities, new Rectangle2D.Double());
    }

    Canvas(Graphics2D g2, Rectangle2D data, ScaledAxis x, ScaledAxis y, Identities identities, Rectangle2D legend) {
        this(g2, data, toPixels(data, x, y), identities, legend);
    }

    Look look() {
        return identities.look();
    }

    static AffineTransform toPixels(Rectangle2D data, ScaledAxis x, ScaledAxis y) {
        AffineTransform toPixels = new AffineTransform();
        toPixels.translate(data.getX(), data.getMaxY());
        toPixels.scale(
                data.getWidth() / x.getRange().getLength(),
                -data.getHeight() / y.getRange().getLength());
        toPixels.translate(-x.getLowerBound(), -y.getLowerBound());
        return toPixels;
    }

    Point2D at(double x, double y) {
        return toPixels.transform(new Point2D.Double(x, y), null);
    }

    /** A shape given in positions, in pixels. */
    Shape placed(Shape shape) {
        return toPixels.createTransformedShape(shape);
    }

    /** A shape around (0, 0) of fixed size, moved to a place in pixels. */
    static Shape moved(Shape shape, Point2D to) {
        return AffineTransform.getTranslateInstance(to.getX(), to.getY()).createTransformedShape(shape);
    }

    void fill(Shape shape, Color color) {
        g2.setPaint(color);
        g2.fill(shape);
    }

    void draw(Shape shape, Color color, Stroke stroke) {
        g2.setPaint(color);
        g2.setStroke(stroke);
        g2.draw(shape);
    }

    /** Writes a text whose baseline begins at a place in pixels. */
    void write(String text, Font font, Color color, double x, double y) {
        g2.setFont(Fonts.able(font, text));
        g2.setPaint(color);
        g2.drawString(text, (float) x, (float) y);
    }
}
