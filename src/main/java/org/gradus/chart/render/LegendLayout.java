package org.gradus.chart.render;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.gradus.chart.LegendPlace;

/** Finds the place of a legend. */
final class LegendLayout {
    static final double GAP = 9;

    /** The size of a legend, as a part of the plot if inside, else of the chart: if larger, it goes to the next place. */
    private static final double WIDEST_INSIDE = 0.5;

    private static final double WIDEST_BESIDE = 0.3;

    private static final int MOST_COLUMNS = 3;

    private static final List<LegendPlace> INSIDE = List.of(
            LegendPlace.TOP_RIGHT,
            LegendPlace.TOP_LEFT,
            LegendPlace.BOTTOM_RIGHT,
            LegendPlace.BOTTOM_LEFT,
            LegendPlace.RIGHT,
            LegendPlace.LEFT,
            LegendPlace.TOP,
            LegendPlace.BOTTOM);

    private LegendLayout() {}

    /**
     * A legend within the plot.
     *
     * @param box the legend
     * @param place where its box is
     */
    record Inside(LegendBox box, Rectangle2D place) {}

    /**
     * The legend inside the plot, in the first of the places where it covers nothing, in one column if that is possible, else in two or three.
     *
     * @param wanted a place inside the plot, which is taken whatever it covers, or {@link LegendPlace#BEST}
     * @return empty if it would cover something everywhere, or is not wanted inside
     */
    static Optional<Inside> inside(
            LegendPlace wanted, List<LegendEntry> entries, Rectangle2D plot, List<Shape> obstacles) {
        double room = plot.getWidth() - 2 * GAP;
        if (INSIDE.contains(wanted)) {
            LegendBox box = new LegendBox(entries, 1, room - 2 * LegendEntry.WIDTH);
            return Optional.of(new Inside(box, box(wanted, plot, box.width(), box.height())));
        }
        if (wanted != LegendPlace.BEST && wanted != LegendPlace.LINE_ENDS) {
            return Optional.empty();
        }
        for (int columns = 1; columns <= Math.min(MOST_COLUMNS, entries.size()); columns++) {
            LegendBox box = new LegendBox(entries, columns, room);
            if (box.width() <= WIDEST_INSIDE * plot.getWidth()) {
                Optional<LegendPlace> free = free(plot, box.width(), box.height(), obstacles);
                if (free.isPresent()) {
                    return Optional.of(new Inside(box, box(free.get(), plot, box.width(), box.height())));
                }
            }
        }
        return Optional.empty();
    }

    /** The first place inside the plot, in the order of {@link LegendPlace}, where a box covers no data. */
    static Optional<LegendPlace> free(Rectangle2D plot, double width, double height, List<Shape> obstacles) {
        return INSIDE.stream()
                .filter(place -> {
                    Rectangle2D box = box(place, plot, width, height);
                    box.setRect(
                            box.getX() - GAP / 2, box.getY() - GAP / 2, box.getWidth() + GAP, box.getHeight() + GAP);
                    return plot.contains(box) && obstacles.stream().noneMatch(shape -> shape.intersects(box));
                })
                .findFirst();
    }

    /** The rectangle of a legend at a place inside the plot. */
    static Rectangle2D box(LegendPlace place, Rectangle2D plot, double width, double height) {
        double across = switch (place) {
            case TOP_LEFT, LEFT, BOTTOM_LEFT -> 0;
            case TOP, BOTTOM -> 0.5;
            default -> 1;
        };
        double down = switch (place) {
            case TOP_LEFT, TOP, TOP_RIGHT -> 0;
            case LEFT, RIGHT -> 0.5;
            default -> 1;
        };
        double x = plot.getX() + GAP + across * (plot.getWidth() - width - 2 * GAP);
        double y = plot.getY() + GAP + down * (plot.getHeight() - height - 2 * GAP);
        return new Rectangle2D.Double(x, y, width, height);
    }

    /** The legend beside the plot, if it is narrow and not higher than the plot. */
    static Optional<LegendBox> beside(List<LegendEntry> entries, Rectangle2D area) {
        LegendBox box = new LegendBox(entries, 1, area.getWidth());
        boolean fits = box.width() <= WIDEST_BESIDE * area.getWidth() && box.height() <= 0.8 * area.getHeight();
        return fits ? Optional.of(box) : Optional.empty();
    }
}
