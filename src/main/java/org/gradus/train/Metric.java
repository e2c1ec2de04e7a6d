package org.gradus.train;

/** What a model is judged by besides its loss. */
public enum Metric {
    /** The share of examples whose class was predicted right, from 0 to 1. */
    ACCURACY("accuracy"),

    /** √(Σ (x − y)² / n), the root of the mean squared error, in the unit of the targets. */
    RMSE("rmse"),

    /**
     * R² = 1 − Σ (x − y)² / Σ (y − ȳ)², the share of the targets' variance that is predicted: 1 at best, 0 for who always predicts the mean ȳ,
     * less for who does worse. With several outputs the sums go over all of them, each with its own mean. Where the targets do not vary it is −∞,
     * or, with perfect predictions, NaN.
     */
    R_SQUARED("r_squared");

    private final String column;

    Metric(String column) {
        this.column = column;
    }

    /** {@return its name in tables, as in {@code r_squared}} */
    public String column() {
        return column;
    }

    /** The name in words, as in {@code accuracy}, {@code RMSE} and {@code R²}. */
    @Override
    public String toString() {
        return switch (this) {
            case ACCURACY -> column;
            case RMSE -> name();
            case R_SQUARED -> "R²";
        };
    }
}
