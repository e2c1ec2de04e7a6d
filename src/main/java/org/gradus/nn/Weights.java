package org.gradus.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * All numbers of a model, by path: what it learns or, frozen, has learned, then what it remembers.
 *
 * <pre>{@code
 * Safetensors.write(path, Weights.of(model), Map.of("epochs", "10"));
 * Weights.load(model, Safetensors.read(path).tensors());
 * }</pre>
 */
public final class Weights {
    private static final int SHOWN = 5;
    private static final String PYTORCH =
            "; if PyTorch wrote them, call StateDictionary.load, which transposes its matrices (out, in)";

    private Weights() {}

    /**
     * {@return the present values of a model's parameters, then of its buffers, in their order, as constants}
     *
     * @param model the model
     * @throws IllegalArgumentException if a parameter and a buffer have the same path
     */
    public static Map<String, Tensor> of(Layer model) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        model.parameters()
                .forEach(
                        (path, parameter) -> weights.put(path, parameter.value().detach()));
        model.buffers().forEach((path, buffer) -> {
            if (weights.put(path, buffer.value()) != null) {
                throw new IllegalArgumentException(
                        "weights: %s is the path of a parameter and of a buffer; give one another name"
                                .formatted(path));
            }
        });
        return Collections.unmodifiableMap(weights);
    }

    /**
     * {@return how many numbers a model learns or, frozen, has learned; one that it has under several paths counts once}
     *
     * @param model the model
     */
    public static long count(Layer model) {
        return model.parameters().values().stream()
                .distinct()
                .mapToLong(parameter -> parameter.shape().size())
                .sum();
    }

    /**
     * Gives a model the values of another one of the same form: all of them, or none.
     *
     * <p>Matrices are taken as ours, (in, out); what PyTorch wrote is loaded by {@link StateDictionary#load}. A parameter that the model has under
     * several paths is set once for each; they should agree.
     *
     * @param model the model; its graphs so far stay valid
     * @param weights a value for each path of the model, and no more; graphs behind them are not kept
     * @throws IllegalArgumentException if paths are missing or unexpected, or shapes differ; the model is then as it was
     */
    public static void load(Layer model, Map<String, Tensor> weights) {
        check(of(model), weights);
        model.parameters().forEach((path, parameter) -> parameter.set(weights.get(path)));
        model.buffers().forEach((path, buffer) -> buffer.set(weights.get(path)));
    }

    private static void check(Map<String, Tensor> wanted, Map<String, Tensor> found) {
        List<String> missing = new ArrayList<>();
        List<String> reshaped = new ArrayList<>();
        wanted.forEach((path, tensor) -> {
            Tensor other = found.get(path);
            if (other == null) {
                missing.add(path);
            } else if (!other.shape().equals(tensor.shape())) {
                reshaped.add("%s is %s, the model's is %s".formatted(path, other.shape(), tensor.shape()));
            }
        });
        List<String> unexpected = new ArrayList<>(found.keySet());
        unexpected.removeAll(wanted.keySet());
        String objections = Stream.of(
                        listed("missing", missing),
                        listed("unexpected", unexpected),
                        listed("of another shape", reshaped))
                .filter(list -> !list.isEmpty())
                .collect(Collectors.joining("; "));
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException("weights do not fit the model, which is unchanged; %s%s"
                    .formatted(objections, isPyTorchs(wanted, found) ? PYTORCH : ""));
        }
    }

    /** Whether something has the form in which PyTorch stores it. */
    private static boolean isPyTorchs(Map<String, Tensor> wanted, Map<String, Tensor> found) {
        return found.entrySet().stream().anyMatch(entry -> {
            Tensor ours = wanted.get(entry.getKey());
            Shape shape = entry.getValue().shape();
            return ours == null
                    ? entry.getKey().endsWith("num_batches_tracked")
                    : shape.rank() == 2
                            && !shape.equals(ours.shape())
                            && Shape.of(shape.size(1), shape.size(0)).equals(ours.shape());
        });
    }

    private static String listed(String what, List<String> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        String more = paths.size() > SHOWN ? " and %s more".formatted(paths.size() - SHOWN) : "";
        return what + ": " + String.join(", ", paths.subList(0, Math.min(SHOWN, paths.size()))) + more;
    }
}
