package org.gradus.chart.render.plot;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.chart.Axis;
import org.gradus.chart.Limits;

/**
 * An axis of names at the positions 0, 1, 2, …: categories from left to right, or rows from top to bottom. Names too long are cut; where categories
 * would be alike then, as t−10 and t−11, only every second is written, or every third, ….
 */
@SuppressWarnings("serial") // JFreeChart's axes are serializable; ours are never serialized
final class NamedAxis extends ScaledAxis {
    private final List<String> names;
    private final boolean downwards;

    /** Names of categories, with the first at the left. */
    static NamedAxis across(List<String> names, double room, Look look) {
        return new NamedAxis(names, false, room / names.size() - Look.TICK_GAP, look);
    }

    /** Names of rows, with the first at the top, at the position of the last. */
    static NamedAxis downwards(List<String> names, double room, Look look) {
        return new NamedAxis(names, true, room, look);
    }

    private NamedAxis(List<String> names, boolean downwards, double room, Look look) {
        super(Axis.linear(""), new Limits(-0.5, names.size() - 0.5), true, look);
        String longest = names.stream()
                .max((one, other) -> Double.compare(Look.width(one, Look.TEXT), Look.width(other, Look.TEXT)))
                .orElse("");
        float size = Look.width(longest, Look.TEXT) > room ? Look.SMALL.getSize2D() : Look.TEXT.getSize2D();
        setTickLabelFont(Fonts.able(Look.TEXT, String.join("", names)).deriveFont(size));
        long different = names.stream()
                .map(name -> Look.cut(name, getTickLabelFont(), room))
                .distinct()
                .count();
        boolean alike = !downwards && different < names.stream().distinct().count();
        double each = room + Look.TICK_GAP;
        int step = alike ? (int) Math.ceil((Look.width(longest, getTickLabelFont()) + Look.TICK_GAP) / each) : 1;
        this.names = IntStream.range(0, names.size())
                .mapToObj(i ->
                        i % step > 0 ? "" : Look.cut(names.get(i), getTickLabelFont(), step * each - Look.TICK_GAP))
                .toList();
        this.downwards = downwards;
        setTickMarksVisible(false);
        setMinorTickMarksVisible(false);
    }

    @Override
    List<Ticks.Tick> ticks(int most) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Ticks.Tick(place(i), names.get(i)))
                .toList();
    }

    /** The position of a name. */
    double place(int i) {
        return downwards ? names.size() - 1 - i : i;
    }
}
