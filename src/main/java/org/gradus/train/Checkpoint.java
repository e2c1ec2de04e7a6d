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
 * @param epoch how many epochs are done
 * @param batch how many batches of the present epoch have been dealt out; 0 between epochs
 * @param average the moving average of the weights by path; empty if it is off
 * @param best the best weights so far, if early stopping asks for them
 * @param steps what was measured at the steps so far
 * @param epochs what was measured after the epochs so far, and before training
 * @param divergence why the last of the steps measured was not taken, if the run has diverged
 */
public record Checkpoint(
        Map<String, String> description,
        Map<String, Tensor> weights,
        List<Memory> optimizer,
        long step,
        long updates,
        Map<String, String> streams,
        int epoch,
        int batch,
        Map<String, Tensor> average,
        Optional<Best> best,
        List<StepMetrics> steps,
        List<EpochMetrics> epochs,
        Optional<String> divergence) {
    /**
     * Keeps copies, which nobody can change.
     *
     * @throws IllegalArgumentException if the best epoch is none that was measured
     */
    public Checkpoint {
        List<Integer> measured = epochs.stream().map(EpochMetrics::epoch).toList();
        if (best.isPresent() && !measured.contains(best.get().epoch())) {
            throw new IllegalArgumentException("checkpoint: the best epoch is %s, but measured were only %s"
                    .formatted(best.get().epoch(), measured));
        }
        description = copy(description);
        weights = copy(weights);
        optimizer = List.copyOf(optimizer);
        streams = copy(streams);
        average = copy(average);
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }

    /**
     * Refuses a training that this is no checkpoint of.
     *
     * @throws IllegalArgumentException if something is described otherwise, there or here; the message names the first that is
     */
    void requireOneOf(Map<String, String> training) {
        Map<String, String> wanted = new LinkedHashMap<>(training);
        description.keySet().forEach(name -> wanted.putIfAbsent(name, "none"));
        requireAgreement(wanted);
    }

    /**
     * Refuses a training that differs in some things.
     *
     * @throws IllegalArgumentException if one of them is described otherwise here; the message names the first that is
     */
    void requireAgreement(Map<String, String> wanted) {
        wanted.forEach((name, here) -> {
            String there = description.getOrDefault(name, "none");
            if (!there.equals(here)) {
                throw new IllegalArgumentException(
                        "checkpoint: it is one of another training: " + difference(name, there, here));
            }
        });
    }

    /** Where two texts differ: in one setting, if there is one to a line, else as a whole. */
    private static String difference(String name, String there, String here) {
        List<String> before = there.lines().toList();
        List<String> now = here.lines().toList();
        if (before.size() < 2 && now.size() < 2) {
            return "%s is %s there, %s here".formatted(name, there, here);
        }
        return "it has %s, here it is %s".formatted(first(before, now), first(now, before));
    }

    private static String first(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).findFirst().orElse("no such setting");
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
