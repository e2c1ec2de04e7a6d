package org.gradus.tensor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gradient of one loss with respect to every parameter it depends on, as {@link Tensor#backward()} returns it.
 *
 * <p>Immutable: nothing has to be zeroed before the next step.
 */
public final class Gradients {
    private static final int CHAINS =
            8; // so many sums are under way at once, as no processor waits for the last addition then
    private static final double TINY = 1e-280; // a smaller sum of squares may have lost digits
    private static final int LISTED = 12;

    private final Map<Parameter, Tensor> byParameter;
    private final Map<Parameter, Tensor> takenAt; // the parameters' values; null for several values of one parameter
    private final Map<Parameter, String> names; // where a name is known that says more than the parameter's own

    Gradients(Map<Parameter, Tensor> byParameter, Map<Parameter, Tensor> takenAt) {
        this(byParameter, takenAt, Map.of());
    }

    private Gradients(
            Map<Parameter, Tensor> byParameter, Map<Parameter, Tensor> takenAt, Map<Parameter, String> names) {
        this.byParameter = byParameter;
        this.takenAt = takenAt;
        this.names = names;
    }

    /**
     * The same gradients, which speak of parameters by their path in a model.
     *
     * @param parameters parameters by path, such as {@code model.parameters()}; others keep the name they have
     * @return gradients whose messages and text say {@code 0.weight} where these say {@code weight}
     */
    public Gradients named(Map<String, Parameter> parameters) {
        Map<Parameter, String> paths = new IdentityHashMap<>();
        parameters.forEach((path, parameter) -> paths.put(parameter, path));
        return new Gradients(byParameter, takenAt, paths);
    }

    /**
     * The gradient of the loss with respect to one parameter.
     *
     * @param parameter the parameter
     * @return ∂L/∂parameter, of the parameter's shape
     * @throws IllegalArgumentException if the loss does not depend on the parameter
     */
    public Tensor of(Parameter parameter) {
        Tensor gradient = byParameter.get(parameter);
        if (gradient == null) {
            throw new IllegalArgumentException(
                    ("no gradient for parameter %s: the loss was not computed from it, only from %s; "
                                    + "use the parameter's value() in the forward pass, or leave it out of the optimizer")
                            .formatted(name(parameter), list()));
        }
        return gradient;
    }

    /**
     * Whether the loss depends on a parameter.
     *
     * @param parameter the parameter
     * @return true if {@link #of} has an answer for it
     */
    public boolean contains(Parameter parameter) {
        return byParameter.containsKey(parameter);
    }

    /**
     * Whether a gradient was taken at the present value of its parameter, and only there.
     *
     * @param parameter a parameter the loss depends on
     * @return false if the parameter has been set since the loss was computed, if it was set in between, so that the loss contains an old
     *     value as well as the present one, or if the loss does not depend on it
     */
    public boolean isCurrent(Parameter parameter) {
        return takenAt.get(parameter) == parameter.value();
    }

    /**
     * The parameters the loss depends on.
     *
     * @return an unmodifiable set, in an order that depends on the graph alone
     */
    public Set<Parameter> parameters() {
        return Collections.unmodifiableSet(byParameter.keySet());
    }

    /**
     * The length of all gradients seen as one vector.
     *
     * <p>Element i of each gradient is added to sum i mod 8; the eight sums are added up in pairs, (s₀ + s₁) + (s₂ + s₃) and so on.
     *
     * @return √(Σ g²) over every element of every gradient, without overflow or underflow on the way; NaN if one is NaN, ∞ if one is ±∞
     */
    public double norm() {
        double sum = sumOfSquares(1);
        if (sum > TINY && sum < Double.POSITIVE_INFINITY) {
            return Math.sqrt(sum);
        }
        double largest = 0; // the squares are too small or too large for a double
        for (Tensor gradient : byParameter.values()) {
            for (double g : gradient.data) {
                largest = Math.max(largest, Math.abs(g));
            }
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        int exponent = Math.max(Math.getExponent(largest), 1 - Double.MAX_EXPONENT);
        double unit = Math.scalb(1.0, -exponent); // a power of two, so that nothing is rounded
        return Math.sqrt(sumOfSquares(unit)) / unit;
    }

    /** Σ (unit · g)². */
    private double sumOfSquares(double unit) {
        double[] s = new double[CHAINS];
        for (Tensor gradient : byParameter.values()) {
            addSquares(gradient.data, unit, s);
        }
        return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]));
    }

    private static void addSquares(double[] g, double unit, double[] s) {
        double s0 = s[0], s1 = s[1], s2 = s[2], s3 = s[3], s4 = s[4], s5 = s[5], s6 = s[6], s7 = s[7];
        int i = 0;
        for (; i + CHAINS <= g.length; i += CHAINS) {
            double a = g[i] * unit, b = g[i + 1] * unit, c = g[i + 2] * unit, d = g[i + 3] * unit;
            s0 = Math.fma(a, a, s0);
            s1 = Math.fma(b, b, s1);
            s2 = Math.fma(c, c, s2);
            s3 = Math.fma(d, d, s3);
            double e = g[i + 4] * unit, f = g[i + 5] * unit, h = g[i + 6] * unit, k = g[i + 7] * unit;
            s4 = Math.fma(e, e, s4);
            s5 = Math.fma(f, f, s5);
            s6 = Math.fma(h, h, s6);
            s7 = Math.fma(k, k, s7);
        }
        double[] sums = {s0, s1, s2, s3, s4, s5, s6, s7};
        for (; i < g.length; i++) {
            sums[i % CHAINS] = Math.fma(g[i] * unit, g[i] * unit, sums[i % CHAINS]);
        }
        System.arraycopy(sums, 0, s, 0, CHAINS);
    }

    private String name(Parameter parameter) {
        String path = names.get(parameter);
        return path == null ? parameter.toString() : path + " " + parameter.shape();
    }

    private String list() {
        List<String> sorted =
                byParameter.keySet().stream().map(this::name).sorted().toList();
        String listed = String.join(", ", sorted.subList(0, Math.min(LISTED, sorted.size())));
        return sorted.isEmpty()
                ? "constants"
                : sorted.size() <= LISTED ? listed : listed + " and " + (sorted.size() - LISTED) + " more";
    }

    /** The parameters and shapes, without the numbers; of many, the first 12. */
    @Override
    public String toString() {
        return "Gradients of " + list();
    }
}
