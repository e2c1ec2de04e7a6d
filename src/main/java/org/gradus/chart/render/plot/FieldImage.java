package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.gradus.chart.HeatMapChart;
import org.gradus.chart.Oklab;
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

    /** The colors of a heat map: a way through a few colors in equal steps of what one sees. */
    static final class Shading {
        /** From dark blue over green to yellow, its lightness rising evenly. */
        private static final List<String> RISING =
                List.of("#2d1150", "#33437e", "#1f6f86", "#2a9a78", "#84bf4e", "#f6e34a");

        /** From blue over nearly white to red, lightest in the middle. */
        private static final List<String> DIVERGING =
                List.of("#12396b", "#3f7fbd", "#a9cbe6", "#f5f3f1", "#f2b89c", "#cc5a44", "#74101f");

        /** So many colors, from one end to the other, are more than one sees. */
        private static final int STEPS = 512;

        private final List<Color> colors;

        /** The way through some colors, the same length between each and the next. */
        Shading(List<Oklab> stations) {
            this.colors = IntStream.rangeClosed(0, STEPS)
                    .mapToObj(i -> {
                        double place = (double) i / STEPS * (stations.size() - 1);
                        int below = Math.min((int) place, stations.size() - 2);
                        return stations.get(below).towards(stations.get(below + 1), place - below);
                    })
                    .map(color -> Color.decode(color.html()))
                    .toList();
        }

        static Shading of(HeatMapChart.Shades shades) {
            List<String> stations = shades == HeatMapChart.Shades.RISING ? RISING : DIVERGING;
            return new Shading(stations.stream().map(Oklab::of).toList());
        }

        /**
         * {@return the color at a place of the scale}
         *
         * @param part from 0, the scale's lower end, to 1; beyond them it is that of the end
         */
        Color at(double part) {
            return colors.get((int) Math.round(Math.max(0, Math.min(part, 1)) * STEPS));
        }
    }
}
