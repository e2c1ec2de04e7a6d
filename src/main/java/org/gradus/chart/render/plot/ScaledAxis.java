package org.gradus.chart.render.plot;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
import org.gradus.chart.ReferenceLine;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with the ticks of {@link Ticks}. On a logarithmic one JFreeChart sees only the decimal logarithms, the
 * "positions": its own logarithmic axis shows no minor ticks.
 */
@SuppressWarnings("serial") // JFreeChart's axes are serializable; ours are never serialized
class ScaledAxis extends NumberAxis {

    /** A value outside the limits is drawn at most this many axis lengths away, so that no coordinate overflows. */
    private static final double FAR = 1000;

    /** A label of at most so many letters, such as η or θ₁, stands upright beside the axis. */
    private static final int SYMBOL = 2;

    private static final double SMALLEST_TICK_ROOM = 20;

    private final Axis axis;
    private final boolean integers;

    /**
     * @param axis the description
     * @param limits the part shown
     * @param integers whether only integers make sense as ticks
     * @param look the colors
     */
    ScaledAxis(Axis axis, Limits limits, boolean integers, Look look) {
        super(axis.label().isEmpty() ? null : axis.label());
        this.axis = axis;
        this.integers = integers;
        look.style(this);
        setLabelFont(Fonts.able(Look.AXIS_LABEL, axis.label()));
        setRange(logIfAsked(limits.lower()), logIfAsked(limits.upper()));
    }

    private double logIfAsked(double value) {
        return scale() == Axis.Scale.LOG ? FastMath.log10(value) : value;
    }

    Axis.Scale scale() {
        return axis.scale();
    }

    /** The lines across the plot at its values. */
    List<ReferenceLine> lines() {
        return axis.lines();
    }

    /** The place of a value on the axis; NaN if it has none. */
    double position(double value) {
        return AutoLimits.hasPlace(scale(), value) ? near(logIfAsked(value)) : Double.NaN;
    }

    /** The place of the edge of a band: infinity, and on a logarithmic axis zero, is far outside. */
    double edgePosition(double value) {
        return near(logIfAsked(scale() == Axis.Scale.LOG ? Math.max(value, 0) : value));
    }

    private double near(double position) {
        double far = FAR * getRange().getLength();
        return Math.max(getLowerBound() - far, Math.min(position, getUpperBound() + far));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        double length = horizontal ? area.getWidth() : area.getHeight();
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        int most = Math.max(horizontal || length < 3 * SMALLEST_TICK_ROOM ? 2 : 3, (int)
                (length / (horizontal ? Look.TICK_ROOM_ACROSS : Look.TICK_ROOM_UP)));
        List<Ticks.Tick> ticks = ticks(most);
        while (most > 2 && horizontal && !fit(ticks, length, metrics)) {
            most--;
            ticks = ticks(most);
        }
        TextAnchor anchor = horizontal
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        List<NumberTick> result = new ArrayList<>();
        for (Ticks.Tick tick : ticks) {
            TickType type = tick.label().isEmpty() ? TickType.MINOR : TickType.MAJOR;
            result.add(new NumberTick(type, tick.position(), tick.label(), anchor, TextAnchor.CENTER, 0));
        }
        return result;
    }

    List<Ticks.Tick> ticks(int most) {
        double lower = getLowerBound();
        double upper = getUpperBound();
        return scale() == Axis.Scale.LOG
                ? Ticks.log(lower, upper, most)
                : Ticks.linear(lower, upper, most, integers && upper - lower >= 1);
    }

    private boolean fit(List<Ticks.Tick> ticks, double length, FontMetrics metrics) {
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : ticks) {
            if (!tick.label().isEmpty()) {
                double center = (tick.position() - getLowerBound()) / getRange().getLength() * length;
                double half = metrics.stringWidth(tick.label()) / 2.0;
                if (center - half < end + Look.TICK_GAP) {
                    return false;
                }
                end = center + half;
            }
        }
        return true;
    }

    /** Also reserves room beyond the ends, so that the outermost labels are not cut off. */
    @Override
    public AxisSpace reserveSpace(Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        AxisSpace reserved = super.reserveSpace(g2, plot, area, edge, space);
        FontMetrics metrics = g2.getFontMetrics(getTickLabelFont());
        if (!isTickLabelsVisible()) {
            return reserved;
        }
        if (RectangleEdge.isTopOrBottom(edge)) {
            List<NumberTick> ticks = refreshTicks(g2, new AxisState(), area, edge);
            double widest = ticks.stream()
                    .mapToInt(tick -> metrics.stringWidth(tick.getText()))
                    .max()
                    .orElse(0);
            reserved.ensureAtLeast(widest / 2 + 2, RectangleEdge.RIGHT);
        } else {
            reserved.ensureAtLeast(metrics.getHeight() / 2.0, RectangleEdge.TOP);
        }
        return reserved;
    }

    /** Makes the label smaller if it is longer than the axis, and cuts it rather than make it tiny. */
    void fitLabel(double length) {
        double width = getLabel() == null ? 0 : Look.width(getLabel(), getLabelFont());
        if (width > length) {
            double size = Math.max(Look.SMALL.getSize2D(), getLabelFont().getSize2D() * length / width);
            setLabelFont(getLabelFont().deriveFont((float) size));
            setLabel(Look.cut(getLabel(), getLabelFont(), length));
        }
    }

    private boolean hasUprightLabel() {
        return getLabel() != null && getLabel().codePointCount(0, getLabel().length()) <= SYMBOL;
    }

    /** An upright label is as wide as its text, not as high. */
    @Override
    protected Rectangle2D getLabelEnclosure(Graphics2D g2, RectangleEdge edge) {
        Rectangle2D box = super.getLabelEnclosure(g2, edge);
        if (RectangleEdge.isLeftOrRight(edge) && hasUprightLabel()) {
            double sides = getLabelInsets().getLeft() + getLabelInsets().getRight();
            box.setRect(0, 0, Look.width(getLabel(), getLabelFont()) + sides, box.getHeight());
        }
        return box;
    }

    /** JFreeChart turns the letters of a rotated label into outlines; this leaves them a text. */
    @Override
    protected AxisState drawLabel(
            String label,
            Graphics2D g2,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            AxisState state) {
        if (label == null || RectangleEdge.isTopOrBottom(edge)) {
            return super.drawLabel(label, g2, plotArea, dataArea, edge, state);
        }
        g2.setFont(getLabelFont());
        g2.setPaint(getLabelPaint());
        FontMetrics metrics = g2.getFontMetrics();
        double width = Look.width(label, getLabelFont());
        boolean left = edge == RectangleEdge.LEFT;
        if (hasUprightLabel()) {
            double x = left
                    ? state.getCursor() - getLabelInsets().getRight() - width
                    : state.getCursor() + getLabelInsets().getLeft();
            g2.drawString(label, (float) x, (float) (dataArea.getCenterY() + metrics.getAscent() / 2.5));
            return state;
        }
        AffineTransform level = g2.getTransform();
        double baseline = left
                ? state.getCursor() - getLabelInsets().getRight() - metrics.getDescent()
                : state.getCursor() + getLabelInsets().getLeft() + metrics.getAscent();
        g2.translate(baseline, dataArea.getCenterY() + width / 2);
        g2.rotate(-Math.PI / 2);
        g2.drawString(label, 0, 0);
        g2.setTransform(level);
        return state;
    }
}
