package org.gradus.chart.render.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Title and subtitle above a picture or a panel, each over as many lines as it needs, up to three; then it is cut. */
final class Header {
    private static final int MOST_LINES = 3;
    private static final double GAP = 4;

    private record Line(String text, Font font, Color color) {}

    private final List<Line> lines = new ArrayList<>();

    private Header() {}

    static Header ofPicture(String title, String subtitle, double width, Look look) {
        Header header = new Header();
        header.add(title, Look.TITLE, look.ink(), width);
        header.add(subtitle, Look.SUBTITLE, look.softInk(), width);
        return header;
    }

    static Header ofPanel(String title, String subtitle, double width, Look look) {
        Header header = new Header();
        header.add(title, Look.PANEL_TITLE, look.ink(), width);
        header.add(subtitle, Look.SMALL, look.softInk(), width);
        return header;
    }

    private void add(String text, Font font, Color color, double width) {
        Font able = Fonts.able(font, text);
        String rest = text;
        for (int i = 1; i < MOST_LINES && Look.width(rest, able) > width; i++) {
            int end = end(rest, able, width);
            lines.add(new Line(rest.substring(0, end).strip(), able, color));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(new Line(Look.cut(rest, able, width), able, color));
        }
    }

    /** Where to break: behind the last word that fits, or within a word that alone is too long, as Chinese is. */
    private static int end(String text, Font font, double width) {
        int end = text.offsetByCodePoints(0, 1);
        int space = -1;
        while (end < text.length() && Look.width(text.substring(0, end), font) <= width) {
            if (text.charAt(end) == ' ') {
                space = end;
            }
            end = text.offsetByCodePoints(end, 1);
        }
        return space > 0 ? space : Math.max(text.offsetByCodePoints(0, 1), text.offsetByCodePoints(end, -1));
    }

    double height() {
        return lines.stream().mapToDouble(line -> Look.height(line.font())).sum() + (lines.isEmpty() ? 0 : GAP);
    }

    void draw(Canvas canvas, double left, double top) {
        double y = top;
        for (Line line : lines) {
            canvas.write(
                    line.text(),
                    line.font(),
                    line.color(),
                    left,
                    y + line.font().getSize2D());
            y += Look.height(line.font());
        }
    }
}
