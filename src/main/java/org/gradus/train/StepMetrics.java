package org.gradus.train;

import java.util.Locale;
import java.util.Optional;

/**
 * What was measured at one step, before the parameters changed.
 *
 * @param step the number of the step, from 1
 * @param epoch the epoch it belongs to, from 1
 * @param loss the mini-batch's loss
 * @param gradientNorm the length of the gradient of all parameters
 * @param learningRate the learning rate η the step was taken with
 */
public record StepMetrics(long step, int epoch, double loss, double gradientNorm, double learningRate) {
    /** {@return what is wrong with the numbers: the one that is NaN or infinite, in words; empty if nothing is} */
    Optional<String> divergence() {
        if (!Double.isFinite(loss)) {
            return Optional.of("the loss is " + loss);
        }
        return Double.isFinite(gradientNorm) ? Optional.empty() : Optional.of("the gradient's norm is " + gradientNorm);
    }

    /** What was measured, rounded, as in {@code step 7 of epoch 1: loss 2.301, gradient norm 1.204, η = 0.001}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "step %s of epoch %s: loss %.4g, gradient norm %.4g, η = %s",
                step,
                epoch,
                loss,
                gradientNorm,
                learningRate);
    }
}
