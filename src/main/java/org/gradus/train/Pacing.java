package org.gradus.train;

/** How fast a {@link Curriculum} goes on to harder examples: the share of the easiest ones that an epoch has. */
@FunctionalInterface
public interface Pacing {

    /**
     * {@return the share of the easiest examples, more than 0 and at most 1, and never less than that of an earlier epoch}
     *
     * @param epoch the epoch, from 1
     */
    double share(int epoch);

    /**
     * {@return a share that rises in a straight line, and is 1 from some epoch on}
     *
     * @param start the share in epoch 1
     * @param epochs the first epoch that has all examples, at least 1
     */
    static Pacing linear(double start, int epochs) {
        return epoch -> epoch >= epochs ? 1 : (start * (epochs - epoch) + (epoch - 1)) / (epochs - 1);
    }

    /**
     * {@return one share for some epochs, and then all examples: the curriculum of two steps of Bengio et al. 2009}
     *
     * @param share the share of the first epochs
     * @param epochs how many epochs have it
     */
    static Pacing step(double share, int epochs) {
        return epoch -> epoch > epochs ? 1 : share;
    }
}
