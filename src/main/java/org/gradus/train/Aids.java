package org.gradus.train;

import java.util.Optional;

/**
 * What helps a training. What is not asked for is off, and then costs nothing and changes no bit.
 *
 * @param smoothing the share of each label that is spread over all classes, from 0 to 1; 0 is off
 * @param averaging the decay d of the average φ ← d φ + (1 − d) θ of the weights, at least 0 and less than 1; 0 is off
 * @param patience after how many epochs without a lower validation loss to stop; 0 is off
 * @param curriculum which examples each epoch has; without, all
 */
public record Aids(double smoothing, double averaging, int patience, Optional<Curriculum> curriculum) {
    /** Nothing at all. */
    public static final Aids NONE = new Aids(0, 0, 0, Optional.empty());

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Aids {
        require(smoothing >= 0 && smoothing <= 1, "label smoothing", "from 0 to 1", smoothing);
        require(averaging >= 0 && averaging < 1, "averaging", "at least 0 and less than 1", averaging);
        require(patience >= 0, "patience", "at least 0", patience);
    }

    static void require(boolean holds, String name, String domain, Object found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: must be %s, found %s".formatted(name, domain, found));
        }
    }

    Aids withSmoothing(double share) {
        return new Aids(share, averaging, patience, curriculum);
    }

    Aids withAveraging(double decay) {
        return new Aids(smoothing, decay, patience, curriculum);
    }

    Aids withPatience(int epochs) {
        return new Aids(smoothing, averaging, epochs, curriculum);
    }

    Aids withCurriculum(Curriculum lessons) {
        return new Aids(smoothing, averaging, patience, Optional.of(lessons));
    }
}
