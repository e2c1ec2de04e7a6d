package org.gradus.chart.render.shape;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Mark;

/** Small shapes around (0, 0): those that stand for classes and rules, and the marks of a map. */
public final class Shapes {
    private static final int COUNT = 8;

    private Shapes() {}

    /**
     * {@return the shape at a place of the list of eight, which repeats; all of about the same area}
     *
     * @param place the place, from 0
     * @param size about its width
     */
    public static Shape of(int place, double size) {
        double half = size / 2;
        return switch (place % COUNT) {
            case 0 -> dot(size);
            case 1 -> polygon(4, 1.15 * half, Math.PI / 4);
            case 2 -> polygon(3, 1.25 * half, 0);
            case 3 -> polygon(4, 1.2 * half, 0);
            case 4 -> plus(1.1 * half, 0);
            case 5 -> polygon(3, 1.25 * half, Math.PI);
            case 6 -> plus(1.1 * half, Math.PI / 4);
            default -> star(1.3 * half, 0.55 * half);
        };
    }

    /**
     * {@return a disk}
     *
     * @param size its diameter
     */
    public static Shape dot(double size) {
        return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }

    /**
     * {@return a square}
     *
     * @param size the length of its sides
     */
    public static Shape square(double size) {
        return new Rectangle2D.Double(-size / 2, -size / 2, size, size);
    }

    private static Shape polygon(int corners, double radius, double turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            add(path, radius, turn + 2 * Math.PI * i / corners);
        }
        path.closePath();
        return path;
    }

    /** A cross of two bars, as an area, so that it is filled like the others. */
    private static Shape plus(double half, double turn) {
        Path2D path = new Path2D.Double();
        double arm = 0.34 * half;
        for (int quarter = 0; quarter < 4; quarter++) {
            double cos = FastMath.cos(turn + quarter * Math.PI / 2);
            double sin = FastMath.sin(turn + quarter * Math.PI / 2);
            line(path, half * cos + arm * sin, half * sin - arm * cos);
            line(path, half * cos - arm * sin, half * sin + arm * cos);
            line(path, arm * cos - arm * sin, arm * sin + arm * cos);
        }
        path.closePath();
        return path;
    }

    private static Shape star(double outer, double inner) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            add(star, i % 2 == 0 ? outer : inner, Math.PI * i / 5);
        }
        star.closePath();
        return star;
    }

    /** The next corner, at an angle clockwise from the top. */
    private static void add(Path2D path, double radius, double angle) {
        line(path, radius * FastMath.sin(angle), -radius * FastMath.cos(angle));
    }

    private static void line(Path2D path, double x, double y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    /**
     * {@return the shape of a mark on a map}
     *
     * @param symbol which
     */
    public static Shape symbol(Mark.Symbol symbol) {
        return switch (symbol) {
            case RING -> dot(11);
            case STAR -> star(10, 4.4);
            case CROSS -> cross(5.5);
        };
    }

    private static Shape cross(double half) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(-half, -half);
        cross.lineTo(half, half);
        cross.moveTo(-half, half);
        cross.lineTo(half, -half);
        return cross;
    }

    /**
     * {@return the head of an arrow, in pixels}
     *
     * @param fromX the place of the arrow's beginning on the horizontal axis
     * @param fromY its place on the vertical axis
     * @param toX the place of the tip on the horizontal axis
     * @param toY its place on the vertical axis
     * @param size the length of the head
     */
    public static Shape arrowHead(double fromX, double fromY, double toX, double toY, double size) {
        AffineTransform turn = AffineTransform.getTranslateInstance(toX, toY);
        turn.rotate(FastMath.atan2(toY - fromY, toX - fromX));
        Path2D head = new Path2D.Double();
        head.moveTo(0, 0);
        head.lineTo(-size, 0.42 * size);
        head.lineTo(-0.75 * size, 0);
        head.lineTo(-size, -0.42 * size);
        head.closePath();
        return turn.createTransformedShape(head);
    }
}
