package org.gradus.graph;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A drawn graph, read back from its SVG: the boxes by node, and the arrows as points close together. */
record SvgPicture(Element root, List<Box> boxes, List<Arrow> arrows) {
    private static final Pattern PART = Pattern.compile("([MHC])([-\\d. ]+)");
    private static final int POINTS_PER_CURVE = 20;

    record Box(double x, double y, double width, double height, String text) {
        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        /** Whether a point lies inside, not just on the frame. */
        boolean contains(double[] point) {
            return x + 1 < point[0] && point[0] < x + width - 1 && y + 1 < point[1] && point[1] < y + height - 1;
        }
    }

    record Arrow(Graph.Edge edge, List<double[]> points) {
        double[] start() {
            return points.get(0);
        }

        double[] tip() {
            return points.get(points.size() - 1);
        }
    }

    static SvgPicture of(Graph graph) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(graph.svg().getBytes(StandardCharsets.UTF_8)));
            Element root = document.getDocumentElement();
            List<Box> boxes = elements(root, "g").stream()
                    .filter(group -> group.hasAttribute("data-id"))
                    .map(SvgPicture::box)
                    .toList();
            List<Arrow> arrows =
                    elements(root, "path").stream().map(SvgPicture::arrow).toList();
            return new SvgPicture(root, boxes, arrows);
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static List<Element> elements(Element in, String tag) {
        NodeList found = in.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Box box(Element group) {
        Element rect = elements(group, "rect").get(0);
        return new Box(
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height"),
                String.join(
                        "|",
                        elements(group, "text").stream()
                                .map(Element::getTextContent)
                                .toList()));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Arrow arrow(Element path) {
        List<double[]> points = new ArrayList<>();
        Matcher part = PART.matcher(path.getAttribute("d").replaceAll(" m.*", "")); // without the head
        while (part.find()) {
            double[] p = Stream.of(part.group(2).strip().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double[] last = points.isEmpty() ? p : points.get(points.size() - 1);
            for (int i = 1; i <= POINTS_PER_CURVE; i++) {
                points.add(point(part.group(1), last, p, (double) i / POINTS_PER_CURVE));
            }
        }
        Graph.Edge edge = new Graph.Edge(
                (int) number(path, "data-from"), (int) number(path, "data-to"), (int) number(path, "data-position"));
        return new Arrow(edge, points);
    }

    private static double[] point(String command, double[] a, double[] p, double t) {
        double s = 1 - t;
        return switch (command) {
            case "M" -> p;
            case "H" -> new double[] {s * a[0] + t * p[0], a[1]};
            default ->
                new double[] {
                    s * s * s * a[0] + 3 * s * s * t * p[0] + 3 * s * t * t * p[2] + t * t * t * p[4],
                    s * s * s * a[1] + 3 * s * s * t * p[1] + 3 * s * t * t * p[3] + t * t * t * p[5]
                };
        };
    }
}
