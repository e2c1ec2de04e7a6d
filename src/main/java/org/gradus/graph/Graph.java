package org.gradus.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gradus.tensor.Computation;
import org.gradus.tensor.Op;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The computation behind a tensor, to look at: which operations were applied to what.
 *
 * <p>A loss remembers how it was computed; {@code Graph.of(loss)} describes that as nodes in topological order, and draws them: as a tree for
 * the console, as an SVG picture, or in the languages of Graphviz and Mermaid. With x = 3, the graph of x · x + x prints as
 *
 * <pre>
 * #2 add = 12
 * ├─ #1 mul = 9
 * │  ├─ #0 x = 3
 * │  └─ #0 x, see above
 * └─ #0 x, see above
 * </pre>
 *
 * <p>A description is immutable and holds on to no tensor. Equal computations have equal descriptions, and these equal texts and pictures.
 * {@link BackwardTrace} shows how adjoints flow through the graph.
 *
 * @param nodes the tensors of the computation in topological order: each after all of its inputs, the root last
 */
public record Graph(List<Node> nodes) {
    /** Where a node's numbers come from. */
    public enum Kind {
        /** The value of a {@link Parameter}: gradients arrive here. */
        PARAMETER,
        /** Numbers given from outside, such as data: no gradient is computed for them. */
        CONSTANT,
        /** The output of an {@link Op}. */
        OP
    }

    /**
     * One tensor of the computation.
     *
     * @param id its place in {@link Graph#nodes}, from 0
     * @param kind where its numbers come from
     * @param name the op's name, such as {@code matmul}; the parameter's name; or {@code constant}
     * @param constants the op's constants by name, such as {@code axis} with 1; empty for a leaf
     * @param shape its shape
     * @param value its number if it has just one
     * @param inputs the ids of the op's inputs, in the order of its arguments; an input that is used twice is named twice
     */
    public record Node(
            int id,
            Kind kind,
            String name,
            Map<String, Object> constants,
            Shape shape,
            OptionalDouble value,
            List<Integer> inputs) {
        /** Keeps copies of the map and the list, which nobody can change. */
        public Node {
            constants = constants.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(constants));
            inputs = List.copyOf(inputs);
        }

        /** {@return the node in one line: its name, its constants and its shape or value, as in {@code sumTo (3)} or {@code x = 3}} */
        public String label() {
            return NodeLook.label(this);
        }
    }

    /**
     * An arrow of the graph: one node is an input of another.
     *
     * @param from the id of the input
     * @param to the id of the node that uses it
     * @param position which argument it is, from 0
     */
    public record Edge(int from, int to, int position) {}

    /**
     * A description.
     *
     * @throws IllegalArgumentException if there is no node, or the nodes are not numbered from 0, each after its inputs
     */
    public Graph {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("graph: there are no nodes; it needs at least its root");
        }
        for (int id = 0; id < nodes.size(); id++) {
            int place = id;
            Node node = nodes.get(id);
            if (node.id != id || !node.inputs.stream().allMatch(input -> 0 <= input && input < place)) {
                throw new IllegalArgumentException(
                        "graph: the node at place %s has number %s and inputs %s; nodes are numbered from 0, each after its inputs"
                                .formatted(id, node.id, node.inputs));
            }
        }
    }

    /**
     * {@return the description of everything a tensor was computed from}
     *
     * <p>Takes time linear in the number of recorded operations and no recursion.
     *
     * @param root the tensor, of any shape
     * @throws IllegalArgumentException if it is a constant, which has no graph
     */
    public static Graph of(Tensor root) {
        return of(root, Map.of());
    }

    /**
     * {@return the same, with parameters named by their path in a model}
     *
     * @param root the tensor, of any shape
     * @param names parameters by name, such as {@code model.parameters()}; others keep the name they have
     * @throws IllegalArgumentException if the root is a constant, which has no graph
     */
    public static Graph of(Tensor root, Map<String, Parameter> names) {
        return of(Computation.of(root), names);
    }

    static Graph of(Computation computation, Map<String, Parameter> names) {
        Map<Parameter, String> paths = new IdentityHashMap<>();
        names.forEach((path, parameter) -> paths.put(parameter, path));
        List<Node> nodes = new ArrayList<>();
        for (Computation.Node node : computation.nodes()) {
            nodes.add(node(nodes.size(), node, paths));
        }
        return new Graph(nodes);
    }

    private static Node node(int id, Computation.Node node, Map<Parameter, String> paths) {
        Kind kind = Kind.CONSTANT;
        String name = "constant";
        Map<String, Object> constants = new LinkedHashMap<>();
        if (node.op().isPresent()) {
            kind = Kind.OP;
            name = node.op().get().name();
            node.op().get().constants().forEach(constant -> constants.put(constant.name(), constant.value()));
        } else if (node.parameter().isPresent()) {
            kind = Kind.PARAMETER;
            name = paths.getOrDefault(
                    node.parameter().get(), node.parameter().get().name());
        }
        return new Node(id, kind, name, constants, node.shape(), node.value(), node.inputs());
    }

    /** {@return the node everything leads to} */
    public Node root() {
        return nodes.get(nodes.size() - 1);
    }

    /** {@return the arrows, in the order of the nodes they lead to and of their arguments} */
    public List<Edge> edges() {
        return nodes.stream()
                .flatMap(node -> IntStream.range(0, node.inputs().size())
                        .mapToObj(i -> new Edge(node.inputs().get(i), node.id(), i)))
                .toList();
    }

    /** {@return the same graph without the values of scalars, so that it is the same in every training step} */
    public Graph withoutValues() {
        return new Graph(nodes.stream()
                .map(node -> new Node(
                        node.id, node.kind, node.name, node.constants, node.shape, OptionalDouble.empty(), node.inputs))
                .toList());
    }

    /**
     * {@return the graph as an indented tree, the root first and the inputs of a node below it}
     *
     * <p>A node that is used twice is printed once, and afterwards referred to by its number. After 100 lines, or 30 levels down, the tree is
     * cut, and says so.
     */
    public String tree() {
        return new GraphTree(this).toString();
    }

    /** {@return the graph in DOT, the language of <a href="https://graphviz.org">Graphviz</a>, inputs on the left} */
    public String dot() {
        return GraphMarkup.dot(this);
    }

    /**
     * {@return the graph as a flowchart in the language of <a href="https://mermaid.js.org">Mermaid</a>, which many Markdown viewers draw}
     *
     * <p>Mermaid itself refuses more than 500 edges unless told otherwise.
     */
    public String mermaid() {
        return GraphMarkup.mermaid(this);
    }

    /**
     * {@return the graph as an SVG picture, inputs on the left, the root on the right}
     *
     * <p>The arguments of an op enter its box from top to bottom.
     *
     * @throws IllegalStateException if there are more than 500 nodes, too many to read in one picture
     */
    public String svg() {
        return GraphSvg.of(this);
    }

    /** The tree. */
    @Override
    public String toString() {
        return tree();
    }
}
