package org.gradus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.gradus.graph.Graph.Node;

/** How a node looks in every text and picture: what is written in it, and the colors of what it is to the graph. */
enum NodeLook {
    PARAMETER("#d6e8fa", "#1b5e9c"),
    CONSTANT("#eeeeee", "#777777"),
    OPERATION("#ffffff", "#333333"),
    RESULT("#ffe3b3", "#b35900");

    final String fill;
    final String stroke;

    NodeLook(String fill, String stroke) {
        this.fill = fill;
        this.stroke = stroke;
    }

    static NodeLook of(Graph graph, Node node) {
        if (node.id() == graph.root().id()) {
            return RESULT;
        }
        return switch (node.kind()) {
            case PARAMETER -> PARAMETER;
            case CONSTANT -> CONSTANT;
            case OP -> OPERATION;
        };
    }

    /** The role in one word, for legends and class names. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything in one line: {@code slice axis=0, start=1, end=3 (2, 4)}. */
    static String label(Node node) {
        List<String> constants = constants(node);
        String name = constants.isEmpty() ? "" : " " + String.join(", ", constants);
        return visible(node.name()) + name + " " + shapeOrValue(node);
    }

    /** The same for a box: the name, with a constant if there is just one; several constants one by one; the shape or value. */
    static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>(constants(node));
        String first = lines.size() == 1 ? " " + lines.remove(0) : "";
        lines.add(0, visible(node.name()) + first);
        lines.add(shapeOrValue(node));
        return lines;
    }

    /** The node's number and name, where it is spoken of. */
    static String reference(Node node) {
        return "#" + node.id() + " " + visible(node.name());
    }

    /** The op's constants, without one that repeats the shape, as that of {@code sumTo (3)} does. */
    private static List<String> constants(Node node) {
        boolean alone = node.constants().size() == 1;
        return node.constants().entrySet().stream()
                .filter(constant -> !constant.getValue().equals(node.shape()))
                .map(constant -> (alone ? "" : constant.getKey() + "=") + text(constant.getValue()))
                .toList();
    }

    private static String text(Object constant) {
        return constant instanceof Double number ? NumberText.of(number) : visible(constant.toString());
    }

    private static String shapeOrValue(Node node) {
        OptionalDouble value = node.value();
        if (value.isEmpty()) {
            return node.shape().toString();
        }
        String shape = node.shape().rank() == 0 ? "" : node.shape() + " ";
        return shape + "= " + NumberText.of(value.getAsDouble());
    }

    /** A text in which line breaks and characters that no document may contain are spelled out, as in Java. */
    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '\n'
                        ? "\\n"
                        : isPlain(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int c) {
        boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noCharacter = (c & 0xfffe) == 0xfffe; // the last two of each plane
        return !Character.isISOControl(c) && !unpaired && !noCharacter;
    }
}
