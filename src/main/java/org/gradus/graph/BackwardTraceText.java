package org.gradus.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.graph.BackwardTrace.Contribution;
import org.gradus.graph.BackwardTrace.Step;
import org.gradus.graph.BackwardTrace.Waiting;
import org.gradus.graph.BackwardTrace.WaitingTable;
import org.gradus.graph.Graph.Kind;
import org.gradus.graph.Graph.Node;

/** The steps of a trace in words, in aligned columns. */
final class BackwardTraceText {
    private static final int FIRST_STEPS = 30;
    private static final int LAST_STEPS = 10;
    private static final int ROWS = 8;

    private final BackwardTrace trace;
    private final StringBuilder text = new StringBuilder();
    private final String indent;

    BackwardTraceText(BackwardTrace trace) {
        this.trace = trace;
        int steps = trace.steps().size();
        this.indent = " ".repeat(String.valueOf(steps).length() + 2);
        text.append("Backward from %s in %s. A node is visited when all of its users have been.\n"
                .formatted(NodeLook.reference(trace.graph().root()), counted(steps, "step")));
        boolean shortened = steps > FIRST_STEPS + LAST_STEPS;
        WaitingTable waiting = new WaitingTable(trace.graph(), trace.steps());
        for (Step step : trace.steps()) {
            waiting.after(step);
            if (!shortened || step.number() <= FIRST_STEPS || step.number() > steps - LAST_STEPS) {
                append(step, waiting.rows());
            } else if (step.number() == FIRST_STEPS + 1) {
                text.append("… %s are not shown; steps() has all of them\n"
                        .formatted(counted(steps - FIRST_STEPS - LAST_STEPS, "step")));
            }
        }
    }

    private void append(Step step, List<Waiting> waiting) {
        String number = step.number() + ".";
        text.append(number).append(indent.substring(number.length()));
        text.append('#')
                .append(step.node().id())
                .append(' ')
                .append(step.node().label())
                .append('\n');
        block("adjoint", List.of(List.of(adjoint(step))));
        if (step.adjoint().isPresent()) {
            block("passes", passed(step));
        }
        if (step.adjoint().isPresent() && step.node().kind() == Kind.PARAMETER) {
            block("returns", List.of(List.of("it, for the gradient of parameter " + NodeLook.reference(step.node()))));
        }
        block("waiting", waiting.stream().map(BackwardTraceText::waiting).toList());
    }

    private static String adjoint(Step step) {
        if (step.adjoint().isEmpty()) {
            return "none: nothing has arrived, so there is nothing to pass on";
        }
        String origin = step.number() == 1
                ? "by definition: the derivative of the output by itself"
                : step.received() == 1
                        ? "from 1 contribution"
                        : "the sum of " + counted(step.received(), "contribution");
        return NumberText.of(step.adjoint().get()) + ", " + origin;
    }

    private List<List<String>> passed(Step step) {
        List<Integer> inputs = step.node().inputs();
        Map<Integer, List<String>> byPosition = new TreeMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Node input = trace.graph().nodes().get(inputs.get(i));
            byPosition.put(i, passed("nothing", input, i, "a constant needs no adjoint"));
        }
        for (Contribution contribution : step.contributions()) {
            int i = contribution.position();
            byPosition.put(
                    i,
                    contribution
                            .value()
                            .map(value -> passed(NumberText.of(value), contribution.to(), i, sum(contribution)))
                            .orElseGet(() -> passed("nothing", contribution.to(), i, "there is no derivative by it")));
        }
        return List.copyOf(byPosition.values());
    }

    private static List<String> passed(String what, Node to, int position, String remark) {
        return List.of(what, "to " + NodeLook.reference(to) + ",", "input %s: %s".formatted(position, remark));
    }

    private static String sum(Contribution contribution) {
        return contribution.count() == 1
                ? "its first"
                : "added, the sum is now " + NumberText.of(contribution.sum().orElseThrow());
    }

    private static List<String> waiting(Waiting waiting) {
        String need = waiting.missing() == 0
                ? "is complete"
                : "needs %s, of %s"
                        .formatted(
                                counted(waiting.missing(), "more contribution"), waiting.arrived() + waiting.missing());
        return List.of(NodeLook.reference(waiting.node()), need);
    }

    /** Rows in columns of equal width, the first behind a word. */
    private void block(String word, List<List<String>> rows) {
        List<List<String>> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        String left = indent + "%-9s".formatted(word);
        for (List<String> row : shown) {
            text.append(left);
            for (int column = 0; column < row.size(); column++) {
                int c = column;
                int width =
                        shown.stream().mapToInt(r -> r.get(c).length()).max().orElse(0);
                boolean last = column == row.size() - 1;
                text.append(row.get(c))
                        .append(last ? "\n" : " ".repeat(width - row.get(c).length() + 1));
            }
            left = indent + " ".repeat(9);
        }
        if (rows.size() > ROWS) {
            text.append(left).append("… and %s more\n".formatted(NumberText.count(rows.size() - ROWS)));
        }
    }

    private static String counted(int n, String what) {
        return NumberText.count(n) + " " + what + (n == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
