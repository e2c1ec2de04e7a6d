package org.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The embedded handwritten digits: 1797 images of 8 × 8 pixels, in 10 classes.
 *
 * <p>Alpaydin and Kaynak 1998, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
 * <a href="https://doi.org/10.24432/C50P49">doi 10.24432/C50P49</a> (CC BY 4.0); the copy of its test set that scikit-learn's
 * {@code load_digits()} gives.
 */
public final class Digits {
    private static final String FILE = "digits.csv.gz";
    private static final double BRIGHTEST = 16;

    private Digits() {}

    /**
     * {@return all images in the file's order: 64 pixels each, row by row, scaled from 0…16 to 0…1}
     *
     * @throws DataException if the embedded file is damaged
     */
    public static Dataset load() {
        Dataset raw;
        try (InputStream in = new GZIPInputStream(Digits.class.getResourceAsStream(FILE))) {
            raw = LabeledCsv.read(FILE, in, 10);
        } catch (IOException e) {
            throw new DataException(
                    "%s in the library's jar cannot be read: %s; build the jar again".formatted(FILE, e.getMessage()),
                    e);
        }
        return Dataset.of(raw.features().div(BRIGHTEST), raw.labels(), raw.classes());
    }
}
