package org.gradus.optim.rule;

import org.gradus.equation.Equations;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;

/**
 * SGD, stochastic gradient descent: a step against the gradient.
 *
 * <pre>
 * θ_t = θ_{t−1} − η g_{t−1}
 * </pre>
 *
 * <p><b>State:</b> none. <b>Defaults:</b> none; the right η depends on the loss.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Sgd(), 0.1, model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> Robbins and Monro 1951, A Stochastic Approximation Method, <a href="https://doi.org/10.1214/aoms/1177729586">doi
 * 10.1214/aoms/1177729586</a>. <b>Differs from the paper in</b> η, which need not fall with t. <b>Differs from PyTorch in</b> nothing.
 *
 */
public record Sgd() implements UpdateRule {

    @Override
    public Equations equations() {
        return Equations.of("θ_t = θ_{t−1} − η g_{t−1}");
    }

    @Override
    public State init(int size) {
        return State.of(this, size);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        double eta = step.eta();
        for (int i = 0; i < theta.length; i++) {
            next[i] = theta[i] - eta * g[i];
        }
    }
}
