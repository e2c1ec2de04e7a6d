package org.gradus.train.range;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;

/**
 * The part of a range test that criteria look at: the smoothed losses without the first tenth of the steps, when the mean is over too few,
 * and without the last five points, where the loss is on its way out (as fastai's {@code lr_find} does).
 */
final class JudgedCurve {
    private static final int FEWEST = 3;
    private static final int LEFT_OUT_AT_THE_END = 5;

    private final List<SweepPoint> points;
    private final String objection;

    JudgedCurve(RangeTestResult result) {
        List<SweepPoint> all = result.points();
        int start = Math.min(result.test().steps() / 10, all.size());
        int end = Math.max(start, all.size() - LEFT_OUT_AT_THE_END);
        this.points = all.subList(start, end);
        if (points.size() < FEWEST) {
            this.objection =
                    ("of its %s points the first %s and the last %s are left aside, and %s are too few to judge by; "
                                    + "start from a smaller rate or take more steps")
                            .formatted(all.size(), start, all.size() - end, points.size());
        } else if (minimum() == 0) {
            this.objection = "the smoothed loss never fell below the %s it had at η = %s; start from a smaller rate"
                    .formatted(RangeTestText.number(loss(0)), RangeTestText.number(rate(0)));
        } else {
            this.objection = "";
        }
    }

    /** Why no criterion applies to this curve, or "". */
    String objection() {
        return objection;
    }

    double rate(int i) {
        return points.get(i).rate();
    }

    private double loss(int i) {
        return points.get(i).smoothedLoss();
    }

    /** The first point with the smallest loss. */
    int minimum() {
        double smallest = smallest();
        return IntStream.range(0, points.size())
                .filter(i -> loss(i) == smallest)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The last point before the losses of the mini-batches themselves stayed above their first ones for good: where the curve has blown up, the
     * smoothed one, which lags, may still be falling.
     */
    int lastSound() {
        double start = Math.max(points.get(0).loss(), loss(0));
        return IntStream.range(0, points.size())
                .filter(i -> points.get(i).loss() <= start)
                .max()
                .orElseThrow();
    }

    private double smallest() {
        return points.stream().mapToDouble(SweepPoint::smoothedLoss).min().orElseThrow();
    }

    /** The first point where a share, more than 0, of the whole fall from the first loss to the smallest has happened. */
    int fallen(double share) {
        double fall = share * (loss(0) - smallest());
        return IntStream.range(0, points.size())
                .filter(i -> loss(0) - loss(i) >= fall)
                .findFirst()
                .orElseThrow();
    }

    /** The i with the smallest (L_{i+1} − L_i) / (ln η_{i+1} − ln η_i). */
    int steepest() {
        int steepest = 0;
        double slope = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < points.size(); i++) {
            double here = (loss(i + 1) - loss(i)) / (FastMath.log(rate(i + 1)) - FastMath.log(rate(i)));
            if (here < slope) {
                slope = here;
                steepest = i;
            }
        }
        return steepest;
    }

    /** The middle of the longest strictly decreasing subsequence, as {@link Criterion#VALLEY} defines it. */
    int valley() {
        int[] length = new int[points.size()]; // of the longest one that ends at each point
        int end = 0;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (loss(i) < loss(j)) {
                    length[i] = Math.max(length[i], length[j] + 1);
                }
            }
            end = length[i] > length[end] ? i : end;
        }
        return Math.max(0, end - length[end] + length[end] / 3 + length[end] / 6);
    }
}
