package org.gradus.train.curvature;

import java.util.Map;
import org.gradus.nn.Layer;
import org.gradus.nn.Mode;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;

/** L(θ) = ½ Σ hᵢ θᵢ², whose Hessian is diag(h) everywhere: a model that gives θ whatever its input is. */
record Quadratic(Tensor h, Parameter theta) implements Layer {
    static Quadratic of(double... h) {
        return new Quadratic(
                Tensor.of(h), new Parameter("theta", Tensor.full(Tensor.of(h).shape(), 1)));
    }

    @Override
    public Tensor forward(Tensor x, Mode mode) {
        return theta.value();
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Map.of("theta", theta);
    }

    Objective objective() {
        return new Objective(this, Tensor.of(0), y -> y.mul(y).mul(h).sum().mul(0.5), Mode.TRAINING);
    }

    /** How far θ is from the minimum. */
    double distance() {
        double[] numbers = theta.value().toArray();
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
