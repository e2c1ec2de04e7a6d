package org.gradus.chart;

/**
 * A point worth a look: a minimum, say, or where a path starts.
 *
 * @param name what it is, for the legend, which says each name once; empty to leave it out
 * @param x the place on the horizontal axis
 * @param y the place on the vertical axis
 * @param symbol how it is drawn
 */
public record Mark(String name, double x, double y, Symbol symbol) {

    /** The shape of a mark. */
    public enum Symbol {
        /** Where one wants to get to: a minimum. */
        STAR,
        /** Where one comes from: a start. */
        RING,
        /** Another point, such as a saddle. */
        CROSS
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is missing or a coordinate is not finite
     */
    public Mark {
        Labels.require("mark: the name", name);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                    "mark '" + name + "': found the place (" + x + ", " + y + "); give two finite numbers");
        }
        if (symbol == null) {
            throw new IllegalArgumentException("mark '" + name + "': the symbol is null; give STAR, RING or CROSS");
        }
    }

    /**
     * A star named "minimum".
     *
     * @param x the place on the horizontal axis
     * @param y the place on the vertical axis
     * @return the mark
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public static Mark minimum(double x, double y) {
        return new Mark("minimum", x, y, Symbol.STAR);
    }

    /**
     * A ring named "start".
     *
     * @param x the place on the horizontal axis
     * @param y the place on the vertical axis
     * @return the mark
     * @throws IllegalArgumentException if a coordinate is not finite
     */
    public static Mark start(double x, double y) {
        return new Mark("start", x, y, Symbol.RING);
    }
}
