package org.gradus.chart.render.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.chart.Chart;
import org.gradus.chart.LegendPlace;
import org.gradus.chart.Panels;

/** A whole picture: the title, one plot or several panels, and the legend in its place. */
public final class Picture {
    private static final double HIGHEST_UNDER = 0.45;
    private static final double LEGEND_GAP = 8;

    private static final Rectangle2D NOWHERE = new Rectangle2D.Double();

    private final Look look;
    private final double width;
    private final double height;

    /**
     * A picture of a size.
     *
     * @param look the colors
     * @param width the width; texts are 11 to 17 high
     * @param height the height
     */
    public Picture(Look look, double width, double height) {
        this.look = look;
        this.width = width;
        this.height = height;
    }

    /**
     * Draws a chart.
     *
     * @param chart what to draw
     * @param g2 where to draw, from (0, 0)
     * @return the rectangle within the axes; of panels the one with all of them
     * @throws IllegalStateException if no font has the letters of a text; the message says what to install
     */
    public Rectangle2D draw(Chart chart, Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double room = width - 2 * Look.MARGIN;
        Header header = Header.ofPicture(chart.title(), chart.subtitle(), room - 4, look);
        double top = Look.MARGIN + header.height();
        Rectangle2D area = new Rectangle2D.Double(Look.MARGIN, top, room, height - Look.MARGIN - top);
        if (chart instanceof Panels panels) {
            PanelGrid grid = new PanelGrid(panels, look, area);
            Canvas canvas = canvas(g2, header, grid.contents());
            List<LegendEntry> entries = grid.legend();
            Rectangle2D rest = entries.isEmpty() ? area : drawUnder(canvas, entries, area);
            grid.draw(canvas, rest);
            return rest;
        }
        Content content = Content.of(chart, look, area);
        return drawOne(canvas(g2, header, List.of(content)), content, area);
    }

    /** The ground of the picture with the title above. */
    private Canvas canvas(Graphics2D g2, Header header, List<Content> contents) {
        Identities identities = new Identities(
                contents.stream().flatMap(Content::colors).distinct().toList(),
                contents.stream()
                        .flatMap(content -> content.lineColors().stream())
                        .toList(),
                look);
        Canvas canvas = new Canvas(g2, new Rectangle2D.Double(0, 0, width, height), null, identities);
        canvas.fill(canvas.data(), look.background());
        header.draw(canvas, Look.MARGIN + 2, Look.MARGIN);
        return canvas;
    }

    private static Rectangle2D drawOne(Canvas canvas, Content content, Rectangle2D area) {
        List<LegendEntry> entries = content.legend();
        LegendPlace wanted = content.chart().legend();
        Frame frame = new Frame(content, canvas.identities(), area);
        if (entries.isEmpty() || wanted == LegendPlace.NONE) {
            return drawn(frame, canvas);
        }
        Rectangle2D data = frame.data();
        Optional<LegendLayout.Inside> inside = LegendLayout.inside(wanted, entries, data, frame.obstacles(data));
        if (inside.isPresent()) {
            Rectangle2D place = inside.get().place();
            frame.draw(canvas.g2(), place);
            inside.get().box().draw(canvas, place.getX(), place.getY(), true);
            return data;
        }
        Rectangle2D rest = LegendLayout.beside(entries, area)
                .map(box -> drawBeside(canvas, box, area, data))
                .orElseGet(() -> drawUnder(canvas, entries, area));
        return drawn(new Frame(content, canvas.identities(), rest), canvas);
    }

    private static Rectangle2D drawn(Frame frame, Canvas canvas) {
        frame.draw(canvas.g2(), NOWHERE);
        return frame.data();
    }

    /** Draws the legend at the right and returns what is left. */
    private static Rectangle2D drawBeside(
            Canvas canvas, LegendLayout.LegendBox box, Rectangle2D area, Rectangle2D data) {
        double top = Math.max(data.getY(), data.getCenterY() - box.height() / 2);
        box.draw(canvas, area.getMaxX() - box.width(), top, false);
        return new Rectangle2D.Double(
                area.getX(), area.getY(), area.getWidth() - box.width() - LEGEND_GAP, area.getHeight());
    }

    /** Draws the legend at the bottom, in as many columns as there is room for, and returns what is left. */
    private static Rectangle2D drawUnder(Canvas canvas, List<LegendEntry> entries, Rectangle2D area) {
        LegendLayout.LegendBox box = LegendLayout.LegendBox.within(area.getWidth(), entries);
        int shown = entries.size();
        while (box.height() > HIGHEST_UNDER * area.getHeight() && shown > 1) {
            shown--;
            List<LegendEntry> some = new ArrayList<>(entries.subList(0, shown));
            some.add(new LegendEntry("and " + (entries.size() - shown) + " more", sample -> {}));
            box = LegendLayout.LegendBox.within(area.getWidth(), some);
        }
        box.draw(canvas, area.getCenterX() - box.width() / 2, area.getMaxY() - box.height(), false);
        return new Rectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), area.getHeight() - box.height() - LEGEND_GAP / 2);
    }
}
