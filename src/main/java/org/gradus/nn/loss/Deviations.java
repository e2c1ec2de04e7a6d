package org.gradus.nn.loss;

import org.gradus.tensor.Activations;
import org.gradus.tensor.Elementary;
import org.gradus.tensor.Selection;
import org.gradus.tensor.Tensor;

/** How far predictions are from targets, element by element; {@link Losses} takes their means. Shapes broadcast. */
public final class Deviations {
    private Deviations() {}

    /**
     * {@return (x − y)²}
     *
     * @param x the predictions
     * @param y the targets
     */
    public static Tensor squared(Tensor x, Tensor y) {
        return Elementary.square(x.sub(y));
    }

    /**
     * {@return |x − y|; the derivative where they are equal is 0}
     *
     * @param x the predictions
     * @param y the targets
     */
    public static Tensor absolute(Tensor x, Tensor y) {
        return Elementary.abs(x.sub(y));
    }

    /**
     * {@return d²/2 for |d| ≤ δ and δ (|d| − δ/2) beyond, with d = x − y: squared near the target, absolute far from it (Huber 1964)}
     *
     * @param x the predictions
     * @param y the targets
     * @param delta where the one turns into the other, a positive number
     * @throws IllegalArgumentException if δ is not positive
     */
    public static Tensor huber(Tensor x, Tensor y, double delta) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("huber: delta must be a positive number, found " + delta);
        }
        Tensor d = x.sub(y);
        Tensor near = Selection.clamp(d, -delta, delta); // d inside, ±δ outside: near · (d − near/2) is both branches
        return near.mul(d.sub(near.mul(0.5)));
    }

    /**
     * {@return max(0, 1 − x y), the hinge loss of a score; the derivative at the kink is 0}
     *
     * @param x the scores
     * @param y the targets, −1 or 1
     */
    public static Tensor hinge(Tensor x, Tensor y) {
        return Activations.relu(x.mul(y).neg().add(1));
    }

    /**
     * {@return −p ln σ(x) − (1 − p) ln(1 − σ(x)) with the sigmoid σ: the cross-entropy of a yes-or-no question, from its logit}
     *
     * <p>Computed as softplus(x) − x p, so neither large nor small logits overflow.
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p) {
        return Activations.softplus(x).sub(x.mul(p));
    }

    /**
     * {@return −w p ln σ(x) − (1 − p) ln(1 − σ(x)): as {@link #binaryCrossEntropy(Tensor, Tensor)}, but a yes weighs w times as much}
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1
     * @param weight the weight w of a yes
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p, Tensor weight) {
        Tensor yes = weight.mul(p).mul(Activations.softplus(x.neg()));
        return yes.add(p.neg().add(1).mul(Activations.softplus(x)));
    }

    /**
     * {@return q (ln q − ln p), the terms of the Kullback-Leibler divergence of q from p; 0 where q is 0}
     *
     * @param logP the logarithms of the predicted probabilities
     * @param q the probabilities asked for
     */
    public static Tensor kullbackLeibler(Tensor logP, Tensor q) {
        Tensor zero = Selection.equal(q, Tensor.scalar(0));
        Tensor logQ = Selection.where(zero, Tensor.scalar(1), q).log();
        return q.mul(logQ.sub(logP));
    }
}
