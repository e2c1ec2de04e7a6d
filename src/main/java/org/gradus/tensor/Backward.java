package org.gradus.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation of one output: walks the graph in reverse topological order and carries adjoints to the inputs.
 *
 * <p>A node is visited after every node that uses it, so its adjoint is complete when it is passed on; a node that is used twice gets the
 * sum of two contributions. The walk keeps its own stack, because a graph may be deeper than the Java call stack.
 */
final class Backward {
    private final List<Tensor> order; // every tracked node, inputs before users; the output is the last
    private final Map<Tensor, Integer> position;
    private final Tensor[] adjoints; // by position

    private Backward(List<Tensor> order, Map<Tensor, Integer> position) {
        this.order = order;
        this.position = position;
        this.adjoints = new Tensor[order.size()];
    }

    /** Prepares the walk from a scalar. */
    static Backward from(Tensor output) {
        if (output.shape().size() != 1) {
            throw new IllegalStateException(("backward: the output must be a scalar, but its shape is %s; "
                            + "reduce it first, with sum() or mean(), or ask for Derivatives.vjp")
                    .formatted(output.shape()));
        }
        return of(output, Tensor.full(output.shape(), 1));
    }

    /** Prepares the walk from any output with a given adjoint. */
    static Backward of(Tensor output, Tensor adjoint) {
        Map<Tensor, Integer> position = new IdentityHashMap<>();
        List<Tensor> order = new ArrayList<>();
        Deque<Visit> stack = new ArrayDeque<>();
        if (output.tracked()) {
            stack.push(new Visit(output));
            position.put(output, -1); // entered, not yet placed
        }
        while (!stack.isEmpty()) {
            Visit visit = stack.peek();
            if (visit.next == visit.node.inputs.length) {
                stack.pop();
                position.put(visit.node, order.size());
                order.add(visit.node);
            } else {
                Tensor input = visit.node.inputs[visit.next++];
                if (input.tracked() && position.putIfAbsent(input, -1) == null) {
                    stack.push(new Visit(input));
                }
            }
        }
        Backward walk = new Backward(order, position);
        if (!order.isEmpty()) {
            walk.adjoints[order.size() - 1] = adjoint;
        }
        return walk;
    }

    private static final class Visit {
        private final Tensor node;
        private int next; // the input to look at next

        private Visit(Tensor node) {
            this.node = node;
        }
    }

    /** Looks on while a walk is under way. */
    interface Observer {
        /** Looks away. */
        Observer NONE = new Observer() {};

        /** The walk comes to a node. Its adjoint is complete; it is null, and the walk goes on at once, if nothing has arrived. */
        default void visits(Tensor node, Tensor adjoint) {}

        /** The visited node passes a contribution, null if there is none, to its input i, whose adjoint so far is then the sum. */
        default void passes(int i, Tensor contribution, Tensor sum) {}
    }

    /** Every tracked node, inputs before users; the output is the last. */
    List<Tensor> order() {
        return order;
    }

    /** Walks with constants, so that nothing is recorded. */
    Backward detached() {
        return detached(Observer.NONE);
    }

    /** Walks with constants while someone looks on. */
    Backward detached(Observer observer) {
        return walk(false, observer);
    }

    /** Walks with the graph's own nodes, so that the adjoints are a graph that can be differentiated again. */
    Backward live() {
        return walk(true, Observer.NONE);
    }

    private Backward walk(boolean live, Observer observer) {
        for (int n = order.size() - 1; n >= 0; n--) {
            Tensor node = order.get(n);
            observer.visits(node, adjoints[n]);
            if (node.op == null || adjoints[n] == null) {
                continue;
            }
            Tensor y = live ? node : node.detach();
            Tensor[] x = live ? node.inputs : detached(node.inputs);
            for (int i = 0; i < x.length; i++) {
                if (node.inputs[i].tracked()) {
                    Tensor contribution = node.op.vjp(i, adjoints[n], y, x);
                    observer.passes(i, contribution, add(node, i, contribution));
                }
            }
            if (!live) {
                adjoints[n] = null; // passed on; only the leaves' are asked for
            }
        }
        return this;
    }

    private static Tensor[] detached(Tensor[] inputs) {
        Tensor[] x = new Tensor[inputs.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = inputs[i].detach();
        }
        return x;
    }

    /** Adds a contribution, null if there is none, to the adjoint of an input, and returns the sum so far. */
    private Tensor add(Tensor node, int i, Tensor contribution) {
        Tensor input = node.inputs[i];
        int n = position.get(input);
        if (contribution == null) {
            return adjoints[n];
        }
        if (!contribution.shape().equals(input.shape())) {
            throw new IllegalStateException("%s: its vjp for input %d has shape %s, but the input has %s; mend the op"
                    .formatted(node.op.name(), i, contribution.shape(), input.shape()));
        }
        adjoints[n] = adjoints[n] == null ? contribution : adjoints[n].add(contribution);
        return adjoints[n];
    }

    /** The adjoint of a node, or null if the output does not depend on it. */
    Tensor adjoint(Tensor node) {
        Integer n = position.get(node);
        return n == null ? null : adjoints[n];
    }

    /** The adjoints of all parameters. */
    Gradients gradients() {
        Map<Parameter, Tensor> byParameter = new LinkedHashMap<>();
        Set<Tensor> leaves = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int n = 0; n < adjoints.length; n++) {
            if (order.get(n).parameter != null && adjoints[n] != null) {
                byParameter.merge(order.get(n).parameter, adjoints[n], Tensor::add);
                leaves.add(order.get(n));
            }
        }
        return new Gradients(byParameter, leaves);
    }
}
