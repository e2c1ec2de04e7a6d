package org.gradus.train.curvature;

import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.State;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.RmsProp;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * Up to which curvature h a rule's steps are stable: on L(θ) = ½ h θ², with η and P constant, they come to 0 exactly if 0 &lt; h &lt; c/η, and
 * swing ever wider above it. On a quadratic in many dimensions h is the largest eigenvalue of P⁻¹ H, where P is what the rule divides by.
 *
 * <table>
 * <caption>Where the edge is</caption>
 * <tr><th>rule</th><th>edge</th><th>P</th></tr>
 * <tr><td>SGD</td><td>2/η</td><td>1</td></tr>
 * <tr><td>SGDM</td><td>(2 + 2λ)/η</td><td>1</td></tr>
 * <tr><td>NAG</td><td>(2 + 2λ)/((1 + 2λ) η)</td><td>1</td></tr>
 * <tr><td>RMSProp</td><td>2/η</td><td>√v_t</td></tr>
 * <tr><td>Adam</td><td>(2 + 2β1)/((1 − β1) η), 38/η for β1 = 0.9</td><td>(1 − β1^t)(√v̂_t + ε)</td></tr>
 * </table>
 *
 * <p>Adam's step is η P⁻¹ m_t: the correction of m̂ is a part of P. Where P is 0, as for RMSProp at a parameter without any gradient, the rule
 * does not move the parameter.
 *
 * <p>Cohen et al. 2021, Gradient descent on neural networks typically occurs at the edge of stability, <a
 * href="https://arxiv.org/abs/2103.00065">arXiv 2103.00065</a>, for SGD, SGDM and NAG; Cohen et al. 2022, Adaptive gradient methods at the edge
 * of stability, <a href="https://arxiv.org/abs/2207.14484">arXiv 2207.14484</a>, for Adam and RMSProp.
 *
 * @param formula the edge, as in {@code (2 + 2λ)/η}
 * @param factor the number c in c/η
 * @param preconditioner what the rule divides its steps by
 */
public record StabilityLine(String formula, double factor, Preconditioner preconditioner) {

    /** The diagonal P that a rule divides the gradient, or its moving average, by. */
    @FunctionalInterface
    public interface Preconditioner {
        /**
         * {@return the diagonal of P at step t, one number per parameter, at least 0}
         *
         * @param state what the rule remembers after step t
         * @param t the number of the step, 1 for the first
         */
        Tensor at(State state, long t);
    }

    /**
     * {@return the edge of a rule}
     *
     * @param rule SGD, SGDM, NAG, RMSProp or Adam
     * @throws IllegalArgumentException if it is another one
     */
    public static StabilityLine of(UpdateRule rule) {
        if (rule instanceof Sgd) {
            return new StabilityLine("2/η", 2, StabilityLine::none);
        }
        if (rule instanceof Sgdm sgdm) {
            return new StabilityLine("(2 + 2λ)/η", 2 + 2 * sgdm.lambda(), StabilityLine::none);
        }
        if (rule instanceof Nag nag) {
            double factor = (2 + 2 * nag.lambda()) / (1 + 2 * nag.lambda());
            return new StabilityLine("(2 + 2λ)/((1 + 2λ) η)", factor, StabilityLine::none);
        }
        if (rule instanceof RmsProp) {
            return new StabilityLine("2/η", 2, (state, t) -> vector(state, "v").sqrt());
        }
        if (rule instanceof Adam adam) {
            double factor = (2 + 2 * adam.beta1()) / (1 - adam.beta1());
            return new StabilityLine("(2 + 2β1)/((1 − β1) η)", factor, (state, t) -> preconditioner(adam, state, t));
        }
        throw new IllegalArgumentException(
                "edge of stability: where it is for %s is not known here; ask for sgd, sgdm, nag, rmsprop or adam"
                        .formatted(rule.name()));
    }

    private static Tensor none(State state, long t) {
        return Tensor.full(Shape.of(state.size()), 1);
    }

    /** (1 − β1^t)(√v̂_t + ε). */
    private static Tensor preconditioner(Adam adam, State state, long t) {
        Tensor vHat = vector(state, "v").div(1 - power(adam.beta2(), t));
        return vHat.sqrt().add(adam.epsilon()).mul(1 - power(adam.beta1(), t));
    }

    private static Tensor vector(State state, String symbol) {
        return Tensor.of(Shape.of(state.size()), state.vector(symbol));
    }

    private static double power(double beta, long t) {
        return FastMath.pow(beta, (double) t);
    }

    /**
     * {@return the largest curvature that is stable: c/η; ∞ for η = 0, where nothing moves}
     *
     * @param eta the learning rate η
     */
    public double threshold(double eta) {
        return factor / eta;
    }
}
