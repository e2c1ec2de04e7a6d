package org.gradus.optim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.equation.Equations;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;

/**
 * That a rule's loop says what its lines say: both walk side by side over streams of gradients that are hard on purpose, and after every step
 * every number agrees. A rule that asks for a second gradient gets another one at another point. Works for any rule, one's own too: {@code
 * System.out.println(EquationProof.of(new MyAdam()))}.
 *
 * <p>The streams are, by coordinate: usual; often 0; always 0; tiny (10⁻³⁰⁰); huge (10¹⁵⁰); alternating; over many magnitudes; one spike. The
 * learning rates go up and down, and one walk has η = 0.
 *
 * @param rule the rule's name
 * @param steps how many steps were compared
 * @param worstUlps the largest difference, in units in the last place of the largest term of its line; ∞ where a number meets NaN or ∞
 * @param parting where loop and lines parted for the first time; empty if they agree
 * @param failure what went wrong in the loop; empty if it went through
 */
public record EquationProof(
        String rule, long steps, double worstUlps, Optional<LoopAndLines.Parting> parting, Optional<String> failure) {
    private static final List<Shape> VECTORS = List.of(Shape.of(1), Shape.of(2), Shape.of(8), Shape.of(40));
    private static final List<Shape> MATRICES = List.of(Shape.of(1, 1), Shape.of(2, 3), Shape.of(5, 2), Shape.of(4, 4));
    private static final int STEPS = 60;

    /**
     * {@return the proof, or what refutes it}
     *
     * @param rule the rule
     */
    public static EquationProof of(UpdateRule rule) {
        return of(rule, rule.equations());
    }

    /**
     * {@return the proof that a rule's loop says what certain lines say, or what refutes it}
     *
     * @param rule the rule
     * @param equations the lines
     */
    public static EquationProof of(UpdateRule rule, Equations equations) {
        EquationProof all = new EquationProof(rule.name(), 0, 0, Optional.empty(), Optional.empty());
        for (Shape shape : shapes(rule)) {
            for (long seed = 1; seed <= 2 && all.holds(); seed++) {
                all = all.and(walk(rule, equations, shape, seed, seed == 2 && shape.size(0) == 2 ? 0 : 0.05));
            }
        }
        return all;
    }

    /** Vectors, to a rule that sees shapes matrices too, those of them that it can move. */
    private static List<Shape> shapes(UpdateRule rule) {
        return rule instanceof TensorRule tensors
                ? Stream.concat(VECTORS.stream(), MATRICES.stream())
                        .filter(tensors::moves)
                        .toList()
                : VECTORS;
    }

    private static EquationProof walk(UpdateRule rule, Equations equations, Shape shape, long seed, double rate) {
        RandomStream random = new RandomStream(seed);
        long t = 0;
        try {
            LoopAndLines both =
                    new LoopAndLines(rule, equations, random.split("theta").gaussian(shape, 1));
            while (t < STEPS && both.parting().isEmpty()) {
                t++;
                double[] g = gradient(shape.size(), t, random);
                double[] theta = both.theta();
                both.step(t, rate / (1 + 0.1 * (t % 7)), point -> gradientAt(point, theta, g));
            }
            return new EquationProof(rule.name(), t, both.worstUlps(), both.parting(), Optional.empty());
        } catch (RuntimeException e) {
            String failure = "step %s: %s".formatted(t, e.getMessage() == null ? e.toString() : e.getMessage());
            return new EquationProof(rule.name(), t, Double.POSITIVE_INFINITY, Optional.empty(), Optional.of(failure));
        }
    }

    /** A gradient at θ; at a point that is more than rounding away, the others' elements and what tells the point itself. */
    private static double[] gradientAt(double[] point, double[] theta, double[] g) {
        double[] there = g.clone();
        double distance = 0;
        double length = 1;
        for (int i = 0; i < g.length; i++) {
            distance = Math.max(distance, Math.abs(point[i] - theta[i]));
            length = Math.max(length, Math.abs(theta[i]));
        }
        if (distance > 1e-9 * length) {
            Arrays.setAll(there, i -> g[(i + 1) % g.length] + (point[i] - theta[i]));
        }
        return there;
    }

    private static double[] gradient(int size, long t, RandomStream random) {
        double[] g = new double[size];
        Arrays.setAll(g, i -> switch (i % 8) {
            case 0 -> random.gaussian();
            case 1 -> random.uniform() < 0.7 ? 0 : random.gaussian();
            case 2 -> random.below(3) == 0 ? 1e-300 : -1e-300;
            case 3 -> 1e150 * random.gaussian();
            case 4 -> random.below(2) == 0 ? 1 : -1;
            case 5 -> random.gaussian() * FastMath.pow(10, random.below(13) - 6);
            case 6 -> t == 1 ? 1 : 0;
            default -> 0;
        });
        return g;
    }

    private EquationProof and(EquationProof more) {
        return new EquationProof(
                rule, steps + more.steps, Math.max(worstUlps, more.worstUlps), more.parting, more.failure);
    }

    /** {@return whether loop and lines agree} */
    public boolean holds() {
        return parting.isEmpty() && failure.isEmpty();
    }

    /** In one sentence. */
    @Override
    public String toString() {
        return failure.or(() -> parting.map(LoopAndLines.Parting::toString))
                .map(wrong -> rule + ", " + wrong)
                .orElseGet(
                        () -> "%s: loop and equations agree at %s steps, to %s ulp".formatted(rule, steps, worstUlps));
    }
}
