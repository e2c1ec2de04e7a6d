package org.gradus.lecture.contest;

import java.util.Map;
import org.gradus.data.synthetic.Wilson;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** A linear classifier that learns Wilson's construction from 0, by the squared error of all its examples. */
final class WilsonWalk {
    private static final int POSITIVES = 6;
    private static final int NEGATIVES = 4;

    private WilsonWalk() {}

    /** The scores of a new positive and a new negative example after each step, 0 steps included. */
    static double[][] scores(RuleWithRate rule, int steps) {
        Wilson problem = Wilson.of(POSITIVES, NEGATIVES);
        Tensor x = problem.training().features();
        Parameter w = new Parameter("w", Tensor.full(Shape.of(x.shape().size(1), 1), 0));
        Optimizer optimizer = rule.optimizer(Map.of("w", w));
        double[][] scores = new double[steps + 1][];
        for (int t = 0; t <= steps; t++) {
            scores[t] = problem.fresh().features().matmul(w.value()).toArray();
            Tensor residual = x.matmul(w.value()).sub(problem.training().values());
            optimizer.step(residual.mul(residual).sum().backward());
        }
        return scores;
    }
}
