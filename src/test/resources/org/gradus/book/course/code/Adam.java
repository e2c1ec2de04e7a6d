package example;

/** Adam in a few lines; "quoted", 'c'. */
public final class Adam {
    private double m;
    private double v;

    /**
     * One step.
     *
     * @param theta where it is
     */
    public double update(double theta, double g, int t) {
        m = 0.9 * m + 0.1 * g; // the direction
        v = 0.999 * v + 0.001 * g * g;
        return theta - 1e-3 * (m / (1 - Math.pow(0.9, t))) / Math.sqrt(v / (1 - Math.pow(0.999, t)));
    }
}
