package org.gradus.data;

import java.util.List;

/**
 * The embedded irises: length and width of the sepals and petals, in centimeters, of 150 flowers of three species, 50 each.
 *
 * <p>Fisher 1936, UCI Machine Learning Repository, <a href="https://doi.org/10.24432/C56C76">doi 10.24432/C56C76</a> (CC BY 4.0); the copy that
 * scikit-learn's {@code load_iris()} gives, which differs from UCI's in two flowers that were wrong there.
 */
public final class Iris {
    private static final String FILE = "iris.csv";
    private static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

    private Iris() {}

    /**
     * {@return all flowers in the file's order: sepal length, sepal width, petal length, petal width}
     *
     * @throws DataException if the embedded file is damaged
     */
    public static Dataset load() {
        Dataset numbered = LabeledCsv.read(FILE, Iris.class.getResourceAsStream(FILE), SPECIES.size());
        return Dataset.of(numbered.features(), numbered.labels(), SPECIES);
    }
}
