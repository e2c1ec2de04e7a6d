package org.gradus.chart;

/**
 * How a color is seen: with all three kinds of cones, with one of them missing, and in gray as on paper printed in black.
 *
 * <p>The missing cone is simulated by a matrix on the amounts of light: Machado, Oliveira and Fernandes, A physiologically-based model for
 * simulation of color vision deficiency, 2009, <a href="https://doi.org/10.1109/TVCG.2009.113">doi 10.1109/TVCG.2009.113</a>, severity 1.0. Gray
 * is the luminance of the sRGB standard (IEC 61966-2-1).
 */
public enum Sight {
    /** All cones. */
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /** Without the cones for long waves: about 1 man in 100. */
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /** Without the cones for middle waves: about 1 man in 100, and 5 in 100 with weak ones. */
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    /** Without the cones for short waves: about 1 in 10,000. */
    TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900),
    /** Printed in black. */
    GRAY(0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722);

    private final double[] matrix;

    Sight(double... matrix) {
        this.matrix = matrix;
    }

    /**
     * {@return the color that is seen}
     *
     * @param color a color as in HTML
     * @throws IllegalArgumentException if it is not written like that
     */
    public Oklab of(String color) {
        double[] light = Oklab.light(color);
        return Oklab.ofLight(row(0, light), row(1, light), row(2, light));
    }

    private double row(int row, double[] light) {
        double sum = matrix[3 * row] * light[0] + matrix[3 * row + 1] * light[1] + matrix[3 * row + 2] * light[2];
        return Math.max(0, Math.min(sum, 1));
    }

    /**
     * How far apart two colors look to whom they look most alike: the smallest {@linkplain Oklab#distance distance} over all sights.
     *
     * @param one a color as in HTML
     * @param other another one
     * @return the distance; 0.02 is just to be seen side by side, 0.1 is told apart in a legend
     * @throws IllegalArgumentException if a color is not written as in HTML
     */
    public static double smallestDistance(String one, String other) {
        double smallest = Double.POSITIVE_INFINITY;
        for (Sight sight : values()) {
            smallest = Math.min(smallest, sight.of(one).distance(sight.of(other)));
        }
        return smallest;
    }
}
