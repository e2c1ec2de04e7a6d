package org.gradus.lecture.after;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.gradus.nn.init.Initializers;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/**
 * A rule's way down ½ ‖A W B − C‖², from W = 0. A, B and C are such that the loss is ½ Σ dᵢ² dⱼ² (Wᵢⱼ − W*ᵢⱼ)², with dᵢ from 1 to 0.1, or the same of W
 * turned: of P W S with random rotations P and S.
 *
 * @param rule the rule
 * @param eta the learning rate
 * @param losses the loss before each step and after the last
 */
record FittedMatrix(UpdateRule rule, double eta, List<Double> losses) {
    private static final int SIDE = 8;
    private static final Shape SHAPE = Shape.of(SIDE, SIDE);
    private static final long SEED = 42;

    /** The rates that are tried, the same for every rule. */
    static final List<Double> RATES = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);

    /** The way with the one of all rates whose loss is least in the end. */
    static FittedMatrix tuned(UpdateRule rule, boolean turned, int steps) {
        return RATES.stream()
                .map(eta -> of(rule, turned, eta, steps))
                .min(Comparator.comparingDouble(FittedMatrix::loss))
                .orElseThrow();
    }

    private static FittedMatrix of(UpdateRule rule, boolean turned, double eta, int steps) {
        RandomStream random = new RandomStream(SEED);
        Tensor solution = random.gaussian(SHAPE, 1);
        Tensor d = diagonal(i -> FastMath.pow(10, -(double) i / (SIDE - 1)));
        Tensor a = d.matmul(turned ? rotation(random) : diagonal(i -> 1));
        Tensor b = (turned ? rotation(random) : diagonal(i -> 1)).matmul(d);
        Tensor c = d.matmul(solution).matmul(d);
        Parameter w = new Parameter("W", Tensor.full(SHAPE, 0));
        Optimizer optimizer = new Optimizer(rule, eta, Map.of("W", w));
        List<Double> losses = new ArrayList<>();
        Tensor loss = loss(a, w.value(), b, c);
        for (int t = 1; t <= steps; t++) {
            losses.add(loss.item());
            optimizer.step(loss.backward());
            loss = loss(a, w.value(), b, c);
        }
        losses.add(loss.item());
        return new FittedMatrix(rule, eta, losses);
    }

    private static Tensor loss(Tensor a, Tensor w, Tensor b, Tensor c) {
        return a.matmul(w).matmul(b).sub(c).pow(2).sum().mul(0.5);
    }

    private static Tensor diagonal(IntToDoubleFunction element) {
        double[][] rows = new double[SIDE][SIDE];
        for (int i = 0; i < SIDE; i++) {
            rows[i][i] = element.applyAsDouble(i);
        }
        return Tensor.of(rows);
    }

    private static Tensor rotation(RandomStream random) {
        return Initializers.orthogonal(1).weights(SIDE, SIDE, random);
    }

    /** The loss in the end. */
    double loss() {
        return losses.get(losses.size() - 1);
    }
}
