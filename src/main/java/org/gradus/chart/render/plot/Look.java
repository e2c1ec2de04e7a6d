package org.gradus.chart.render.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Mark;
import org.gradus.chart.Oklab;
import org.gradus.chart.Theme;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look of all charts: readable from the last row at 960 × 540 and a projector, quiet where there is no data.
 *
 * <p>Sizes are in pixels of a picture of up to 960 × 540; a larger one is drawn larger, see {@link Picture}.
 *
 * @param theme the colors
 */
public record Look(Theme theme) {

    /** The family is DejaVu Sans, which has all mathematical signs; where it is missing Java takes its logical font. */
    public static final String FONT_FAMILY = "DejaVu Sans";

    static final Font TITLE = new Font(FONT_FAMILY, Font.BOLD, 17);
    static final Font SUBTITLE = new Font(FONT_FAMILY, Font.PLAIN, 13);
    static final Font PANEL_TITLE = new Font(FONT_FAMILY, Font.BOLD, 13);
    static final Font AXIS_LABEL = new Font(FONT_FAMILY, Font.PLAIN, 14);
    static final Font TEXT = new Font(FONT_FAMILY, Font.PLAIN, 13);
    static final Font SMALL = new Font(FONT_FAMILY, Font.PLAIN, 11);

    /** Between the picture's edge and what is drawn. */
    static final double MARGIN = 10;

    /** The least distance from tick to tick, and from one tick's label to the next. */
    static final double TICK_ROOM_ACROSS = 60;

    static final double TICK_ROOM_UP = 36;
    static final double TICK_GAP = 14;

    static final double STEP_DOT = 5;
    static final double DOT = 7;
    static final double POINT = 8;
    static final double END_DOT = 9;

    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke THICK = new BasicStroke(2f);
    static final Stroke LEVEL_LINE = new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final int BOX_ALPHA = 225;
    private static final int HALO_ALPHA = 220;
    private static final int FAINT_ALPHA = 115;
    private static final int BAND_ALPHA = 51;
    private static final float HALO = 2.4f;
    private static final Color GOLD = new Color(0xFF, 0xC8, 0x1E);

    /**
     * Draws on an image the way all charts are drawn. Fractional metrics put letters where they belong, not on whole
     * pixels, so that the layout is the same at every scale.
     *
     * @param image the image
     * @param drawing what draws
     */
    public static void drawOn(BufferedImage image, Consumer<Graphics2D> drawing) {
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.accept(g2);
        g2.dispose();
    }

    /**
     * {@return a text's width in a font, whatever is drawn on}
     *
     * @param text the text
     * @param font the font
     */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** The height of a line of text. */
    static double height(Font font) {
        return 1.3 * font.getSize2D();
    }

    /** The longest beginning of a text that fits, with "…" if something was left out. */
    static String cut(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", font) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    Color ink() {
        return Color.decode(theme.ink());
    }

    Color softInk() {
        return Color.decode(theme.softInk());
    }

    Color outline() {
        return Color.decode(theme.outline());
    }

    Color grid() {
        return Color.decode(theme.grid());
    }

    Color zero() {
        return Color.decode(theme.zero());
    }

    Color background() {
        return Color.decode(theme.background());
    }

    /** The ground of a legend inside the plot. */
    Color box() {
        return withAlpha(background(), BOX_ALPHA);
    }

    /** The color beneath a path, so that paths stay apart. */
    Color halo() {
        return withAlpha(background(), HALO_ALPHA);
    }

    static Color faint(Color color) {
        return withAlpha(color, FAINT_ALPHA);
    }

    static Color band(Color color) {
        return withAlpha(color, BAND_ALPHA);
    }

    static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** The color of what lies below a level, the first of which is the lowest; one more is what lies above all. */
    Color ground(int level, int count) {
        return between(theme.lowGround(), theme.highGround(), (double) level / count);
    }

    /** The color of a level's line. */
    Color levelLine(int level, int count) {
        return between(theme.lowLine(), theme.highLine(), count == 1 ? 0 : (double) level / (count - 1));
    }

    static Color between(String from, String to, double part) {
        return Color.decode(Oklab.of(from).towards(Oklab.of(to), part).html());
    }

    Color symbolFill(Mark.Symbol symbol) {
        return symbol == Mark.Symbol.STAR ? GOLD : background();
    }

    /** A star keeps its dark outline on a dark ground. */
    Color symbolInk(Mark.Symbol symbol) {
        return symbol == Mark.Symbol.STAR ? Color.decode(Theme.LIGHT.ink()) : ink();
    }

    static Stroke symbolStroke(Mark.Symbol symbol) {
        return symbol == Mark.Symbol.STAR ? THIN : THICK;
    }

    static BasicStroke stroke(LineStyle style) {
        int cap = BasicStroke.CAP_ROUND;
        int join = BasicStroke.JOIN_ROUND;
        return switch (style) {
            case SOLID -> new BasicStroke(2.2f, cap, join);
            case DASHED -> new BasicStroke(2f, BasicStroke.CAP_BUTT, join, 1f, new float[] {7, 4}, 0);
            case FAINT -> new BasicStroke(1.3f, cap, join);
        };
    }

    /** The stroke of a reference line, thinner than that of data. */
    static BasicStroke referenceStroke(LineStyle style) {
        float width = style == LineStyle.FAINT ? 0.9f : 1.4f;
        return style == LineStyle.DASHED
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5, 3}, 0)
                : new BasicStroke(width);
    }

    /** The stroke of the line beneath a path. */
    static BasicStroke haloStroke(LineStyle style) {
        return new BasicStroke(stroke(style).getLineWidth() + HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    void style(ValueAxis axis) {
        axis.setLabelFont(AXIS_LABEL);
        axis.setLabelPaint(ink());
        axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
        axis.setTickLabelFont(TEXT);
        axis.setTickLabelPaint(ink());
        axis.setAxisLineVisible(false); // the plot's outline is enough
        axis.setTickLabelInsets(new RectangleInsets(3, 5, 3, 5));
        axis.setTickMarkPaint(outline());
        axis.setTickMarkStroke(THIN);
        axis.setTickMarkOutsideLength(5);
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickMarkOutsideLength(3);
    }

    void style(XYPlot plot) {
        plot.setBackgroundPaint(background());
        plot.setOutlinePaint(outline());
        plot.setOutlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, 0, 0, 0));
        plot.setDomainGridlinePaint(grid());
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlinePaint(grid());
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeZeroBaselinePaint(zero());
        plot.setRangeZeroBaselineStroke(THIN);
    }
}
