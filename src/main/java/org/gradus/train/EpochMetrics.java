package org.gradus.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured at the end of an epoch, on whole parts of the data and in evaluation mode.
 *
 * @param epoch the epoch, from 1; 0 before training
 * @param training on the training data, if that was asked for
 * @param validation on the validation data
 * @param test on the test data, if that was asked for
 */
public record EpochMetrics(int epoch, Optional<Evaluation> training, Evaluation validation, Optional<Evaluation> test) {

    /**
     * What was measured on training and validation data.
     *
     * @param epoch the epoch, from 1; 0 before training
     * @param training on the training data
     * @param validation on the validation data
     */
    public EpochMetrics(int epoch, Evaluation training, Evaluation validation) {
        this(epoch, Optional.of(training), validation, Optional.empty());
    }

    /**
     * {@return what was measured on the training data}
     *
     * @throws IllegalStateException if nothing was; {@link Training#withEvaluation} asks for it
     */
    public Evaluation onTraining() {
        return training.orElseThrow(() -> new IllegalStateException(
                "epoch %s: nothing was measured on the training data; ask for it by Training.withEvaluation(1, true)"
                        .formatted(epoch)));
    }

    /**
     * {@return the generalization gap: training accuracy minus validation accuracy}
     *
     * @throws IllegalStateException if nothing was measured on the training data, or no accuracy
     */
    public double accuracyGap() {
        return onTraining().accuracy() - validation.accuracy();
    }

    /** {@return what was measured, by the name of the part of the data: training, validation, test} */
    public Map<String, Evaluation> parts() {
        Map<String, Evaluation> parts = new LinkedHashMap<>();
        training.ifPresent(evaluation -> parts.put("training", evaluation));
        parts.put("validation", validation);
        test.ifPresent(evaluation -> parts.put("test", evaluation));
        return parts;
    }

    /** What was measured, rounded, as in {@code epoch 3: training loss 0.1234, accuracy 0.9712; validation loss 0.2345, accuracy 0.9500}. */
    @Override
    public String toString() {
        return "epoch %s: ".formatted(epoch)
                + parts().entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining("; "));
    }
}
