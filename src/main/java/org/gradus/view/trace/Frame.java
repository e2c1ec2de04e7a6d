package org.gradus.view.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.gradus.chart.Limits;
import org.gradus.view.Markup;
import org.gradus.view.Numbers;

/**
 * The frame of a picture: where in the SVG a point of the plane lies, and the axes around it.
 *
 * @param x what the frame shows from left to right
 * @param y what it shows from bottom to top
 * @param left where its left edge is, in pixels
 * @param top where its upper edge is
 * @param width how wide it is
 * @param height how high it is
 */
record Frame(Limits x, Limits y, double left, double top, double width, double height) {
    private static final double FAR = 10_000; // pixels; what lies beyond is drawn there, outside of every picture
    private static final int TICKS = 6;

    double across(double value) {
        return near(left + width * (value - x.lower()) / (x.upper() - x.lower()));
    }

    double up(double value) {
        return near(top + height * (y.upper() - value) / (y.upper() - y.lower()));
    }

    private static double near(double pixels) {
        return Math.max(-FAR, Math.min(FAR, pixels));
    }

    /** Where a point is; null for one that is nowhere. */
    double[] point(double atX, double atY) {
        return Double.isFinite(atX) && Double.isFinite(atY) ? new double[] {across(atX), up(atY)} : null;
    }

    /** The edge and the axes, in SVG. */
    String axes(String xName, String yName, DoubleFunction<String> yLabel) {
        StringBuilder svg = new StringBuilder("<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(Markup.place(left), Markup.place(top), Markup.place(width), Markup.place(height)));
        double bottom = top + height;
        for (double tick : ticks(x)) {
            svg.append(tick(across(tick), bottom, 0, 5));
            svg.append(label("tick", across(tick), bottom + 20, "middle", Titles.minus(Numbers.text(tick))));
        }
        for (double tick : ticks(y)) {
            svg.append(tick(left - 5, up(tick), 5, 0));
            svg.append(label("tick", left - 9, up(tick) + 5, "end", Titles.minus(yLabel.apply(tick))));
        }
        svg.append(label("name", left + width, bottom + 38, "end", xName));
        return svg.append(label("name", left, top - 8, "middle", yName)).toString();
    }

    private static String tick(double atX, double atY, double across, double down) {
        return "<path class=\"tick\" d=\"M%s %sl%s %s\"/>\n"
                .formatted(Markup.place(atX), Markup.place(atY), Markup.place(across), Markup.place(down));
    }

    static String label(String kind, double atX, double atY, String anchor, String text) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(kind, Markup.place(atX), Markup.place(atY), anchor, Markup.escape(text));
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private static List<Double> ticks(Limits limits) {
        double room = (limits.upper() - limits.lower()) / TICKS;
        double power = FastMath.pow(10, Math.floor(FastMath.log10(room)));
        double step =
                room <= power ? power : room <= 2 * power ? 2 * power : room <= 5 * power ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(limits.lower() / step); i * step <= limits.upper(); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
