package org.gradus.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gradus.graph.Graph.Edge;
import org.gradus.graph.Graph.Node;
import org.gradus.graph.GraphLayout.Point;
import org.gradus.graph.GraphLayout.Size;

/** A graph as an SVG picture. It brings its own background, so that it looks the same on light and on dark pages. */
final class GraphSvg {
    private static final int MOST_NODES = 500;
    private static final double MARGIN = 16;
    private static final int NAME_SIZE = 17;
    private static final int DETAIL_SIZE = 14;
    private static final double LINE_HEIGHT = 20;
    private static final double PADDING = 11;
    private static final double BETWEEN_ARROWS = 14;
    private static final int LONGEST_LINE = 32;
    private static final double LEGEND_HEIGHT = 44;
    private static final double SWATCH = 22;

    private static final String NARROW = " fijlrtI()[]{},.:;'|!-/\\";
    private static final String WIDE = "mwMW%@#=+<>…∞";

    private final Graph graph;
    private final List<List<String>> lines; // by node
    private final List<Size> sizes; // by node
    private final GraphLayout layout;
    private final StringBuilder svg = new StringBuilder();

    private GraphSvg(Graph graph) {
        this.graph = graph;
        this.lines = graph.nodes().stream()
                .map(node ->
                        NodeLook.lines(node).stream().map(GraphSvg::shortened).toList())
                .toList();
        this.sizes = graph.nodes().stream().map(this::size).toList();
        this.layout = new GraphLayout(graph, sizes);
    }

    static String of(Graph graph) {
        int nodes = graph.nodes().size();
        if (nodes > MOST_NODES) {
            throw new IllegalStateException(
                    ("svg: the graph has %s nodes, and more than %s cannot be read in one picture; "
                                    + "draw a smaller example of it, or give dot() to Graphviz")
                            .formatted(NumberText.count(nodes), MOST_NODES));
        }
        return new GraphSvg(graph).draw();
    }

    private static String shortened(String line) {
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_LINE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    private Size size(Node node) {
        List<String> text = lines.get(node.id());
        double width = textWidth(text.get(0), NAME_SIZE);
        for (String line : text.subList(1, text.size())) {
            width = Math.max(width, textWidth(line, DETAIL_SIZE));
        }
        double height = Math.max(text.size() * LINE_HEIGHT, node.inputs().size() * BETWEEN_ARROWS);
        return new Size(width + 2 * PADDING, height + PADDING);
    }

    /** About how wide a text is in DejaVu Sans: rather too wide than too narrow. */
    private static double textWidth(String text, int fontSize) {
        double ems = text.codePoints()
                .mapToDouble(c -> NARROW.indexOf(c) >= 0 ? 0.41 : WIDE.indexOf(c) >= 0 || c >= 0x2e80 ? 1 : 0.65)
                .sum();
        return Math.rint(ems * fontSize);
    }

    private String draw() {
        double width = Math.max(layout.width(), legendWidth()) + 2 * MARGIN;
        double height = layout.height() + LEGEND_HEIGHT + 2 * MARGIN;
        append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%s" height="%s" viewBox="0 0 %s %s" \
                font-family="DejaVu Sans, Verdana, sans-serif" text-anchor="middle" fill="#111111">
                <title>Graph of %s: %s nodes, %s edges</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <g transform="translate(%s %s)">
                <g fill="none" stroke="#555555" stroke-width="1.8" stroke-linejoin="round">
                """,
                width,
                height,
                width,
                height,
                graph.root().label(),
                graph.nodes().size(),
                graph.edges().size(),
                (width - layout.width()) / 2,
                MARGIN);
        graph.edges().forEach(this::drawEdge);
        append("</g>\n");
        graph.nodes().forEach(this::drawNode);
        append("</g>\n");
        drawLegend((width - legendWidth()) / 2, height - MARGIN - SWATCH / 2);
        append("</svg>\n");
        return svg.toString();
    }

    private void drawEdge(Edge edge) {
        List<Point> way = layout.way(edge);
        append("<path data-from=\"%s\" data-to=\"%s\" data-position=\"%s\"", edge.from(), edge.to(), edge.position());
        append(" d=\"M%s %s", way.get(0).x(), way.get(0).y());
        for (int i = 1; i < way.size(); i++) {
            Point a = way.get(i - 1);
            Point b = way.get(i);
            if (i % 2 == 0) {
                double middle = (a.x() + b.x()) / 2;
                append(" C%s %s %s %s %s %s", middle, a.y(), middle, b.y(), b.x(), b.y());
            } else if (a.x() != b.x()) {
                append(" H%s", b.x());
            }
        }
        Point tip = way.get(way.size() - 1);
        append(" m-8 -5 L%s %s l-8 5\"/>\n", tip.x(), tip.y());
    }

    private void drawNode(Node node) {
        Point corner = layout.corner(node.id());
        Size size = sizes.get(node.id());
        NodeLook look = NodeLook.of(graph, node);
        append("<g data-id=\"%s\"><title>%s</title>", node.id(), "#" + node.id() + " " + node.label());
        drawBox(look, corner, size);
        List<String> text = lines.get(node.id());
        double x = corner.x() + size.width() / 2;
        double y = corner.y() + (size.height() - text.size() * LINE_HEIGHT) / 2 + 0.75 * LINE_HEIGHT;
        for (int i = 0; i < text.size(); i++) {
            int fontSize = i == 0 ? NAME_SIZE : DETAIL_SIZE;
            append("<text x=\"%s\" y=\"%s\" font-size=\"%s\">%s</text>", x, y + i * LINE_HEIGHT, fontSize, text.get(i));
        }
        append("</g>\n");
    }

    /** Parameters are round, constants are dashed, the result has a heavy frame: one need not see the colors. */
    private void drawBox(NodeLook look, Point corner, Size size) {
        append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
                corner.x(), corner.y(), size.width(), size.height());
        append(
                " rx=\"%s\" fill=\"%s\" stroke=\"%s\"",
                look == NodeLook.PARAMETER ? size.height() / 2 : 4, look.fill, look.stroke);
        append(" stroke-width=\"%s\"", look == NodeLook.RESULT ? 3.0 : 1.8);
        append(look == NodeLook.CONSTANT ? " stroke-dasharray=\"5 3\"/>" : "/>");
    }

    /** What the colors mean that occur in this picture. */
    private List<NodeLook> legend() {
        return graph.nodes().stream()
                .map(node -> NodeLook.of(graph, node))
                .distinct()
                .sorted()
                .toList();
    }

    private double legendWidth() {
        return legend().stream().mapToDouble(GraphSvg::legendWidth).sum();
    }

    private static double legendWidth(NodeLook look) {
        return 2 * SWATCH + textWidth(look.word(), DETAIL_SIZE);
    }

    private void drawLegend(double left, double middle) {
        double x = left;
        append("<g font-size=\"%s\" text-anchor=\"start\">\n", DETAIL_SIZE);
        for (NodeLook look : legend()) {
            drawBox(look, new Point(x, middle - SWATCH / 3), new Size(SWATCH, SWATCH * 2 / 3));
            append("<text x=\"%s\" y=\"%s\">%s</text>\n", x + SWATCH * 1.4, middle + DETAIL_SIZE * 0.35, look.word());
            x += legendWidth(look);
        }
        append("</g>\n");
    }

    private void append(String template, Object... values) {
        svg.append(
                template.formatted(Arrays.stream(values).map(GraphSvg::escaped).toArray()));
    }

    private static String escaped(Object value) {
        if (value instanceof Double number) {
            return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
        }
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
