package org.gradus.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gradus.graph.Graph.Kind;
import org.gradus.graph.Graph.Node;
import org.gradus.tensor.Computation;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/**
 * Every step of {@link Tensor#backward()}, recorded while it ran: to watch how adjoints flow from the output to the parameters.
 *
 * <p>The adjoint of a node is the derivative of the output by it. The walk visits a node when all of its users have been visited, and
 * passes to each input a contribution: the node's adjoint times the op's derivative. An input that is used several times gets several
 * contributions, and its adjoint is their sum. With x = 3, the trace of x · x + x prints as
 *
 * <pre>
 * Backward from #2 add in 3 steps. A node is visited when all of its users have been.
 * 1. #2 add = 12
 *    adjoint  1, by definition: the derivative of the output by itself
 *    passes   1 to #1 mul, input 0: its first
 *             1 to #0 x,   input 1: its first
 *    waiting  #1 mul is complete
 *             #0 x   needs 2 more contributions, of 3
 * 2. #1 mul = 9
 *    adjoint  1, from 1 contribution
 *    passes   3 to #0 x, input 0: added, the sum is now 4
 *             3 to #0 x, input 1: added, the sum is now 7
 *    waiting  #0 x is complete
 * 3. #0 x = 3
 *    adjoint  7, the sum of 3 contributions
 *    returns  it, for the gradient of parameter #0 x
 * </pre>
 *
 * <p>At step 1 one can see why the order matters: x has got its first contribution, but must wait for two more. At step 2 one can see why
 * contributions are added: had the second replaced the first, the gradient would be 3, not 7.
 *
 * <p>A trace keeps every adjoint and every contribution, so it takes more memory than {@code backward} itself.
 *
 * @param graph the graph that was walked through
 * @param steps the visits, each node after all of its users, constants left out: the deepest node first, and of equally deep ones the
 *     one first reached
 * @param gradients what {@code backward} returned
 */
public record BackwardTrace(Graph graph, List<Step> steps, Gradients gradients) {
    /**
     * A visit to one node.
     *
     * @param number which visit, from 1
     * @param node the node visited
     * @param adjoint the derivative of the output by this node, now complete; empty if no contribution arrived, so that the walk passed on
     * @param received how many contributions the adjoint is the sum of; 0 for the output, whose adjoint is 1 by definition
     * @param contributions what the node passed to its inputs, in the order of its arguments; constants among them get nothing
     */
    public record Step(
            int number, Node node, Optional<Tensor> adjoint, int received, List<Contribution> contributions) {
        /** Keeps a copy of the list, which nobody can change. */
        public Step {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * What a node passes to one of its inputs.
     *
     * @param to the input
     * @param position which argument of the op it is, from 0
     * @param value the contribution; empty if the op has no derivative by this argument (a condition, say)
     * @param count how many contributions have been added up for this input so far, with this one if it has a value
     * @param sum their sum; empty if there were none
     */
    public record Contribution(Node to, int position, Optional<Tensor> value, int count, Optional<Tensor> sum) {}

    /**
     * A node that has got contributions, but has not been visited yet.
     *
     * @param node the node
     * @param arrived how many of its uses have passed on what they had for it, if only nothing
     * @param missing how many have not; with 0 its adjoint is complete, and it may be visited
     */
    public record Waiting(Node node, int arrived, int missing) {}

    /** Keeps a copy of the list, which nobody can change. */
    public BackwardTrace {
        steps = List.copyOf(steps);
    }

    /**
     * {@return the steps of {@code output.backward()}, which this runs}
     *
     * @param output a scalar computed from a parameter
     * @throws IllegalArgumentException if the output is a constant
     * @throws IllegalStateException if it is not a scalar
     */
    public static BackwardTrace of(Tensor output) {
        return of(output, Map.of());
    }

    /**
     * {@return the same, with parameters named by their path in a model}
     *
     * @param output a scalar computed from a parameter
     * @param names parameters by name, such as {@code model.parameters()}; others keep the name they have
     * @throws IllegalArgumentException if the output is a constant
     * @throws IllegalStateException if it is not a scalar
     */
    public static BackwardTrace of(Tensor output, Map<String, Parameter> names) {
        Computation computation = Computation.of(output);
        Graph graph = Graph.of(computation, names);
        BackwardRecorder recorder = new BackwardRecorder(graph);
        Gradients gradients = computation.backward(recorder).named(names);
        return new BackwardTrace(graph, recorder.steps(), gradients);
    }

    /** Who waits for how many contributions while the steps go by. */
    static final class WaitingTable {
        private final Graph graph;
        private final int[] arrived; // by node
        private final int[] missing; // by node
        private final NavigableSet<Integer> waiting; // nodes, in the order of their visits

        WaitingTable(Graph graph, List<Step> steps) {
            this.graph = graph;
            int[] turn = new int[graph.nodes().size()];
            steps.forEach(step -> turn[step.node().id()] = step.number());
            this.waiting = new TreeSet<>(Comparator.comparingInt(id -> turn[id]));
            this.arrived = new int[graph.nodes().size()];
            this.missing = new int[graph.nodes().size()];
            graph.edges().forEach(edge -> missing[edge.from()]++);
        }

        void after(Step step) {
            waiting.remove(step.node().id());
            if (step.adjoint().isPresent()) {
                step.contributions().forEach(contribution -> arrive(contribution.to()));
            } else { // it has nothing for any of its inputs
                step.node().inputs().forEach(input -> arrive(graph.nodes().get(input)));
            }
        }

        private void arrive(Node node) {
            if (node.kind() != Kind.CONSTANT) {
                arrived[node.id()]++;
                missing[node.id()]--;
                waiting.add(node.id());
            }
        }

        List<Waiting> rows() {
            return waiting.stream()
                    .map(id -> new Waiting(graph.nodes().get(id), arrived[id], missing[id]))
                    .toList();
        }
    }

    /**
     * {@return who is waiting after a step: the nodes that have got contributions and are still to be visited, the next of them first}
     *
     * @param number the step, from 1; 0 for the beginning, when nobody waits
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public List<Waiting> waitingAfter(int number) {
        WaitingTable table = new WaitingTable(graph, steps);
        steps.subList(0, number).forEach(table::after);
        return table.rows();
    }

    /**
     * The steps in words. Of more than 40, the first 30 and the last 10 are shown; of a tensor with more than 6 elements, the shape and the
     * Euclidean norm.
     */
    @Override
    public String toString() {
        return new BackwardTraceText(this).toString();
    }
}
