package org.gradus.graph;

import java.util.stream.Collectors;
import org.gradus.graph.Graph.Edge;
import org.gradus.graph.Graph.Kind;
import org.gradus.graph.Graph.Node;

/** A graph in the languages of programs that draw graphs. */
final class GraphMarkup {
    /** What may stand for itself between Mermaid's quotes, beside letters and digits. */
    private static final String PLAIN_IN_MERMAID = " ,().=-_";

    private GraphMarkup() {}

    static String dot(Graph graph) {
        StringBuilder dot = new StringBuilder("""
                digraph {
                  rankdir=LR; ordering=in;
                  node [shape=box, style="rounded,filled", fontname="DejaVu Sans"];
                """);
        for (Node node : graph.nodes()) {
            NodeLook look = NodeLook.of(graph, node);
            String dashed = node.kind() == Kind.CONSTANT ? ", style=\"filled,dashed\"" : "";
            String label = NodeLook.lines(node).stream().map(GraphMarkup::inDot).collect(Collectors.joining("\\n"));
            dot.append("  n%s [label=\"%s\", fillcolor=\"%s\", color=\"%s\"%s];\n"
                    .formatted(node.id(), label, look.fill, look.stroke, dashed));
        }
        for (Edge edge : graph.edges()) {
            dot.append("  n%s -> n%s;\n".formatted(edge.from(), edge.to()));
        }
        return dot.append("}\n").toString();
    }

    /** In DOT's quotes a backslash and a quote are escaped; entities, as in HTML, would be replaced. */
    private static String inDot(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }

    static String mermaid(Graph graph) {
        StringBuilder mermaid = new StringBuilder("flowchart LR\n");
        for (Node node : graph.nodes()) {
            String label =
                    NodeLook.lines(node).stream().map(GraphMarkup::inMermaid).collect(Collectors.joining("<br>"));
            String box = node.kind() == Kind.PARAMETER ? "([\"%s\"])" : "[\"%s\"]";
            mermaid.append("  n%s%s:::%s\n"
                    .formatted(
                            node.id(),
                            box.formatted(label),
                            NodeLook.of(graph, node).word()));
        }
        for (Edge edge : graph.edges()) {
            mermaid.append("  n%s --> n%s\n".formatted(edge.from(), edge.to()));
        }
        for (NodeLook look : NodeLook.values()) {
            String dashed = look == NodeLook.CONSTANT ? ",stroke-dasharray:5 3" : "";
            mermaid.append("  classDef %s fill:%s,stroke:%s,color:#111111%s\n"
                    .formatted(look.word(), look.fill, look.stroke, dashed));
        }
        return mermaid.toString();
    }

    /** Mermaid takes quotes, HTML and Markdown in a label for its own; as a number between # and ; a character is just itself. */
    private static String inMermaid(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) || PLAIN_IN_MERMAID.indexOf(c) >= 0
                        ? Character.toString(c)
                        : "#" + c + ";")
                .collect(Collectors.joining());
    }
}
