package org.gradus.chart.render.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Panels;
import org.jfree.data.Range;

/** Panels in rows and columns, their plots aligned and of one size. */
final class PanelGrid {
    private static final double GAP = 12;

    /** The part of a cell that is surely left when the title and the legend have theirs. */
    private static final double PLOT = 0.65;

    private final Panels panels;
    private final int columns;
    private final int rows;
    private final List<Content> contents;

    /** Panels in an area, of which a legend may still take a part. */
    PanelGrid(Panels panels, Look look, Rectangle2D area) {
        this.panels = panels;
        this.columns = panels.columns();
        this.rows = (panels.charts().size() + columns - 1) / columns;
        Rectangle2D cell = cell(area, 0);
        cell.setRect(0, 0, cell.getWidth(), PLOT * cell.getHeight());
        this.contents = panels.charts().stream()
                .map(chart -> Content.of(chart, look, cell))
                .toList();
        share();
    }

    List<Content> contents() {
        return contents;
    }

    /** What the legend of all panels says, each entry once. */
    List<LegendEntry> legend() {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        contents.stream()
                .filter(content -> content.chart().legend() != LegendPlace.NONE)
                .flatMap(content -> content.legend().stream())
                .forEach(entry -> entries.putIfAbsent(entry.label(), entry));
        return List.copyOf(entries.values());
    }

    private Rectangle2D cell(Rectangle2D area, int panel) {
        double width = (area.getWidth() - (columns - 1) * GAP) / columns;
        double height = (area.getHeight() - (rows - 1) * GAP) / rows;
        return new Rectangle2D.Double(
                area.getX() + panel % columns * (width + GAP),
                area.getY() + panel / columns * (height + GAP),
                width,
                height);
    }

    void draw(Canvas canvas, Rectangle2D area) {
        List<Header> titles = panels.charts().stream()
                .map(chart -> Header.ofPanel(
                        chart.title(), chart.subtitle(), cell(area, 0).getWidth(), canvas.look()))
                .toList();
        double title = titles.stream().mapToDouble(Header::height).max().orElse(0);
        List<Frame> first = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            first.add(new Frame(contents.get(i), canvas.identities(), below(cell(area, i), title)));
        }
        List<Rectangle2D> cells = aligned(first, area, title);
        for (int i = 0; i < contents.size(); i++) {
            Rectangle2D cell = cells.get(i);
            titles.get(i).draw(canvas, cell.getX() + 2, cell.getY());
            Frame frame = new Frame(contents.get(i), canvas.identities(), below(cell, title));
            frame.fix(largest(first, i));
            frame.draw(canvas.g2(), new Rectangle2D.Double());
        }
    }

    private static Rectangle2D below(Rectangle2D cell, double title) {
        return new Rectangle2D.Double(cell.getX(), cell.getY() + title, cell.getWidth(), cell.getHeight() - title);
    }

    /** The largest margins in the column and in the row of a panel. */
    private Frame.Margins largest(List<Frame> frames, int panel) {
        double left = 0;
        double right = 0;
        double bottom = 0;
        for (int i = 0; i < frames.size(); i++) {
            Frame.Margins margins = frames.get(i).margins();
            if (i % columns == panel % columns) {
                left = Math.max(left, margins.left());
                right = Math.max(right, margins.right());
            }
            if (i / columns == panel / columns) {
                bottom = Math.max(bottom, margins.bottom());
            }
        }
        return new Frame.Margins(left, bottom, right);
    }

    /** Cells that leave all plots one size: as large as the margins of its column and row ask for. */
    private List<Rectangle2D> aligned(List<Frame> frames, Rectangle2D area, double title) {
        List<Double> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            Frame.Margins margins = largest(frames, column);
            widths.add(margins.left() + margins.right() + frames.get(column).roomAtRight());
        }
        List<Double> heights = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            heights.add(largest(frames, row * columns).bottom() + title);
        }
        double width = (area.getWidth() - (columns - 1) * GAP - sum(widths, columns)) / columns;
        double height = (area.getHeight() - (rows - 1) * GAP - sum(heights, rows)) / rows;
        List<Rectangle2D> cells = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            cells.add(new Rectangle2D.Double(
                    area.getX() + column * (width + GAP) + sum(widths, column),
                    area.getY() + row * (height + GAP) + sum(heights, row),
                    width + widths.get(column),
                    height + heights.get(row)));
        }
        return cells;
    }

    private static double sum(List<Double> sizes, int count) {
        return sizes.stream().limit(count).mapToDouble(size -> size).sum();
    }

    /** Gives shared axes one range, and their numbers to the outermost panels only. */
    private void share() {
        if (panels.sharing().x()) {
            share(Content::xAxis);
        }
        if (panels.sharing().y()) {
            share(Content::yAxis);
        }
        for (int i = 0; i < contents.size(); i++) {
            boolean lowest = i + columns >= contents.size();
            if (panels.sharing().x() && !lowest) {
                hide(contents.get(i).xAxis());
            }
            if (panels.sharing().y() && i % columns > 0) {
                hide(contents.get(i).yAxis());
            }
        }
    }

    private void share(Function<Content, ScaledAxis> axis) {
        Range all = contents.stream()
                .map(content -> axis.apply(content).getRange())
                .reduce(Range::combine)
                .orElseThrow();
        contents.forEach(content -> axis.apply(content).setRange(all));
    }

    private static void hide(ScaledAxis axis) {
        axis.setTickLabelsVisible(false);
        axis.setLabel(null);
    }
}
