package org.gradus.train.curvature;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.nn.Remembered;
import org.gradus.nn.loss.Losses;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.VectorFunction;

/**
 * L(θ) = criterion(model(x; θ)): the loss of a model on all of some examples at once, as a function of its trainable parameters alone.
 *
 * <p>The mode decides what batch normalization is a part of. In {@link Mode#TRAINING} its mean and variance are those of the examples, and as
 * such functions of θ: this is the loss whose gradient a full-batch step follows, in which weights before a normalization may be scaled
 * without effect, and it is the one that sharpness is usually asked about. In {@link Mode#EVALUATION} the running statistics are constants,
 * and the normalization an affine map: the loss of the network that predicts, for θ so near that one would not gather statistics anew. Their
 * Hessians differ. Models without running statistics have the same loss in both.
 *
 * <p>Whatever is asked of it, the model's buffers are afterwards what they were.
 *
 * @param model the model
 * @param features its input, of all examples
 * @param criterion what makes the loss, a scalar, of the model's output
 * @param mode what the model's pass is for
 */
public record Objective(Layer model, Tensor features, UnaryOperator<Tensor> criterion, Mode mode) {
    /**
     * Checks that the loss is the same each time.
     *
     * @throws IllegalArgumentException if the model draws random numbers in training mode, as dropout does
     */
    public Objective {
        if (mode == Mode.TRAINING && !model.streams().isEmpty()) {
            throw new IllegalArgumentException(
                    ("objective: in training mode the model draws random numbers (%s), so its loss is another one each time; "
                                    + "ask in Mode.EVALUATION, or leave the dropout out")
                            .formatted(String.join(", ", model.streams().keySet())));
        }
    }

    /**
     * {@return the mean cross-entropy of a classifier, with the normalization of training}
     *
     * @param model the classifier
     * @param data the examples
     * @throws IllegalArgumentException if the model draws random numbers in training mode, as dropout does
     */
    public static Objective of(Layer model, Dataset data) {
        return of(model, data, Mode.TRAINING);
    }

    /**
     * {@return the mean cross-entropy of a classifier}
     *
     * @param model the classifier
     * @param data the examples
     * @param mode whether normalization is that of training or that of evaluation
     * @throws IllegalArgumentException if the mode is that of training and the model draws random numbers there, as dropout does
     */
    public static Objective of(Layer model, Dataset data, Mode mode) {
        int[] labels = data.labels();
        return new Objective(model, data.features(), logits -> Losses.crossEntropy(logits, labels), mode);
    }

    /** {@return the trainable parameters by path, each once, in the model's order: the order of the numbers in θ} */
    public Map<String, Parameter> parameters() {
        return each(model.trainable());
    }

    /** One that a model has under several paths is one variable, not several. */
    static Map<String, Parameter> each(Map<String, Parameter> parameters) {
        Set<Parameter> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Parameter> each = new LinkedHashMap<>();
        parameters.forEach((path, parameter) -> {
            if (seen.add(parameter)) {
                each.put(path, parameter);
            }
        });
        return each;
    }

    /**
     * {@return L as a function of θ}
     *
     * @throws IllegalArgumentException if the model has no trainable parameters
     */
    public VectorFunction function() {
        return VectorFunction.of(parameters(), this::loss);
    }

    /** {@return L at the present parameters, with its graph} */
    public Tensor loss() {
        Remembered before = Remembered.of(model);
        try {
            return criterion.apply(model.forward(features, mode));
        } finally {
            before.restore();
        }
    }

    /** {@return how normalization is treated, in words for a caption} */
    public String statistics() {
        if (model.buffers().isEmpty()) {
            return "no running statistics";
        }
        return mode == Mode.TRAINING
                ? "batch statistics of all %s examples, which depend on the weights"
                        .formatted(features.shape().size(0))
                : "running statistics held fixed";
    }

    /** What it is the loss of. */
    @Override
    public String toString() {
        return "loss on %s examples; %s".formatted(features.shape().size(0), statistics());
    }
}
