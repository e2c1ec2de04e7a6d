package org.gradus.train.range;

/**
 * One step of a range test.
 *
 * @param rate the learning rate η of the step
 * @param loss the mini-batch's loss before the step, finite
 * @param smoothedLoss the mean of this and the losses before it, the older the lighter; finite
 */
public record SweepPoint(double rate, double loss, double smoothedLoss) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the rate is not positive, or a number is not finite
     */
    public SweepPoint {
        if (!(rate > 0) || !Double.isFinite(rate) || !Double.isFinite(loss) || !Double.isFinite(smoothedLoss)) {
            throw new IllegalArgumentException(
                    "range test: a point needs a positive rate and finite losses, found η = %s, loss %s, smoothed %s"
                            .formatted(rate, loss, smoothedLoss));
        }
    }
}
