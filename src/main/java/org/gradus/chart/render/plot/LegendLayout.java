package org.gradus.chart.render.plot;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
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

    /**
     * A legend: entries under one another in some columns, each with a sample and its text.
     *
     * @param entries the entries, column by column
     * @param columns how many columns
     * @param room the largest width of a text, which is cut if longer
     */
    record LegendBox(List<LegendEntry> entries, int columns, double room) {
        private static final double ROW = 18;
        private static final double PADDING = 5;
        private static final double TEXT_GAP = 7;
        private static final double COLUMN_GAP = 16;

        private int rows() {
            return (entries.size() + columns - 1) / columns;
        }

        private String label(int entry) {
            String label = entries.get(entry).label();
            return Look.cut(label, Fonts.able(Look.TEXT, label), room);
        }

        private double columnWidth(int column) {
            double widest = 0;
            for (int i = column * rows(); i < Math.min((column + 1) * rows(), entries.size()); i++) {
                widest = Math.max(widest, Look.width(label(i), Fonts.able(Look.TEXT, label(i))));
            }
            return LegendEntry.WIDTH + TEXT_GAP + widest;
        }

        double width() {
            double width = 2 * PADDING;
            for (int column = 0; column < columns; column++) {
                width += columnWidth(column) + (column == 0 ? 0 : COLUMN_GAP);
            }
            return width;
        }

        double height() {
            return rows() * ROW + 2 * PADDING;
        }

        /** Draws it with its top left corner at a place; framed if it lies within the plot. */
        void draw(Canvas canvas, double left, double top, boolean framed) {
            Graphics2D g2 = canvas.g2();
            if (framed) {
                Rectangle2D box = new Rectangle2D.Double(left, top, width(), height());
                canvas.fill(box, canvas.look().box());
                canvas.draw(box, canvas.look().grid(), Look.THIN);
            }
            double x = left + PADDING;
            for (int column = 0; column < columns; column++) {
                for (int i = column * rows(); i < Math.min((column + 1) * rows(), entries.size()); i++) {
                    double middle = top + PADDING + (i - column * rows() + 0.5) * ROW;
                    AffineTransform before = g2.getTransform();
                    g2.translate(x + LegendEntry.WIDTH / 2, middle);
                    entries.get(i).sample().accept(canvas);
                    g2.setTransform(before);
                    canvas.write(
                            label(i),
                            Look.TEXT,
                            canvas.look().ink(),
                            x + LegendEntry.WIDTH + TEXT_GAP,
                            middle + 0.36 * Look.TEXT.getSize2D());
                }
                x += columnWidth(column) + COLUMN_GAP;
            }
        }

        /** How many columns fit into a width, at most all entries side by side; the rows are then filled evenly. */
        static LegendBox within(double width, List<LegendEntry> entries) {
            LegendBox box = new LegendBox(entries, 1, width - LegendEntry.WIDTH - TEXT_GAP - 2 * PADDING);
            for (int columns = 2; columns <= entries.size(); columns++) {
                LegendBox wider = new LegendBox(entries, columns, box.room);
                boolean full = (columns - 1) * wider.rows() < entries.size(); // else the last column would be empty
                if (full && wider.width() <= width) {
                    box = wider;
                }
            }
            return box;
        }
    }
}
