package org.gradus.lecture.further;

import org.gradus.landscape.Landscape;
import org.gradus.lecture.descent.Descent;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Nadam;

/**
 * Adam and Nadam on one landscape.
 *
 * @param title what it is called
 * @param adam Adam at the common rate
 * @param nadam Nadam at the common rate
 * @param adamTuned Adam at the best of the rates of {@link Descent#RATES}
 * @param nadamTuned Nadam at the best of them
 */
public record NadamPair(String title, Descent adam, Descent nadam, Descent adamTuned, Descent nadamTuned) {
    static final int STEPS = 100;
    static final double ETA = 0.1;

    static NadamPair of(String title, Landscape landscape, double... start) {
        return new NadamPair(
                title,
                Descent.of(new Adam(), landscape, start, ETA, STEPS),
                Descent.of(new Nadam(), landscape, start, ETA, STEPS),
                Descent.tuned(new Adam(), landscape, start, STEPS),
                Descent.tuned(new Nadam(), landscape, start, STEPS));
    }

    /** {@return how many times less loss Nadam has at the common rate} */
    double ratio() {
        return adam.loss() / nadam.loss();
    }

    /** {@return how many times less loss Nadam has, each at its best rate} */
    double ratioTuned() {
        return adamTuned.loss() / nadamTuned.loss();
    }

    /** {@return how long Nadam's first step is on each axis, in units of η; Adam's is 1} */
    double firstStep() {
        return Math.abs(nadam.path().get(1)[0] - nadam.path().get(0)[0]) / ETA;
    }
}
