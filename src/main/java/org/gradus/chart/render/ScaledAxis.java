package org.gradus.chart.render;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;
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
final class ScaledAxis extends NumberAxis {

    /** A value outside the limits is drawn at most this many axis lengths away, so that no coordinate overflows. */
    private static final double FAR = 1000;

    private final Axis.Scale scale;
    private final boolean integers;

    /**
     * @param axis the description
     * @param limits the part shown
     * @param integers whether only integers make sense as ticks
     */
    ScaledAxis(Axis axis, Limits limits, boolean integers) {
        super(axis.label().isEmpty() ? null : axis.label());
        this.scale = axis.scale();
        this.integers = integers;
        setRange(logIfAsked(limits.lower()), logIfAsked(limits.upper()));
    }

    private double logIfAsked(double value) {
        return scale == Axis.Scale.LOG ? FastMath.log10(value) : value;
    }

    /** The place of a value on the axis; NaN if it has none. */
    double position(double value) {
        return AutoLimits.hasPlace(scale, value) ? near(logIfAsked(value)) : Double.NaN;
    }

    /** The place of the edge of a band: infinity, and on a logarithmic axis zero, is far outside. */
    double edgePosition(double value) {
        return near(logIfAsked(scale == Axis.Scale.LOG ? Math.max(value, 0) : value));
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
        int most = Math.max(2, (int) (length / (horizontal ? Look.TICK_ROOM_ACROSS : Look.TICK_ROOM_UP)));
        List<Ticks.Tick> ticks = ticks(most);
        while (most > 2 && horizontal && !fit(ticks, length, metrics)) {
            most--;
            ticks = ticks(most);
        }
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> result = new ArrayList<>();
        for (Ticks.Tick tick : ticks) {
            TickType type = tick.label().isEmpty() ? TickType.MINOR : TickType.MAJOR;
            result.add(new NumberTick(type, tick.position(), tick.label(), anchor, TextAnchor.CENTER, 0));
        }
        return result;
    }

    private List<Ticks.Tick> ticks(int most) {
        double lower = getLowerBound();
        double upper = getUpperBound();
        return scale == Axis.Scale.LOG
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

    /** JFreeChart turns the letters of an upright label into outlines; this leaves them a text. */
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
        AffineTransform level = g2.getTransform();
        double baseline = state.getCursor() - getLabelInsets().getRight() - metrics.getDescent();
        g2.translate(baseline, dataArea.getCenterY() + Look.width(label, getLabelFont()) / 2);
        g2.rotate(-Math.PI / 2);
        g2.drawString(label, 0, 0);
        g2.setTransform(level);
        return state;
    }
}
