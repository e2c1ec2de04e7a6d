package org.gradus.tensor;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reverse-mode differentiation of one output: walks the graph from the output to its inputs and carries adjoints along.
 *
 * <p>Every tensor knows its depth, which is larger than that of every recorded input. So the walk visits the deepest nodes first, and among
 * equally deep ones the one first reached: then every user of a node comes before the node, whose adjoint is complete when it is passed on. A
 * node that is used several times gets the sum of the contributions, in the order of the visits and of the arguments. All this depends on the
 * graph alone. There is no recursion, because a graph may be deeper than the Java call stack.
 */
final class Backward {
    private static final int FEW = 8; // up to so many nodes of a level are looked through; more have a map

    private final Reached[] levels; // by depth: the first node reached there
    private final Map<Tensor, Reached> crowd = new IdentityHashMap<>(0); // the nodes of levels with many

    /** A node the walk has come to, in a list of those that are equally deep. */
    private static final class Reached {
        private final Tensor node;
        private Tensor adjoint; // null if nothing has arrived
        private boolean wanted = true; // or leads to something wanted
        private Reached next;
        private Reached last; // of the list, known to its first
        private int size; // of the list, known to its first

        private Reached(Tensor node) {
            this.node = node;
        }
    }

    private Backward(Tensor output, Tensor adjoint) {
        this.levels = new Reached[output.tracked() ? output.origin.depth + 1 : 1];
        if (output.tracked()) {
            reached(output).adjoint = adjoint;
        }
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
        return new Backward(output, adjoint);
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

    /** Walks with constants, so that nothing is recorded, while someone looks on. */
    Backward detached(Observer observer) {
        walk(false, observer);
        return this;
    }

    /**
     * Walks with the graph's own nodes, so that the adjoints are a graph that can be differentiated again. Goes only where it comes to a node
     * that is wanted.
     */
    Backward live(Collection<Tensor> wanted) {
        prune(wanted);
        walk(true, Observer.NONE);
        return this;
    }

    private void walk(boolean live, Observer observer) {
        for (int depth = levels.length - 1; depth >= 0; depth--) {
            for (Reached reached = levels[depth]; reached != null; reached = reached.next) {
                observer.visits(reached.node, reached.adjoint);
                pass(reached, live, observer);
            }
            if (!live && depth > 0) {
                levels[depth] = null; // passed on; only the leaves' are asked for
            }
        }
    }

    /** Passes the adjoint of a node on to its inputs. */
    private void pass(Reached from, boolean live, Observer observer) {
        Origin origin = from.node.origin;
        if (origin.op == null) {
            return;
        }
        Tensor y = live ? from.node : from.node.detach();
        Tensor[] x = live || from.adjoint == null ? origin.inputs : detached(origin.inputs);
        for (int i = 0; i < x.length; i++) {
            if (origin.inputs[i].tracked()) {
                Reached to = reached(origin.inputs[i]);
                if (from.adjoint != null && to.wanted) {
                    Tensor contribution = origin.op.vjp(i, from.adjoint, y, x);
                    add(to, contribution, origin.op, i);
                    observer.passes(i, contribution, to.adjoint);
                }
            }
        }
    }

    private static Tensor[] detached(Tensor[] inputs) {
        Tensor[] x = new Tensor[inputs.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = inputs[i].detach();
        }
        return x;
    }

    /** Adds a contribution, null if there is none, to the adjoint of input i of an op. */
    private static void add(Reached input, Tensor contribution, Op op, int i) {
        if (contribution == null) {
            return;
        }
        if (!contribution.shape().equals(input.node.shape())) {
            throw new IllegalStateException("%s: its vjp for input %s has shape %s, but the input has %s; mend the op"
                    .formatted(op.name(), i, contribution.shape(), input.node.shape()));
        }
        input.adjoint = input.adjoint == null ? contribution : input.adjoint.add(contribution);
    }

    /** The place of a node on its level, at the end if the walk comes to it for the first time. */
    private Reached reached(Tensor node) {
        Reached first = levels[node.origin.depth];
        Reached known = known(node);
        if (known != null) {
            return known;
        }
        Reached reached = new Reached(node);
        if (first == null) {
            first = levels[node.origin.depth] = reached;
        } else {
            first.last.next = reached;
        }
        first.last = reached;
        first.size++;
        if (first.size > FEW) {
            for (Reached each = first.size == FEW + 1 ? first : reached; each != null; each = each.next) {
                crowd.put(each.node, each);
            }
        }
        return reached;
    }

    /** The place of a node on its level, or null if the walk has not come to it. */
    private Reached known(Tensor node) {
        Reached reached = node.origin.depth < levels.length ? levels[node.origin.depth] : null;
        if (reached != null && reached.size > FEW) {
            return crowd.get(node);
        }
        while (reached != null && reached.node != node) {
            reached = reached.next;
        }
        return reached;
    }

    /** Goes through the graph once without adjoints, down to find all of it and up to see which nodes lead to a wanted one. */
    private void prune(Collection<Tensor> wanted) {
        for (int depth = levels.length - 1; depth >= 0; depth--) {
            for (Reached reached = levels[depth]; reached != null; reached = reached.next) {
                reached.wanted = false;
                for (Tensor input : reached.node.origin.inputs) {
                    if (input.tracked()) {
                        reached(input);
                    }
                }
            }
        }
        for (Tensor tensor : wanted) {
            Reached reached = known(tensor);
            if (reached != null) {
                reached.wanted = true;
            }
        }
        for (Reached level : levels) {
            for (Reached reached = level; reached != null; reached = reached.next) {
                for (Tensor input : reached.node.origin.inputs) {
                    reached.wanted |= input.tracked() && known(input).wanted;
                }
            }
        }
    }

    /** The adjoint of a node, or null if the output does not depend on it. */
    Tensor adjoint(Tensor node) {
        Reached reached = known(node);
        return reached == null ? null : reached.adjoint;
    }

    /** The adjoints of all parameters. */
    Gradients gradients() {
        Map<Parameter, Tensor> byParameter = new LinkedHashMap<>();
        Map<Parameter, Tensor> takenAt = new LinkedHashMap<>();
        for (Reached leaf = levels[0]; leaf != null; leaf = leaf.next) {
            Parameter parameter = leaf.node.origin.parameter;
            if (parameter != null && leaf.adjoint != null) {
                byParameter.merge(parameter, leaf.adjoint, Tensor::add);
                takenAt.put(parameter, takenAt.containsKey(parameter) ? null : leaf.node);
            }
        }
        return new Gradients(byParameter, takenAt);
    }
}
