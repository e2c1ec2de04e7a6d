package org.gradus.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a tensor was computed from, to read: the recorded operations and their inputs, numbered so that each comes after its inputs.
 *
 * <p>This is all that can be seen of a recorded graph from outside the engine. {@code org.gradus.graph} draws it.
 */
public final class Computation {
    private final Tensor root;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Tensor, Integer> numbers = new IdentityHashMap<>();

    /**
     * One tensor of a computation.
     *
     * @param op the op that made it; empty for a parameter's value and for a constant
     * @param parameter the parameter whose value it is or was; empty for all others
     * @param shape its shape
     * @param value its number if it has just one
     * @param inputs the numbers of the op's inputs, in the order of its arguments
     */
    public record Node(
            Optional<Op> op, Optional<Parameter> parameter, Shape shape, OptionalDouble value, List<Integer> inputs) {
        /** Keeps a copy of the list, which nobody can change. */
        public Node {
            inputs = List.copyOf(inputs);
        }
    }

    /** Looks on while adjoints are passed from the root to the parameters. Nodes are spoken of by their numbers. */
    public interface Observer {
        /**
         * The walk comes to a node. Every user of it has been visited.
         *
         * @param node the node
         * @param adjoint its adjoint, now complete; empty if nothing has arrived, so that there is nothing to pass on
         */
        void visits(int node, Optional<Tensor> adjoint);

        /**
         * The node visited last passes a contribution to one of its inputs.
         *
         * @param argument which argument of the op the input is, from 0
         * @param contribution the contribution; empty if there is no derivative by this argument
         * @param sum the input's adjoint so far, with this contribution; empty if none has arrived
         */
        void passes(int argument, Optional<Tensor> contribution, Optional<Tensor> sum);
    }

    private Computation(Tensor root) {
        this.root = root;
    }

    /**
     * {@return everything a tensor was computed from}
     *
     * <p>Takes time linear in the number of recorded operations and no recursion.
     *
     * @param root the tensor, of any shape
     * @throws IllegalArgumentException if it is a constant, of which nothing is recorded
     */
    public static Computation of(Tensor root) {
        if (!root.tracked()) {
            throw new IllegalArgumentException(("graph: a tensor of shape %s is a constant: it was not computed from a "
                            + "parameter, so no operation was recorded; compute it from a Parameter's value()")
                    .formatted(root.shape()));
        }
        Computation computation = new Computation(root);
        computation.collect();
        return computation;
    }

    /** A node on the way from the root to the one that is looked at. */
    private static final class Step {
        private final Tensor node;
        private int next; // the input to look at next

        private Step(Tensor node) {
            this.node = node;
        }
    }

    private void collect() {
        Deque<Step> way = new ArrayDeque<>(List.of(new Step(root)));
        numbers.put(root, -1); // entered, not yet placed
        while (!way.isEmpty()) {
            Step step = way.peek();
            if (step.next < step.node.origin.inputs.length) {
                Tensor input = step.node.origin.inputs[step.next++];
                if (input.tracked() && numbers.putIfAbsent(input, -1) == null) {
                    way.push(new Step(input));
                }
            } else {
                way.pop();
                for (Tensor input : step.node.origin.inputs) {
                    if (!input.tracked() && !numbers.containsKey(input)) {
                        place(input);
                    }
                }
                place(step.node);
            }
        }
    }

    private void place(Tensor tensor) {
        Optional<Origin> origin = Optional.ofNullable(tensor.origin);
        List<Tensor> inputs = origin.map(o -> List.of(o.inputs)).orElse(List.of());
        numbers.put(tensor, nodes.size());
        nodes.add(new Node(
                origin.map(o -> o.op),
                origin.map(o -> o.parameter),
                tensor.shape(),
                tensor.data.length == 1 ? OptionalDouble.of(tensor.data[0]) : OptionalDouble.empty(),
                inputs.stream().map(numbers::get).toList()));
    }

    /** {@return the nodes, each after its inputs, the root last; the number of a node is its place in the list} */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /**
     * {@return the gradients of the root, as {@link Tensor#backward()} gives them, while someone looks on}
     *
     * @param observer is told of each visit and each contribution as it happens
     * @throws IllegalStateException if the root is not a scalar
     */
    public Gradients backward(Observer observer) {
        return Backward.from(root)
                .detached(new Backward.Observer() {
                    @Override
                    public void visits(Tensor node, Tensor adjoint) {
                        observer.visits(numbers.get(node), Optional.ofNullable(adjoint));
                    }

                    @Override
                    public void passes(int i, Tensor contribution, Tensor sum) {
                        observer.passes(i, Optional.ofNullable(contribution), Optional.ofNullable(sum));
                    }
                })
                .gradients();
    }

    /** What it is of, and how large it is. */
    @Override
    public String toString() {
        return "Computation of a tensor of shape %s in %s nodes".formatted(root.shape(), nodes.size());
    }
}
