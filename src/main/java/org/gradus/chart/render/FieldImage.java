package org.gradus.chart.render;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;
import org.gradus.chart.ScalarField;

/** A field as an image, one color for each value, so that a file with many cells stays small. */
final class FieldImage {
    private static final Color NOTHING = new Color(0, 0, 0, 0);

    /** From so many pixels on the edges between cells are sharp whatever a program does that enlarges the image. */
    private static final int SHARP = 600;

    private final BufferedImage image;

    /**
     * @param field the values
     * @param color the color of a value; null for none
     */
    FieldImage(ScalarField field, DoubleFunction<Color> color) {
        int times = Math.max(1, SHARP / Math.max(field.columns(), field.rows()));
        image = new BufferedImage(times * field.columns(), times * field.rows(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < field.rows(); row++) {
            for (int column = 0; column < field.columns(); column++) {
                Color found = color.apply(field.z(column, row));
                int rgb = (found == null ? NOTHING : found).getRGB();
                int top = times * (field.rows() - 1 - row);
                for (int i = 0; i < times * times; i++) {
                    image.setRGB(times * column + i % times, top + i / times, rgb);
                }
            }
        }
    }

    /** Draws the image into a rectangle of positions. */
    void draw(Canvas canvas, Rectangle2D positions) {
        Rectangle2D place = canvas.placed(positions).getBounds2D();
        canvas.g2()
                .setRenderingHint(
                        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform toPlace = AffineTransform.getTranslateInstance(place.getX(), place.getY());
        toPlace.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
        canvas.g2().drawImage(image, toPlace, null);
    }

    /** The rectangle of positions that all cells cover, each around its place. */
    static Rectangle2D cells(ScalarField field, double left, double right, double bottom, double top) {
        double across = (right - left) / (field.columns() - 1);
        double up = (top - bottom) / (field.rows() - 1);
        return new Rectangle2D.Double(left - across / 2, bottom - up / 2, right - left + across, top - bottom + up);
    }
}
