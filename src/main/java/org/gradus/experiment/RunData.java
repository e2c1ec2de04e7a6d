package org.gradus.experiment;

import java.util.Optional;
import org.gradus.data.Split;
import org.gradus.data.Standardizer;

/**
 * The data of a run.
 *
 * @param split what to learn from and what to be judged by
 * @param standardizer what brought the features to one scale, if they were
 * @param fingerprint 16 hexadecimal digits that mean these numbers, in these parts
 */
public record RunData(Split split, Optional<Standardizer> standardizer, String fingerprint) {
    static RunData of(Split split, Optional<Standardizer> standardizer) {
        return new RunData(split, standardizer, split.fingerprint());
    }

    /** The sizes and the fingerprint. */
    @Override
    public String toString() {
        return "%s; fingerprint %s".formatted(split, fingerprint);
    }
}
