package org.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/**
 * The exponential moving average of weights: φ_0 = θ_0, φ_t = d φ_{t−1} + (1 − d) θ_t.
 *
 * <p>Polyak and Juditsky 1992, <a href="https://doi.org/10.1137/0330046">doi 10.1137/0330046</a>, for the mean of all steps; the moving one,
 * which forgets the first steps, is what is in use.
 */
final class Average {
    private final Map<String, Parameter> parameters;
    private final double decay;
    private Map<String, Tensor> phi = new LinkedHashMap<>();

    /** An average that starts at the present weights. */
    Average(Map<String, Parameter> parameters, double decay) {
        this.parameters = parameters;
        this.decay = decay;
        parameters.forEach((path, parameter) -> phi.put(path, parameter.value().detach()));
    }

    /** Takes a step towards the present weights. */
    void follow() {
        phi.replaceAll((path, average) ->
                average.mul(decay).add(parameters.get(path).value().detach().mul(1 - decay)));
    }

    /** Gives the model the averaged weights. */
    void put() {
        phi.forEach((path, average) -> parameters.get(path).set(average));
    }

    Map<String, Tensor> save() {
        return new LinkedHashMap<>(phi);
    }

    void load(Map<String, Tensor> saved) {
        if (!saved.keySet().equals(phi.keySet())) {
            throw new IllegalArgumentException(
                    "average: it is one of %s, the saved one of %s; load what the same model saved"
                            .formatted(phi.keySet(), saved.keySet()));
        }
        phi.forEach((path, average) -> {
            if (!saved.get(path).shape().equals(average.shape())) {
                throw new IllegalArgumentException("average: %s is %s, the saved one %s; load what the same model saved"
                        .formatted(path, average.shape(), saved.get(path).shape()));
            }
        });
        phi = new LinkedHashMap<>(saved);
    }
}
