package org.gradus.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.optim.Memory;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Tensor;

/**
 * A listener that looks into steps: the gradient of each parameter, the weights, and what the rules remember, before and after.
 *
 * <p>Where no probe asks for a step, nothing is copied. A probe cannot change the run.
 */
public interface Probe extends Listener {

    /**
     * {@return whether to look into a step}
     *
     * @param step the number of the step, from 1
     */
    default boolean wants(long step) {
        return true;
    }

    /**
     * A step that was wanted has been taken.
     *
     * @param inside what happened in it
     */
    void onProbe(Inside inside);

    /**
     * The inside of a step. Where gradients are accumulated, weights and state may be the same before and after; at a step that diverged they are.
     *
     * @param step what was measured
     * @param gradients the gradient of the mini-batch's loss, by the path of the parameter, before clipping and the like
     * @param before weights and state before the step
     * @param after weights and state after the step
     */
    record Inside(StepMetrics step, Map<String, Tensor> gradients, Moment before, Moment after) {
        /** What happened in a step of a model. */
        static Inside of(StepMetrics step, Gradients gradients, Layer model, Moment before, Moment after) {
            Map<String, Tensor> byPath = new LinkedHashMap<>();
            model.trainable().forEach((path, parameter) -> {
                if (gradients.contains(parameter)) {
                    byPath.put(path, gradients.of(parameter));
                }
            });
            return new Inside(step, Collections.unmodifiableMap(byPath), before, after);
        }

        /** The step and how much is known of it, without the numbers. */
        @Override
        public String toString() {
            return "inside of step %s: gradients of %s".formatted(step.step(), gradients.keySet());
        }
    }

    /**
     * Weights and state between two steps.
     *
     * @param weights the trainable parameters by path
     * @param optimizer what the rule of each group remembers, in the groups' order
     */
    record Moment(Map<String, Tensor> weights, List<Memory> optimizer) {
        /** The present moment. */
        static Moment of(Layer model, Optimizer optimizer) {
            Map<String, Tensor> weights = new LinkedHashMap<>();
            model.trainable()
                    .forEach((path, parameter) ->
                            weights.put(path, parameter.value().detach()));
            return new Moment(Collections.unmodifiableMap(weights), optimizer.save());
        }

        /** Whose, without the numbers. */
        @Override
        public String toString() {
            return "%s; %s".formatted(weights.keySet(), optimizer);
        }
    }
}
