package org.gradus.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * The weights of a model as PyTorch's {@code state_dict} has them: weights of linear layers as (out, in), the transpose of ours, and the number
 * of batches that a batch normalization has seen, which we do not keep.
 *
 * <pre>{@code
 * StateDictionary.load(model, Safetensors.read(path).tensors());   // written by PyTorch
 * Weights.load(model, Safetensors.read(path).tensors());           // written by us
 * }</pre>
 *
 * <p>Which of the two a file is has to be said, since a square matrix looks the same both ways; what can be checked is checked.
 */
public final class StateDictionary {
    private static final String BATCHES = "num_batches_tracked";

    private StateDictionary() {}

    /**
     * Gives a model the values of a PyTorch model of the same form: all of them, or none.
     *
     * <p>The matrices that the layers {@linkplain Layer#transposedInPyTorch() say to be stored transposed} are transposed, square ones too.
     *
     * @param model the model; its graphs so far stay valid
     * @param tensors a value for each path of the model, and no more but counts of batches; graphs behind them are not kept
     * @throws IllegalArgumentException if paths are missing or unexpected, shapes are not those of PyTorch, or a count of batches is none; the
     *     model is then as it was
     */
    public static void load(Layer model, Map<String, Tensor> tensors) {
        Map<String, Tensor> wanted = Weights.of(model);
        Map<String, Parameter> transposed = model.transposedInPyTorch();
        Map<String, Tensor> ours = new LinkedHashMap<>();
        tensors.forEach((path, tensor) -> {
            if (isCount(path, wanted)) {
                checkCount(path, tensor);
            } else {
                Parameter matrix = transposed.get(path);
                ours.put(path, matrix == null ? tensor : turned(path, tensor, matrix.shape()));
            }
        });
        Weights.load(model, ours);
    }

    /** Whether a path is that of a count beside running statistics, as only batch normalizations have them. */
    private static boolean isCount(String path, Map<String, Tensor> wanted) {
        return path.endsWith(BATCHES)
                && !wanted.containsKey(path)
                && wanted.containsKey(path.substring(0, path.length() - BATCHES.length()) + "running_mean");
    }

    private static void checkCount(String path, Tensor tensor) {
        boolean single = tensor.shape().size() == 1;
        if (!single || !(tensor.item() >= 0 && tensor.item() == Math.rint(tensor.item()))) {
            throw new IllegalArgumentException(
                    "state dictionary does not fit the model, which is unchanged: %s must be one whole number, at least 0, found %s"
                            .formatted(path, single ? tensor.item() : "numbers of shape " + tensor.shape()));
        }
    }

    private static Tensor turned(String path, Tensor tensor, Shape shape) {
        Shape expected = Shape.of(shape.size(1), shape.size(0));
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    ("state dictionary does not fit the model, which is unchanged: %s is %s, but PyTorch stores it as (out, in), here %s; "
                                    + "weights that we wrote, as (in, out), are loaded by Weights.load")
                            .formatted(path, tensor.shape(), expected));
        }
        return tensor.transpose();
    }
}
