package org.gradus.nn.loss;

import org.gradus.nn.EqualShapes;
import org.gradus.tensor.Activations;
import org.gradus.tensor.Elementary;
import org.gradus.tensor.Selection;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.selection.Weigh;

/**
 * How far predictions are from targets, element by element; {@link Losses} takes their means and sums.
 *
 * <p>Predictions and targets have one shape, which is the result's: nothing is broadcast. What a target gives no weight adds 0, even where its
 * logarithm is infinite. NaN stays NaN where it counts.
 */
public final class Deviations {
    private Deviations() {}

    /**
     * {@return (x − y)²}
     *
     * @param x the predictions
     * @param y the targets
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor squared(Tensor x, Tensor y) {
        return Elementary.square(difference("squared error", x, y));
    }

    /**
     * {@return |x − y|; the derivative where they are equal is 0}
     *
     * @param x the predictions
     * @param y the targets
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor absolute(Tensor x, Tensor y) {
        return Elementary.abs(difference("absolute error", x, y));
    }

    /**
     * {@return d²/2 for |d| ≤ δ and δ (|d| − δ/2) beyond, with d = x − y: squared near the target, absolute far from it (Huber 1964)}
     *
     * @param x the predictions
     * @param y the targets
     * @param delta where the one turns into the other, a positive number
     * @throws IllegalArgumentException if the shapes differ, or δ is not positive and finite
     */
    public static Tensor huber(Tensor x, Tensor y, double delta) {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("huber: delta must be a finite number, more than 0, found " + delta);
        }
        Tensor d = difference("huber", x, y);
        Tensor near = Selection.clamp(d, -delta, delta); // d inside, ±δ outside: near · (d − near/2) is both branches
        return near.mul(d.sub(near.mul(0.5)));
    }

    /**
     * {@return max(0, 1 − x y), the hinge loss of a score; the derivative at the kink is 0}
     *
     * @param x the scores
     * @param y the targets, −1 or 1
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor hinge(Tensor x, Tensor y) {
        EqualShapes.require("hinge", "scores", x.shape(), "targets", y.shape());
        return Activations.relu(x.mul(y).neg().add(1));
    }

    /**
     * {@return −p ln σ(x) − (1 − p) ln(1 − σ(x)) with the sigmoid σ: the cross-entropy of a yes-or-no question, from its logit}
     *
     * <p>Computed from softplus, so neither large nor small logits overflow; a logit of ∞ or −∞ is a certain answer and costs 0 if it is the
     * one asked for with certainty, where PyTorch has NaN, else ∞.
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p) {
        return yesOrNo(x, p, p);
    }

    /**
     * {@return −w p ln σ(x) − (1 − p) ln(1 − σ(x)): as {@link #binaryCrossEntropy(Tensor, Tensor)}, but a yes weighs w times as much}
     *
     * @param x the logits
     * @param p the probabilities of yes asked for, from 0 to 1
     * @param weight the weight w of a yes: one number for all, or a tensor that can be expanded to the shape of x, such as one per column
     * @throws IllegalArgumentException if the shapes of x and p differ, or w cannot be expanded to them
     */
    public static Tensor binaryCrossEntropy(Tensor x, Tensor p, Tensor weight) {
        return yesOrNo(x, p, p.mul(weight.expand(x.shape())));
    }

    /** The binary cross-entropy from the probabilities of yes and what a yes counts. */
    private static Tensor yesOrNo(Tensor x, Tensor p, Tensor yes) {
        EqualShapes.require("binary cross-entropy", "logits", x.shape(), "probabilities", p.shape());
        return weigh(yes, Activations.softplus(x.neg())).add(weigh(p.neg().add(1), Activations.softplus(x)));
    }

    /**
     * {@return q (ln q − ln p), the terms of the Kullback-Leibler divergence of q from p; 0 where q is 0}
     *
     * @param logP the logarithms of the predicted probabilities
     * @param q the probabilities asked for
     * @throws IllegalArgumentException if the shapes differ
     */
    public static Tensor kullbackLeibler(Tensor logP, Tensor q) {
        EqualShapes.require("kullback-leibler", "log-probabilities", logP.shape(), "probabilities", q.shape());
        Tensor ones = Tensor.full(q.shape(), 1);
        Tensor logQ = Selection.where(q, q, ones).log();
        return weigh(q, logQ.sub(logP));
    }

    private static Tensor difference(String loss, Tensor x, Tensor y) {
        EqualShapes.require(loss, "predictions", x.shape(), "targets", y.shape());
        return x.sub(y);
    }

    private static Tensor weigh(Tensor weight, Tensor x) {
        return Tensor.apply(new Weigh(), weight, x);
    }
}
