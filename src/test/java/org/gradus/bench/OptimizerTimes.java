package org.gradus.bench;

import java.util.function.IntToDoubleFunction;
import org.gradus.optim.Optimizer;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/** Times steps of an optimizer without the gradients they need, which an optimizer wants taken anew at each. */
final class OptimizerTimes {
    private OptimizerTimes() {}

    /** Gives the mean seconds of a step, for a number of steps; the loss is linear, Σ c θ, so that all gradients are c. */
    static IntToDoubleFunction of(Optimizer optimizer, Parameter theta, Tensor c) {
        return steps -> {
            long nanoseconds = 0;
            for (int i = 0; i < steps; i++) {
                Gradients gradients = theta.value().mul(c).sum().backward();
                long start = System.nanoTime();
                optimizer.step(gradients);
                nanoseconds += System.nanoTime() - start;
            }
            return nanoseconds / 1e9 / steps;
        };
    }
}
