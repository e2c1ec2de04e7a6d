package org.gradus.train.curvature;

import java.util.Map;
import java.util.function.Supplier;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.Remembered;
import org.gradus.nn.StatisticsRefresh;
import org.gradus.nn.Weights;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.VectorFunction;

/**
 * A model with other weights for a moment, its running statistics gathered anew for them. Parameters, buffers and random streams are afterwards
 * what they were, the parameters' very tensors, also when an exception ends it.
 */
final class Elsewhere {
    private final Layer model;
    private final Tensor features;
    private final VectorFunction weights;

    Elsewhere(Layer model, Dataset training) {
        this.model = model;
        this.features = training.features();
        this.weights = VectorFunction.of(Objective.each(model.parameters()), () -> Tensor.scalar(0));
    }

    /** All parameters, frozen ones too, as one vector. */
    Tensor here() {
        return weights.theta();
    }

    /** The vector of parameters that some weights have; refuses those of another model. */
    Tensor of(Map<String, Tensor> other) {
        return visit(here(), () -> {
            Weights.load(model, other);
            return weights.theta();
        });
    }

    /** What is asked, with the parameters at a point and fresh statistics. */
    <T> T at(Tensor point, Supplier<T> question) {
        return visit(point, () -> {
            StatisticsRefresh.run(model, features);
            return question.get();
        });
    }

    private <T> T visit(Tensor point, Supplier<T> question) {
        Remembered before = Remembered.of(model);
        try {
            return weights.at(point, there -> question.get());
        } finally {
            before.restore();
        }
    }

    /** What was done to running statistics, in words for a caption. */
    String statistics() {
        return model.buffers().isEmpty()
                ? "no running statistics"
                : "running statistics recomputed from the %s training examples at each point"
                        .formatted(features.shape().size(0));
    }
}
