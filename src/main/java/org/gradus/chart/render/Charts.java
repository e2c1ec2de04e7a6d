package org.gradus.chart.render;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.gradus.chart.Chart;
import org.gradus.chart.Theme;
import org.gradus.chart.render.plot.Look;
import org.gradus.chart.render.plot.Picture;

/**
 * Draws charts: as PNG for slides, as SVG for web pages, as PDF for paper.
 *
 * <p>Width and height are those of the chart as it is looked at. Up to 960 × 540 texts are 13 to 17 pixels high; a larger chart is the same one,
 * enlarged until it touches its width or its height, so that 1920 × 1080 is a slide whose smallest text has 22 pixels. Nothing is kept between two
 * calls, so they may come from several threads.
 *
 * <p>The same chart gives the same bytes each time on one machine: no file has a date or a random id. What it should tell about where it comes
 * from is its metadata, any names and texts in an order; they are found again in the file's own place for such things.
 *
 * <p>No window and no screen is needed. On a machine that has one, or whose {@code DISPLAY} is set but cannot be
 * reached, start Java with {@code -Djava.awt.headless=true}; setting it is left to the program, for it holds for the
 * whole process.
 */
public final class Charts {
    /** Under which name a file's {@link #metadata} have the title. */
    public static final String TITLE = Metadata.TITLE;

    /** Under which name a file's {@link #metadata} have the chart in one sentence. */
    public static final String DESCRIPTION = Metadata.DESCRIPTION;

    private static final int SMALLEST_WIDTH = 300;
    private static final int SMALLEST_HEIGHT = 200;
    private static final int LARGEST = 10_000;
    private static final double MOST_PIXELS = 1e8;

    /** The largest picture in which the sizes of {@link Look} are pixels. */
    private static final double UNIT_WIDTH = 960;

    private static final double UNIT_HEIGHT = 540;

    private Charts() {}

    /**
     * Draws a chart as a PNG image of {@code width · scale} by {@code height · scale} pixels, rounded. The title and the metadata are in its text
     * chunks: {@code tEXt} if they are ASCII, else {@code iTXt}.
     *
     * @param chart what to draw
     * @param theme the colors around the data
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @param scale how many pixels for one; 2 is right for screens with small pixels
     * @param metadata what the file tells beside the picture, by name; a name has 1 to 79 ASCII characters
     * @return the content of a PNG file
     * @throws IllegalArgumentException if the size is out of bounds, or a name or a text cannot be written
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static byte[] png(
            Chart chart, Theme theme, int width, int height, double scale, Map<String, String> metadata) {
        requireSize("png", width, height, scale);
        Metadata texts = new Metadata(chart, metadata);
        requireFonts();
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Look.drawOn(image, g2 -> {
            g2.scale(scale, scale);
            drawing(chart, theme, width, height).accept(g2);
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("png: the image could not be written to memory", e);
        }
        return PngTexts.into(bytes.toByteArray(), texts.all());
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
     * <p>The metadata are {@code <entry name="…">} elements within {@code <metadata>}.
     *
     * @param chart what to draw
     * @param theme the colors around the data
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @param metadata what the file tells beside the picture, by name; a name has 1 to 79 ASCII characters
     * @return the element
     * @throws IllegalArgumentException if the size is out of bounds, or a name or a text cannot be written
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static String svg(Chart chart, Theme theme, int width, int height, Map<String, String> metadata) {
        requireSize("svg", width, height, 1);
        Metadata texts = new Metadata(chart, metadata);
        requireFonts();
        return SvgWriter.write(texts, drawing(chart, theme, width, height), width, height);
    }

    /**
     * Draws a chart as a PDF of one page, {@code width} by {@code height} points of 1/72 inch. Letters are outlines: no font is needed to read it.
     * The title and the metadata are in the document's information.
     *
     * @param chart what to draw
     * @param theme the colors around the data
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @param metadata what the file tells beside the picture, by name; a name has 1 to 79 ASCII characters
     * @return the content of a PDF file
     * @throws IllegalArgumentException if the size is out of bounds, or a name or a text cannot be written
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static byte[] pdf(Chart chart, Theme theme, int width, int height, Map<String, String> metadata) {
        requireSize("pdf", width, height, 1);
        Metadata texts = new Metadata(chart, metadata);
        requireFonts();
        return PdfWriter.write(texts, drawing(chart, theme, width, height), width, height);
    }

    /**
     * Finds in a file what was written into it beside the picture.
     *
     * @param file the content of a PNG, SVG or PDF file
     * @return title, description and metadata by name; nothing if the file is of another
     *     kind, has none, or is damaged
     */
    public static Map<String, String> metadata(byte[] file) {
        return MetadataReader.read(file);
    }

    /**
     * Says where the plot of a chart will be, so that something else can be drawn over it, such as a path that moves.
     *
     * @param chart a chart with axes
     * @param width the width, 300 to 10,000
     * @param height the height, 200 to 10,000
     * @return the rectangle within the axes, in the coordinates of the SVG of that size
     * @throws IllegalArgumentException if the size is out of bounds
     * @throws IllegalStateException if Java finds no font, or wants a screen; the message says what to do
     */
    public static PlotArea plotArea(Chart chart, int width, int height) {
        requireSize("plot area", width, height, 1);
        requireFonts();
        double unit = Math.max(1, Math.min(width / UNIT_WIDTH, height / UNIT_HEIGHT));
        Rectangle2D data = new Rectangle2D.Double();
        Picture picture = new Picture(new Look(Theme.LIGHT), width / unit, height / unit);
        Look.drawOn(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), g2 -> data.setRect(picture.draw(chart, g2)));
        return new PlotArea(data.getX() * unit, data.getY() * unit, data.getWidth() * unit, data.getHeight() * unit);
    }

    private static Consumer<Graphics2D> drawing(Chart chart, Theme theme, int width, int height) {
        double unit = Math.max(1, Math.min(width / UNIT_WIDTH, height / UNIT_HEIGHT));
        return g2 -> {
            g2.scale(unit, unit);
            new Picture(new Look(theme), width / unit, height / unit).draw(chart, g2);
        };
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
            Look.drawOn(
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
