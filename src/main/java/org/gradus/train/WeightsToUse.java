package org.gradus.train;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradus.data.Dataset;
import org.gradus.nn.Layer;
import org.gradus.nn.StatisticsRefresh;
import org.gradus.nn.Weights;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Tensor;

/**
 * The weights that a model is judged and used with: their moving average if there is one; else those of the optimizer's point for it; most often
 * those that it has.
 */
final class WeightsToUse {
    private final Layer model;
    private final Optimizer optimizer;
    private final Dataset data; // not its features: those of data that lies elsewhere are made when they are asked for
    private final double decay;
    private Optional<Average> average;

    WeightsToUse(Training training) {
        this.model = training.model();
        this.optimizer = training.optimizer();
        this.data = training.data().training();
        this.decay = training.aids().averaging();
        this.average = newAverage();
    }

    private Optional<Average> newAverage() {
        return decay > 0 ? Optional.of(new Average(model.trainable(), decay)) : Optional.empty();
    }

    /** The model has taken a step. */
    void follow() {
        average.ifPresent(Average::follow);
    }

    /** Looks at the model with these weights, and leaves it as it was. */
    <T> T judged(Supplier<T> look) {
        if (average.isEmpty() && optimizer.judged().isEmpty()) {
            return look.get();
        }
        Map<String, Tensor> trained = Weights.of(model);
        put();
        try {
            return look.get();
        } finally {
            Weights.load(model, trained);
        }
    }

    /** Gives them to the model. No step has led to an optimizer's point, so running statistics are gathered there. */
    void put() {
        if (average.isPresent()) {
            average.get().put();
        } else if (optimizer.judged().isPresent()) {
            optimizer.settle();
            StatisticsRefresh.run(model, data.features());
        }
    }

    Map<String, Tensor> save() {
        return average.map(Average::save).orElse(Map.of());
    }

    /** Goes on from the model's present weights, with the average that was saved, if there was one. */
    void load(Map<String, Tensor> saved) {
        average = newAverage();
        average.filter(mean -> !saved.isEmpty()).ifPresent(mean -> mean.load(saved));
    }
}
