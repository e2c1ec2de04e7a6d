package org.gradus.chart.render;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

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
