package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A derivative taken two ways: by the engine, and by moving the inputs a little.
 *
 * <p>The check is directional: it draws a random direction v and random weights u, and compares ⟨∇ₓ⟨u, f(x)⟩, v⟩ with the slope of
 * h ↦ ⟨u, f(x + h v)⟩ at 0. One number stands for all partial derivatives: an error in any of them shows, unless v and u happen to hide it,
 * which has probability 0. Order 2 does the same to the gradient, ⟨∇ₓ⟨u, f(x)⟩, w⟩. Choose x away from kinks: there the two sides differ, rightly.
 *
 * @param order 1 for the gradient, 2 for the gradient of the gradient
 * @param numeric the slope from differences
 * @param analytic the slope from the engine
 */
public record GradientCheck(int order, double numeric, double analytic) {
    private static final double LARGEST_STEP = 0.02;
    private static final int STEPS = 8;
    private static final double TOLERANCE = 1e-7;

    /** {@return the relative error |numeric − analytic| / max(1, |numeric|, |analytic|); NaN if either is NaN} */
    public double error() {
        return Math.abs(numeric - analytic) / Math.max(1, Math.max(Math.abs(numeric), Math.abs(analytic)));
    }

    /** {@return whether the relative error is at most 10⁻⁷} */
    public boolean passes() {
        return error() <= TOLERANCE;
    }

    /**
     * {@return the checks of orders 1 and 2 of a function at a point}
     *
     * @param f the function, of any number of tensors; written in tensor operations
     * @param x the point
     * @param random where directions and weights come from
     */
    public static List<GradientCheck> of(Function<List<Tensor>, Tensor> f, List<Tensor> x, RandomStream random) {
        Shape output = f.apply(x).shape();
        Tensor u = random.gaussian(output, 1);
        Function<List<Tensor>, Tensor> first = point -> f.apply(point).mul(u).sum();
        List<Tensor> w = directions(x, random);
        Function<List<Tensor>, Tensor> second = point -> {
            List<Tensor> live = point.stream()
                    .map(p -> p.tracked() ? p : new Parameter("x", p).value())
                    .toList();
            return dot(Derivatives.grad(first.apply(live), live), w);
        };
        return List.of(check(1, first, x, random), check(2, second, x, random));
    }

    private static GradientCheck check(
            int order, Function<List<Tensor>, Tensor> f, List<Tensor> x, RandomStream random) {
        List<Tensor> v = directions(x, random);
        List<Tensor> live = x.stream().map(p -> new Parameter("x", p).value()).toList();
        Tensor y = f.apply(live);
        double analytic = y.tracked() ? dot(Derivatives.grad(y, live), v).item() : 0;
        return new GradientCheck(order, slope(f, x, v), analytic);
    }

    /**
     * The slope from differences over 2h, whose error is a series in h², h⁴, …: combining two steps cancels h², combining three h⁴. Large
     * steps leave an error of the series (or cross a kink), small ones one of rounding; the step is taken at which the last two orders agree
     * best.
     */
    private static double slope(Function<List<Tensor>, Tensor> f, List<Tensor> x, List<Tensor> v) {
        double[] d = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            d[k] = difference(f, x, v, LARGEST_STEP / (1 << k));
        }
        double best = Double.NaN;
        double doubt = Double.POSITIVE_INFINITY;
        for (int k = 0; k + 2 < STEPS; k++) {
            double fourth = (4 * d[k + 2] - d[k + 1]) / 3;
            double sixth = (16 * fourth - (4 * d[k + 1] - d[k]) / 3) / 15;
            if (Math.abs(sixth - fourth) < doubt) {
                doubt = Math.abs(sixth - fourth);
                best = sixth;
            }
        }
        return best;
    }

    private static double difference(Function<List<Tensor>, Tensor> f, List<Tensor> x, List<Tensor> v, double h) {
        return (f.apply(moved(x, v, h)).item() - f.apply(moved(x, v, -h)).item()) / (2 * h);
    }

    private static List<Tensor> moved(List<Tensor> x, List<Tensor> v, double h) {
        List<Tensor> moved = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            moved.add(x.get(i).add(v.get(i).mul(h)));
        }
        return moved;
    }

    private static List<Tensor> directions(List<Tensor> x, RandomStream random) {
        return x.stream().map(p -> random.gaussian(p.shape(), 1)).toList();
    }

    private static Tensor dot(List<Tensor> a, List<Tensor> b) {
        Tensor sum = Tensor.scalar(0);
        for (int i = 0; i < a.size(); i++) {
            sum = sum.add(a.get(i).mul(b.get(i)).sum());
        }
        return sum;
    }

    /** One sentence with both slopes and the verdict. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "order %d: engine %.12g, differences %.12g, relative error %.1e: %s",
                order,
                analytic,
                numeric,
                error(),
                passes() ? "passes" : "FAILS");
    }
}
