package org.gradus.chart.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Stripes on bars, so that those whose colors look alike in gray are told apart. */
final class Hatch {
    private static final double DISTANCE = 8;
    private static final BasicStroke STRIPE = new BasicStroke(1.6f);

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
