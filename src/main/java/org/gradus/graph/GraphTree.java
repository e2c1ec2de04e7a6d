package org.gradus.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.gradus.graph.Graph.Node;

/** A graph as an indented tree. The branches to print wait on a stack of our own: a graph may be deeper than Java's. */
final class GraphTree {
    private static final int LINES = 100;
    private static final int LEVELS = 30;

    private final Graph graph;
    private final StringBuilder text = new StringBuilder();
    private final BitSet printed = new BitSet();
    private boolean cut;

    /** A node to print: the branches left of it, and what its own inputs find there. */
    private record Line(int id, int level, String before, String below) {}

    GraphTree(Graph graph) {
        this.graph = graph;
        print();
    }

    private void print() {
        Deque<Line> stack = new ArrayDeque<>();
        stack.push(new Line(graph.root().id(), 0, "", ""));
        for (int lines = 0; lines < LINES && !stack.isEmpty(); lines++) {
            Line line = stack.pop();
            Node node = graph.nodes().get(line.id);
            if (printed.get(line.id)) {
                text.append(line.before).append(NodeLook.reference(node)).append(", see above\n");
                continue;
            }
            printed.set(line.id);
            text.append(line.before)
                    .append('#')
                    .append(line.id)
                    .append(' ')
                    .append(node.label())
                    .append('\n');
            if (line.level < LEVELS) {
                pushInputs(stack, line, node.inputs());
            } else if (!node.inputs().isEmpty()) {
                text.append(line.below).append("└─ …\n");
                cut = true;
            }
        }
        cut |= !stack.isEmpty();
    }

    private static void pushInputs(Deque<Line> stack, Line line, List<Integer> inputs) {
        for (int i = inputs.size() - 1; i >= 0; i--) {
            boolean last = i == inputs.size() - 1;
            stack.push(new Line(
                    inputs.get(i),
                    line.level + 1,
                    line.below + (last ? "└─ " : "├─ "),
                    line.below + (last ? "   " : "│  ")));
        }
    }

    /** The tree, without a line break at its end. */
    @Override
    public String toString() {
        if (!cut) {
            return text.toString().stripTrailing();
        }
        int nodes = graph.nodes().size();
        return text
                + "… shortened: %s of %s nodes are not shown; nodes() has all of them"
                        .formatted(NumberText.count(nodes - printed.cardinality()), NumberText.count(nodes));
    }
}
