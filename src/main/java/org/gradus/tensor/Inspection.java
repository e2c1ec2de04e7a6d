package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradus.graph.BackwardTrace;
import org.gradus.graph.Graph;

/**
 * What a tensor remembers, described for those who want to see it.
 *
 * <p>Only this package can look into a tensor; so this is where {@link Graph#of} and {@link BackwardTrace#of} come from. Call those.
 */
public final class Inspection {
    /** How records print themselves: {@code Slice[axis=0, start=1, end=3]}. Asking for their components would be reflection. */
    private static final Pattern RECORD = Pattern.compile("(?s)\\w+\\[(.*)]");

    private final List<Graph.Node> nodes = new ArrayList<>();
    private final Map<Tensor, Integer> ids = new IdentityHashMap<>();
    private final Map<Parameter, String> names = new IdentityHashMap<>();

    private Inspection(Tensor root, Map<String, Parameter> names) {
        if (!root.tracked()) {
            throw new IllegalArgumentException(("graph: a tensor of shape %s is a constant: it was not computed from a "
                            + "parameter, so no operation was recorded; compute it from a Parameter's value()")
                    .formatted(root.shape()));
        }
        names.forEach((name, parameter) -> this.names.put(parameter, name));
        for (Tensor tensor : Backward.of(root, null).order()) {
            Stream<Tensor> constants = Arrays.stream(tensor.inputs).filter(input -> !input.tracked());
            Stream.concat(constants, Stream.of(tensor)).forEach(this::add);
        }
    }

    /**
     * {@return everything a tensor was computed from}
     *
     * @param root the tensor, of any shape
     * @param names parameters by name, such as {@code model.parameters()}; others keep the name they have
     * @throws IllegalArgumentException if the root is a constant, which has no graph
     */
    public static Graph graph(Tensor root, Map<String, Parameter> names) {
        return new Graph(new Inspection(root, names).nodes);
    }

    /**
     * {@return the steps of {@code output.backward()}, which this runs}
     *
     * @param output a scalar
     * @param names parameters by name, such as {@code model.parameters()}; others keep the name they have
     * @throws IllegalArgumentException if the output is a constant
     * @throws IllegalStateException if it is not a scalar
     */
    public static BackwardTrace backward(Tensor output, Map<String, Parameter> names) {
        Inspection inspection = new Inspection(output, names);
        Recorder recorder = inspection.new Recorder();
        Gradients gradients = Backward.from(output).detached(recorder).gradients();
        return new BackwardTrace(new Graph(inspection.nodes), recorder.finished(), gradients);
    }

    private void add(Tensor tensor) {
        if (ids.putIfAbsent(tensor, nodes.size()) != null) {
            return;
        }
        Graph.Kind kind = tensor.op != null
                ? Graph.Kind.OP
                : tensor.parameter != null ? Graph.Kind.PARAMETER : Graph.Kind.CONSTANT;
        String name = switch (kind) {
            case OP -> tensor.op.name();
            case PARAMETER -> names.getOrDefault(tensor.parameter, tensor.parameter.name());
            case CONSTANT -> "constant";
        };
        Map<String, String> constants = tensor.op instanceof Record ? components(tensor.op.toString()) : Map.of();
        OptionalDouble value = tensor.data.length == 1 ? OptionalDouble.of(tensor.data[0]) : OptionalDouble.empty();
        List<Integer> inputs = Arrays.stream(tensor.inputs).map(ids::get).toList();
        nodes.add(new Graph.Node(nodes.size(), kind, name, constants, tensor.shape(), value, inputs));
    }

    /** The components in the text of a record: axis → 0, start → 1, end → 3. */
    private static Map<String, String> components(String record) {
        Map<String, String> components = new LinkedHashMap<>();
        Matcher matcher = RECORD.matcher(record);
        String text = matcher.matches() ? matcher.group(1) : "";
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                String[] component = text.substring(start, i).strip().split("=", 2);
                if (component.length == 2) {
                    components.put(component[0], unwrapped(component[1]));
                }
                start = i + 1;
            }
        }
        return components;
    }

    /** The only component of a record within a record, as a permutation's axes; any other text as it is. */
    private static String unwrapped(String value) {
        Map<String, String> components = RECORD.matcher(value).matches() ? components(value) : Map.of();
        return components.size() == 1 ? components.values().iterator().next() : value;
    }

    /** Notes what the walk does, and computes nothing. */
    private final class Recorder implements Backward.Observer {
        private final List<BackwardTrace.Step> steps = new ArrayList<>();
        private final int[] received = new int[nodes.size()];
        private List<BackwardTrace.Contribution> contributions = new ArrayList<>();
        private Tensor visited;
        private Tensor adjoint;

        @Override
        public void visits(Tensor node, Tensor adjoint) {
            finishStep();
            this.visited = node;
            this.adjoint = adjoint;
        }

        @Override
        public void passes(int i, Tensor contribution, Tensor sum) {
            int to = ids.get(visited.inputs[i]);
            received[to] += contribution == null ? 0 : 1;
            contributions.add(new BackwardTrace.Contribution(
                    nodes.get(to), i, Optional.ofNullable(contribution), received[to], Optional.ofNullable(sum)));
        }

        private void finishStep() {
            if (visited != null) {
                int id = ids.get(visited);
                steps.add(new BackwardTrace.Step(
                        steps.size() + 1, nodes.get(id), Optional.ofNullable(adjoint), received[id], contributions));
                contributions = new ArrayList<>();
            }
        }

        private List<BackwardTrace.Step> finished() {
            finishStep();
            return steps;
        }
    }
}
