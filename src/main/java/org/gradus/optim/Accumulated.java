package org.gradus.optim;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * Gradients gathered on the way to one update: the sum of w_i g_i over the mini-batches so far, where w_i is how many examples each stands for.
 *
 * @param sum Σ w_i g_i
 * @param weight Σ w_i
 * @param count how many mini-batches
 */
record Accumulated(double[] sum, double weight, int count) {
    private static final String NAME = "accumulation";

    static Accumulated none() {
        return new Accumulated(new double[0], 0, 0);
    }

    Accumulated plus(double[] g, double w) {
        double[] more = new double[g.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = count == 0 ? w * g[i] : sum[i] + w * g[i];
        }
        return new Accumulated(more, weight + w, count + 1);
    }

    /** The mean over all examples so far. */
    double[] mean() {
        double[] mean = new double[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sum[i] / weight;
        }
        return mean;
    }

    Memory save(List<String> parameters) {
        return new Memory(NAME, parameters, count, Map.of("s", Tensor.of(sum), "w", Tensor.of(weight)));
    }

    static boolean isSaved(Memory memory) {
        return memory.rule().equals(NAME);
    }

    static Accumulated of(Memory memory, List<String> parameters, int size) {
        if (!memory.parameters().equals(parameters)
                || memory.values().get("s").shape().size() != size) {
            throw new IllegalArgumentException(
                    "optimizer: the saved one was gathering gradients of %s, this one has %s; go on from a moment right after an update"
                            .formatted(memory.parameters(), parameters));
        }
        return new Accumulated(
                memory.values().get("s").toArray(), memory.values().get("w").item(), Math.toIntExact(memory.steps()));
    }
}
