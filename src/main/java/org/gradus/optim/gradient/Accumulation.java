package org.gradus.optim.gradient;

import java.util.Set;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;
import org.gradus.equation.Index;
import org.gradus.equation.Symbol;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/**
 * Accumulation: the mean of k gradients makes one step, as if the batch were k times as large. Around SGD:
 *
 * <pre>
 * s_t = g_{t−1}, if k | t − 1
 * s_t = s_{t−1} + g_{t−1}
 * ḡ_{t−1} = s_t / k, if k | t
 * ḡ_{t−1} = 0
 * θ_t = θ_{t−1} − η ḡ_{t−1}, if k | t
 * </pre>
 *
 * <p>k | t, "k divides t", is every kth gradient. The inner rule counts its own steps: its t is t / k, and its schedule is asked for those.
 * It is the same as a larger batch as long as the k batches have the same size and the loss is a mean over examples, none of which
 * influences another (as they do in batch normalization).
 *
 * <p><b>State:</b> s, one number per parameter, and the inner rule's. <b>Defaults:</b> none for k.
 *
 * <p><b>Example:</b> {@code new Optimizer(new Accumulation(new Adam(0.001), 4), model.trainable()).step(loss.backward())}
 *
 * <p><b>Reference:</b> common practice; in print for instance Ott et al. 2018, Scaling Neural Machine Translation,
 * <a href="https://arxiv.org/abs/1806.00187">arXiv 1806.00187</a>. <b>Differs from the paper in</b> nothing. <b>Differs from
 * PyTorch in</b> the mean: calling {@code backward} k times without {@code zero_grad} leaves the sum.
 *
 * @param inner the rule that is given ḡ
 * @param k how many gradients make a step, at least 1
 */
public record Accumulation(UpdateRule inner, int k) implements UpdateRule {
    private static final Set<String> SYMBOLS = Set.of("s", "ḡ", "k");

    /**
     * Checks the number of gradients.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Accumulation {
        Domain.of("accumulation").count("k", k);
    }

    @Override
    public String name() {
        return "accumulation(" + inner.name() + ")";
    }

    @Override
    public Schedule eta() {
        return t -> inner.eta().at(t / k);
    }

    @Override
    public Equations equations() {
        Equations mean = Equations.of(
                        "s_t = g_{t−1}, if k | t − 1",
                        "s_t = s_{t−1} + g_{t−1}",
                        "ḡ_{t−1} = s_t / k, if k | t",
                        "ḡ_{t−1} = 0")
                .with("k", k);
        Symbol symbol = new Symbol("k", new Index.None());
        return new Treatment("ḡ", mean).before(new EveryKth(inner.equations().primed(SYMBOLS), symbol, k).slow());
    }

    @Override
    public State init(int size) {
        return State.of(this, size, "s").around(inner.init(size), SYMBOLS);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        state.check(this, theta, g);
        double[] s = state.vector("s");
        boolean first = (step.t() - 1) % k == 0;
        for (int i = 0; i < g.length; i++) {
            s[i] = first ? g[i] : s[i] + g[i];
        }
        if (step.t() % k == 0) {
            double[] mean = new double[g.length];
            for (int i = 0; i < g.length; i++) {
                mean[i] = s[i] / k;
            }
            inner.update(theta, mean, state.inner(), new Step(step.t() / k, step.eta()));
        }
    }
}
