package org.gradus.train.range;

import java.util.function.ToIntFunction;

/**
 * Ways to read learning rates off the curve of a range test. None is right: where they differ, look at the curve.
 *
 * <p>L_i is the smoothed loss at the rate η_i. All look at the same part of the curve: without the first tenth of the steps, when the mean is
 * over too few, and without the last five, where the loss is on its way out. No criterion applies to a curve that never falls below its first
 * loss, and none may name a rate behind the minimum, where a curve that has blown up falls again, or one from which on the losses of the
 * mini-batches themselves, which the smoothed one lags behind, were above the first ones for good.
 *
 * <p>The first three name one rate, which becomes the maximum; the base is then a quarter of it, by the rule of thumb of Smith 2017 §3.3: "set
 * base_lr to 1/3 or 1/4 of max_lr". They are those of fastai's {@code lr_find} (Howard and Gugger 2020,
 * <a href="https://arxiv.org/abs/2002.04688">arXiv 2002.04688</a>; {@code steep}, {@code minimum} and {@code valley} in its file
 * {@code callback/schedule.py}), and on the same curve give its numbers. Its fourth, {@code slide}, is missing here on purpose: it compares
 * slopes with 0.005 loss per step, so it would suggest other rates for the same loss in other units.
 */
public enum Criterion {
    /**
     * The rate at which the loss falls fastest: η_i with the smallest (L_{i+1} − L_i) / (ln η_{i+1} − ln η_i).
     *
     * <p>The slope is per factor of the rate also where the sweep is linear. Noise moves this criterion most.
     */
    STEEPEST_DESCENT("steepest descent", JudgedCurve::steepest, 1),

    /**
     * A tenth of the rate with the smallest loss: η_i / 10 with the smallest L_i.
     *
     * <p>At the minimum itself the loss is about to rise; the tenth keeps away from it. Does not apply if the loss fell to the end of the
     * sweep; fastai takes the end for the minimum then.
     */
    MINIMUM_OVER_TEN("minimum / 10", JudgedCurve::minimum, 0.1),

    /**
     * The middle of the longest fall, single rises disregarded: of the longest strictly decreasing subsequence of the L_i, n long and ending at
     * point e, the rate of point e − n + ⌊n/3⌋ + ⌊n/6⌋.
     *
     * <p>Where the subsequence skips points this is later than its middle. Does not apply if the loss fell to the end of the sweep. Differs
     * from fastai in taking point 0 where the formula gives −1, which fastai takes for the last point.
     */
    VALLEY("valley", JudgedCurve::valley, 1),

    /**
     * From where the loss starts to fall to where it stops: the last rate before a tenth of the fall has happened, and the first at which nine
     * tenths have, of the fall from the first L_i to the smallest. Does not apply if the loss fell to the end of the sweep.
     *
     * <p>Smith 2017 §3.3, <a href="https://arxiv.org/abs/1506.01186">arXiv 1506.01186</a>: "note the learning rate value when the accuracy
     * starts to increase and when the accuracy slows, becomes ragged, or starts to fall". Differs from the paper in reading the smoothed loss
     * instead of the accuracy, as pytorch-lr-finder advises, and in the two tenths, which are ours: the paper reads by eye.
     */
    SMITH("Smith's bounds", curve -> curve.fallen(0.9), 1);

    private static final double BASE_SHARE = 0.25;

    private final String written;
    private final ToIntFunction<JudgedCurve> place;
    private final double share;

    Criterion(String written, ToIntFunction<JudgedCurve> place, double share) {
        this.written = written;
        this.place = place;
        this.share = share;
    }

    /** What the criterion makes of a test. */
    Suggestion apply(RangeTestResult result) {
        JudgedCurve curve = new JudgedCurve(result);
        String objection = objection(result, curve);
        if (!objection.isEmpty()) {
            return new Suggestion.Inapplicable(this, objection);
        }
        double maximum = share * curve.rate(place.applyAsInt(curve));
        double base = this == SMITH ? curve.rate(curve.fallen(0.1) - 1) : BASE_SHARE * maximum;
        return new Suggestion.Rates(this, base, maximum);
    }

    /** Why the criterion does not apply, or "". */
    private String objection(RangeTestResult result, JudgedCurve curve) {
        if (!curve.objection().isEmpty()) {
            return curve.objection();
        }
        if (this != STEEPEST_DESCENT && result.fellToTheEnd()) {
            return "the smoothed loss was still falling at the largest rate, %s; sweep further"
                    .formatted(RangeTestText.number(result.test().max()));
        }
        int found = place.applyAsInt(curve);
        if (found > curve.minimum()) {
            return "it names η = %s, which lies behind the minimum at %s, where the loss had risen already"
                    .formatted(
                            RangeTestText.number(curve.rate(found)), RangeTestText.number(curve.rate(curve.minimum())));
        }
        double maximum = share * curve.rate(found);
        double sound = curve.rate(curve.lastSound());
        if (maximum > sound) {
            return "it names η = %s, but after η = %s the losses of the mini-batches were above the first ones for good"
                    .formatted(RangeTestText.number(maximum), RangeTestText.number(sound));
        }
        return "";
    }

    /** The name in words, as in {@code steepest descent}. */
    @Override
    public String toString() {
        return written;
    }
}
