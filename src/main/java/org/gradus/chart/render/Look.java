package org.gradus.chart.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.LineStyle;
import org.gradus.chart.Mark;
import org.gradus.chart.Oklab;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The look of all charts: readable from the last row at 800×500 and a projector, quiet where there is no data.
 *
 * <p>Sizes are in pixels of a picture of up to 960 × 540; a larger one is drawn larger, see {@link Charts}.
 *
 * @param theme the colors
 */
record Look(Theme theme) {

    /** The family is DejaVu Sans, which has all mathematical signs; where it is missing Java takes its logical font. */
    static final String FONT_FAMILY = "DejaVu Sans";

    /** What an axis shows beyond the data at each end, as a part of their length. */
    static final double AIR_ACROSS = 0.03;

    static final double AIR_UP = 0.05;

    /** The least distance from tick to tick, and from one tick's label to the next. */
    static final double TICK_ROOM_ACROSS = 60;

    static final double TICK_ROOM_UP = 42;
    static final double TICK_GAP = 14;

    /** The size of a legend, as a part of the plot if inside, else of the chart: if wider, it goes to the next place. */
    static final double WIDEST_INSIDE = 0.5;

    static final double WIDEST_BESIDE = 0.3;
    static final double HIGHEST_BESIDE = 0.7;
    static final double WIDEST_NAME = 0.8;

    static final double LEGEND_GAP = 9;
    static final double SAMPLE_WIDTH = 30;
    static final double SAMPLE_HEIGHT = 9;
    static final double DOT = 7;

    /** The dots of a path across a map: at each step, unless there are more than this, and at its end. */
    static final double STEP_DOT = 5;

    static final int MOST_STEPS = 80;
    static final double END_DOT = 8;

    /** How far a simplified level line may be off. */
    static final double LEAST_DETAIL = 0.1;

    /** Where a band has but one point, a bar of this width stands for it. */
    static final Stroke LONE_BAND = new BasicStroke(9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private static final Font TITLE = new Font(FONT_FAMILY, Font.BOLD, 17);
    private static final Font SUBTITLE = new Font(FONT_FAMILY, Font.PLAIN, 13);
    private static final Font AXIS_LABEL = new Font(FONT_FAMILY, Font.PLAIN, 14);
    private static final Font TICK_LABEL = new Font(FONT_FAMILY, Font.PLAIN, 13);
    private static final Font LEGEND = new Font(FONT_FAMILY, Font.PLAIN, 13);

    private static final int BOX_ALPHA = 217;
    private static final int HALO_ALPHA = 210;

    static final Stroke LEVEL_LINE = new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Color INVISIBLE = new Color(0, 0, 0, 0);

    private static final Color GOLD = new Color(0xFF, 0xC8, 0x1E);

    private static final float SMALLEST_LABEL = 11;
    private static final Stroke THIN = new BasicStroke(1f);
    private static final Stroke THICK = new BasicStroke(2f);

    /**
     * Draws on an image the way all charts are drawn. Fractional metrics put letters where they belong, not on whole
     * pixels, so that the layout is the same at every scale.
     */
    static void drawOn(BufferedImage image, Consumer<Graphics2D> drawing) {
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.accept(g2);
        g2.dispose();
    }

    /** A string's width in a font, whatever is drawn on. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** The longest beginning of a legend's text that fits, with "…" if something was left out. */
    static String legendText(String text, double room) {
        return cut(text, LEGEND, room);
    }

    private static String cut(String text, Font font, double room) {
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

    Color background() {
        return Color.decode(theme.background());
    }

    /** The color beneath a path, so that paths stay apart. */
    Color halo() {
        return withAlpha(background(), HALO_ALPHA);
    }

    Color drawn(String color) {
        return Color.decode(theme.drawn(color));
    }

    Color color(Map<String, String> colors, Series series) {
        Color full = drawn(colors.get(series.color()));
        return series.style() == LineStyle.FAINT ? withAlpha(full, 115) : full;
    }

    Color bandColor(Map<String, String> colors, Series series) {
        return withAlpha(drawn(colors.get(series.color())), 51);
    }

    /** The color of what lies below a level, the first of which is the lowest. */
    Color levelFill(int level, int count) {
        return between(theme.lowGround(), theme.highGround(), level, count);
    }

    /** The color of a level's line, darker than the ground on both sides. */
    Color levelLine(int level, int count) {
        return between(theme.lowLine(), theme.highLine(), level, count);
    }

    private static Color between(String low, String high, int level, int count) {
        double part = count == 1 ? 0 : (double) level / (count - 1);
        return Color.decode(Oklab.of(low).towards(Oklab.of(high), part).html());
    }

    /** A circle around (0, 0). */
    static Shape dot(double size) {
        return new Ellipse2D.Double(-size / 2, -size / 2, size, size);
    }

    /** The shape of a mark around (0, 0). */
    static Shape symbol(Mark.Symbol symbol) {
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

    private static Shape star(double outer, double inner) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? outer : inner;
            double angle = Math.PI * i / 5;
            double x = radius * FastMath.sin(angle);
            double y = -radius * FastMath.cos(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        return star;
    }

    Color symbolFill(Mark.Symbol symbol) {
        return symbol == Mark.Symbol.STAR ? GOLD : background();
    }

    static Stroke symbolStroke(Mark.Symbol symbol) {
        return symbol == Mark.Symbol.STAR ? THIN : THICK;
    }

    private static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
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

    /** The stroke of the white line beneath a path. */
    static Stroke haloStroke(LineStyle style) {
        return new BasicStroke(stroke(style).getLineWidth() + 2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    void style(ValueAxis axis) {
        axis.setLabelFont(AXIS_LABEL);
        axis.setLabelPaint(ink());
        axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
        axis.setTickLabelFont(TICK_LABEL);
        axis.setTickLabelPaint(ink());
        axis.setAxisLineVisible(false); // the plot's outline is enough
        axis.setTickLabelInsets(new RectangleInsets(3, 5, 3, 5));
        axis.setTickMarkPaint(Color.decode(theme.outline()));
        axis.setTickMarkStroke(THIN);
        axis.setTickMarkOutsideLength(5);
        axis.setMinorTickMarksVisible(true);
        axis.setMinorTickMarkOutsideLength(3);
    }

    /** Makes the label of an axis smaller if it is longer than the axis, and cuts it rather than make it tiny. */
    static void fitLabel(ValueAxis axis, double length) {
        double width = axis.getLabel() == null ? 0 : width(axis.getLabel(), AXIS_LABEL);
        if (width > length) {
            double size = Math.max(SMALLEST_LABEL, AXIS_LABEL.getSize2D() * length / width);
            Font font = AXIS_LABEL.deriveFont((float) size);
            axis.setLabelFont(font);
            axis.setLabel(cut(axis.getLabel(), font, length));
        }
    }

    void style(XYPlot plot) {
        plot.setBackgroundPaint(background());
        plot.setOutlinePaint(Color.decode(theme.outline()));
        plot.setOutlineStroke(THIN);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(6, 0, 0, 0));
        plot.setDomainGridlinePaint(Color.decode(theme.grid()));
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlinePaint(Color.decode(theme.grid()));
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeZeroBaselinePaint(Color.decode(theme.zero()));
        plot.setRangeZeroBaselineStroke(THIN);
    }

    void style(LegendTitle legend) {
        legend.setItemFont(LEGEND);
        legend.setItemPaint(ink());
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 4));
        legend.setBackgroundPaint(withAlpha(background(), BOX_ALPHA));
        legend.setFrame(new BlockBorder(Color.decode(theme.grid())));
        legend.setPadding(new RectangleInsets(2, 4, 2, 4));
        legend.setMargin(RectangleInsets.ZERO_INSETS);
    }

    /** Beside or under the plot a legend needs no box. */
    static void styleOutside(LegendTitle legend) {
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
    }

    /** A remark in the middle of an empty plot. */
    XYTextAnnotation note(String text, double x, double y) {
        XYTextAnnotation note = new XYTextAnnotation(text, x, y);
        note.setFont(AXIS_LABEL);
        note.setPaint(Color.decode(theme.softInk()));
        return note;
    }

    /** A chart around a plot: white, with title and subtitle at the left. */
    JFreeChart chart(String title, String subtitle, XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, TITLE, plot, false);
        chart.setBackgroundPaint(background());
        chart.setPadding(new RectangleInsets(8, 8, 8, 10));
        addTitle(chart, title, TITLE, ink());
        if (!subtitle.isEmpty()) {
            addTitle(chart, subtitle, SUBTITLE, Color.decode(theme.softInk()));
        }
        return chart;
    }

    private static void addTitle(JFreeChart chart, String text, Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setMargin(new RectangleInsets(0, 4, 3, 0));
        chart.addSubtitle(title);
    }
}
