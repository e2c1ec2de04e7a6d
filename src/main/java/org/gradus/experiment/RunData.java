package org.gradus.experiment;

import java.util.List;
import java.util.Optional;
import org.gradus.data.Dataset;
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
        Fingerprint fingerprint = new Fingerprint();
        for (Dataset part : List.of(split.training(), split.validation())) {
            part.classNames().forEach(fingerprint::add);
            for (double x : part.features().toArray()) {
                fingerprint.add(x);
            }
            for (int label : part.labels()) {
                fingerprint.add(label);
            }
        }
        return new RunData(split, standardizer, fingerprint.hex());
    }

    /** The sizes and the fingerprint. */
    @Override
    public String toString() {
        return "%s; fingerprint %s".formatted(split, fingerprint);
    }
}
