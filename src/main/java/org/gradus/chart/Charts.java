package org.gradus.chart;

import java.awt.AWTError;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * Draws charts, as PNG for slides and as SVG for web pages.
 *
 * <p>Width and height are those of the chart as it is looked at: texts are 13 to 17 pixels high whatever they are, so
 * 800 × 500 fills a slide, and a figure in a column of text is rather 640 × 400. Nothing is kept between two calls, so
 * they may come from several threads.
 *
 * <p>No window and no screen is needed. On a machine that has one, or whose {@code DISPLAY} is set but cannot be
 * reached, start Java with {@code -Djava.awt.headless=true}; setting it is left to the program, for it holds for the
 * whole process.
 */
public final class Charts {

    private static final int SMALLEST_WIDTH = 300;
    private static final int SMALLEST_HEIGHT = 200;
    private static final int LARGEST = 10_000;
    private static final double MOST_PIXELS = 1e8;

    private Charts() {}

    /**
     * Draws a chart as a PNG image of {@code width · scale} by {@code height · scale} pixels, rounded.
     *
     * @param chart what to draw
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @param scale how many pixels for one; 2 is right for slides, 1 for a first look
     * @return the content of a PNG file
     * @throws IllegalArgumentException if the size is out of bounds
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static byte[] png(Chart chart, int width, int height, double scale) {
        requireSize("png", width, height, scale);
        requireFonts();
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Theme.drawOn(image, g2 -> {
            g2.scale(scale, scale);
            render(chart, width, height).draw(g2, new Rectangle2D.Double(0, 0, width, height));
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("png: the image could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Draws a chart as one {@code <svg>} element, to be put into an HTML page as it is or into a file of its own. It
     * has no prolog, refers to nothing outside itself, and its ids do not clash with those of other charts in the same
     * page; it scales with the page ({@code viewBox}) and tells screen readers what it shows. On one machine the same
     * chart gives the same characters each time; between machines the fonts may differ.
     *
     * <p>Texts stay texts, so that they can be searched, copied and read aloud and the file stays small. Because the
     * reader's fonts may not be those that the layout was computed with, each text says how long it is to be
     * ({@code textLength}): another font is stretched or narrowed to fit, and nothing overlaps or is cut off.
     *
     * @param chart what to draw
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @return the element
     * @throws IllegalArgumentException if the size is out of bounds
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static String svg(Chart chart, int width, int height) {
        requireSize("svg", width, height, 1);
        requireFonts();
        return SvgWriter.write(chart, render(chart, width, height), width, height);
    }

    /** The one list of all kinds of charts. */
    private static JFreeChart render(Chart chart, int width, int height) {
        if (chart instanceof LineChart lines) {
            return LineChartRenderer.render(lines, width, height);
        }
        if (chart instanceof ContourChart contours) {
            return ContourChartRenderer.render(contours, width, height);
        }
        throw new IllegalArgumentException("charts: found "
                + (chart == null ? "null" : chart.getClass().getSimpleName())
                + ", which has no renderer; give a chart, or add its renderer to the list in Charts.render");
    }

    private static void requireSize(String what, int width, int height, double scale) {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT || Math.max(width, height) > LARGEST) {
            throw new IllegalArgumentException(what + ": the size is " + width + " × " + height
                    + "; give a width from " + SMALLEST_WIDTH + " and a height from " + SMALLEST_HEIGHT + " up to "
                    + LARGEST);
        }
        if (!(scale > 0 && width * scale * height * scale <= MOST_PIXELS)) {
            throw new IllegalArgumentException(what + ": the scale is " + scale
                    + "; give a number above 0, usually 1 or 2, such that the image has at most 100 million pixels");
        }
    }

    private static void requireFonts() {
        try {
            Theme.drawOn(
                    new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB),
                    g2 -> g2.getFontMetrics().stringWidth("θ"));
        } catch (AWTError | InternalError | LinkageError | RuntimeException e) {
            throw cannotDraw(e);
        }
    }

    /** Says what to install; what Java itself says depends on its version and on what exactly is missing. */
    static IllegalStateException cannotDraw(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String found = String.valueOf(cause.getMessage());
        // After a first failure Java only says which of its classes it could not initialize.
        if (cause instanceof AWTError || found.contains("GraphicsEnvironment")) {
            return new IllegalStateException(
                    "charts: Java cannot reach the screen (" + found
                            + "), and needs none; start it with -Djava.awt.headless=true",
                    failure);
        }
        return new IllegalStateException(
                "charts: Java finds no fonts to write with (" + found + "); install fontconfig and a font,"
                        + " on Debian and Ubuntu: apt-get install libfontconfig1 fonts-dejavu-core",
                failure);
    }
}
