package org.gradus.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.data.Safetensors;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The weights that a model starts from, if those of a file. */
final class FirstWeights {
    private FirstWeights() {}

    /** Gives the model the weights of a file, but for the last layer where the file's does not fit. */
    static void load(Sequential model, Path file) {
        Map<String, Tensor> weights = new LinkedHashMap<>(Safetensors.read(file).tensors());
        weights.keySet().removeIf(path -> path.startsWith("standardizer.")); // of a model file, no weights
        String head = RunOptimizer.head(model);
        Map<String, Tensor> own = Weights.of(model);
        boolean fits = own.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(head))
                .allMatch(entry -> weights.containsKey(entry.getKey())
                        && weights.get(entry.getKey())
                                .shape()
                                .equals(entry.getValue().shape()));
        if (!fits) {
            requireOurForm(file, head + "weight", own, weights);
            own.forEach((path, value) -> {
                if (path.startsWith(head)) {
                    weights.put(path, value);
                }
            });
        }
        Weights.load(model, weights);
    }

    /** Refuses a head with other inputs than the model's: it is no other head of the same body, but perhaps a transposed one. */
    private static void requireOurForm(Path file, String path, Map<String, Tensor> own, Map<String, Tensor> found) {
        Shape shape = found.containsKey(path)
                ? found.get(path).shape()
                : own.get(path).shape();
        int inputs = own.get(path).shape().size(0);
        if (shape.rank() != 2 || shape.size(0) != inputs) {
            throw new IllegalArgumentException(
                    ("start-from: %s has %s of shape %s, but the model's head needs (%s, classes); PyTorch stores it transposed: "
                                    + "take its weights over by StateDictionary.load, and save them by Safetensors.write")
                            .formatted(file, path, shape, inputs));
        }
    }

    /** What means the weights of a file, for a run's identity. */
    static void add(Path file, Fingerprint fingerprint) {
        Safetensors.read(file).tensors().forEach((path, tensor) -> {
            fingerprint.add(path).add(tensor.shape().toString());
            for (double value : tensor.toArray()) {
                fingerprint.add(value);
            }
        });
    }
}
