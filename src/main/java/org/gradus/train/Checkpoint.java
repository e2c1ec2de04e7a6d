package org.gradus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.optim.Memory;
import org.gradus.tensor.Tensor;

/**
 * All that a run depends on between two steps. A run that is resumed from it goes on as if nothing had happened, to the last bit.
 *
 * <p>Tensors never change; so those of the model are only referred to, and a checkpoint in memory costs little. The order of the data is kept
 * as the random stream from before the epoch's shuffle, from which the same order comes again.
 *
 * @param description what it is a checkpoint of, by name
 * @param weights the model's parameters and buffers by path
 * @param optimizer what the rules remember
 * @param step how many steps the run has taken
 * @param updates how many updates the optimizer has made: fewer than steps where gradients are accumulated
 * @param streams where the random streams are, by name
 * @param batch how many batches of the present epoch have been dealt out; 0 between epochs
 * @param average the moving average of the weights by path; empty if it is off
 * @param best the best weights so far, if early stopping asks for them
 * @param steps what was measured at the steps so far
 * @param epochs what was measured after the epochs so far, and before training
 */
public record Checkpoint(
        Map<String, String> description,
        Map<String, Tensor> weights,
        List<Memory> optimizer,
        long step,
        long updates,
        Map<String, String> streams,
        int batch,
        Map<String, Tensor> average,
        Optional<Best> best,
        List<StepMetrics> steps,
        List<EpochMetrics> epochs) {
    /**
     * Keeps copies, which nobody can change.
     *
     * @throws IllegalArgumentException if the best epoch is none that was measured
     */
    public Checkpoint {
        if (best.isPresent() && best.get().epoch() >= epochs.size()) {
            throw new IllegalArgumentException("checkpoint: the best epoch is %s, but only %s were measured"
                    .formatted(best.get().epoch(), epochs.size()));
        }
        description = copy(description);
        weights = copy(weights);
        optimizer = List.copyOf(optimizer);
        streams = copy(streams);
        average = copy(average);
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }

    /** Which one it is, as in {@code checkpoint after step 120}, without the numbers. */
    @Override
    public String toString() {
        return "checkpoint after step " + step;
    }

    private static <T> Map<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
