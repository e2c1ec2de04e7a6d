package org.gradus.train.curvature;

import java.util.ArrayList;
import java.util.List;
import org.gradus.catalog.Domain;
import org.gradus.optim.Optimizer;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Indexing;
import org.gradus.tensor.Lanczos;
import org.gradus.tensor.Lanczos.Eigenpairs;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.Outcome;

/**
 * Trains on all examples at once and watches the sharpness: it rises until the rule's steps are on the edge of being unstable, and then hovers
 * there, while the loss goes on falling, though not at every step.
 *
 * <p>The sharpness is the largest eigenvalue of ∇²L, for Adam and RMSProp of P⁻¹ ∇²L with the P that the very step divides by, found as that of
 * the symmetric P^(−1/2) ∇²L P^(−1/2). Lanczos starts from the eigenvector measured before, with a random vector of the same length added, so
 * that another one that has become the first is found.
 *
 * <p>Cohen et al. 2021, <a href="https://arxiv.org/abs/2103.00065">arXiv 2103.00065</a>, and 2022, <a
 * href="https://arxiv.org/abs/2207.14484">arXiv 2207.14484</a>; where the edge is: {@link StabilityLine}.
 *
 * @param rule the rule, one that {@link StabilityLine} knows
 * @param eta the course of its learning rate η
 * @param steps how many steps to take, at least 1
 * @param every how many steps to a measurement, at least 1; the first and the last step are always measured
 * @param tolerance how exactly, as the residual's part of the eigenvalue, at least 10⁻¹⁴; the eigenvalue is off by far less
 */
public record EdgeOfStability(UpdateRule rule, Schedule eta, int steps, int every, double tolerance) {
    private static final double USUAL_TOLERANCE = 1e-4;
    private static final double LARGEST_GRADIENT = 1e100; // above it second derivatives would overflow soon

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a number lies outside its domain, or the edge of the rule is not known
     */
    public EdgeOfStability {
        Domain.of("edge of stability")
                .count("the number of steps, the number of steps to a measurement", steps, every)
                .require(tolerance >= 1e-14, "the tolerance", tolerance, "at least 1e-14");
        StabilityLine.of(rule);
    }

    /**
     * A run with a constant learning rate, measured to four digits.
     *
     * @param rule the rule, one that {@link StabilityLine} knows
     * @param eta the learning rate η, a positive number
     * @param steps how many steps to take, at least 1
     * @param every how many steps to a measurement, at least 1
     * @throws IllegalArgumentException if a number lies outside its domain, or the edge of the rule is not known
     */
    public EdgeOfStability(UpdateRule rule, double eta, int steps, int every) {
        this(rule, new Constant(eta), steps, every, USUAL_TOLERANCE);
    }

    /**
     * Trains and measures. A loss or gradient that is NaN or infinite, or a gradient beyond 10¹⁰⁰, ends the run; the outcome says so.
     *
     * @param objective the loss; its model changes as it learns. Running statistics stay; {@link org.gradus.nn.StatisticsRefresh} makes them fit
     * @param random where Lanczos starts
     * @return what was measured
     */
    public StabilityCurve run(Objective objective, RandomStream random) {
        StabilityLine line = StabilityLine.of(rule);
        Optimizer optimizer = new Optimizer(rule, eta, objective.parameters())
                .leaving(objective.model().parameters().values());
        List<StabilityPoint> points = new ArrayList<>();
        Tensor start = random.gaussian(objective.function().shape(), 1);
        for (int step = 1; step <= steps; step++) {
            Tensor loss = objective.loss();
            if (!Double.isFinite(loss.item())) {
                return diverged(line, points, step, "the loss is " + loss.item());
            }
            Gradients gradients = loss.backward();
            if (!(gradients.norm() <= LARGEST_GRADIENT)) {
                return diverged(line, points, step, "the gradient's norm is " + gradients.norm());
            }
            double threshold = line.threshold(optimizer.learningRate());
            if ((step - 1) % every != 0 && step != steps) {
                optimizer.step(gradients, 1, objective::loss);
            } else {
                Hessian before = Hessian.of(objective); // where the step starts, and P as the step has it
                optimizer.step(gradients, 1, objective::loss);
                Tensor p = line.preconditioner().at(optimizer.state(), optimizer.steps());
                Eigenpairs top = Lanczos.largest(before.preconditioned(p)::times, start, 1, tolerance);
                points.add(new StabilityPoint(step, loss.item(), top.values().get(0), threshold));
                start = Indexing.at(top.vectors(), 0, 0).add(another(random, before.size()));
            }
        }
        return new StabilityCurve(line, points, new Outcome.Completed());
    }

    /** A random direction, about as long as an eigenvector. */
    private static Tensor another(RandomStream random, int size) {
        return random.gaussian(Shape.of(size), 1 / Math.sqrt(size));
    }

    private static StabilityCurve diverged(StabilityLine line, List<StabilityPoint> points, int step, String reason) {
        return new StabilityCurve(line, points, new Outcome.Diverged(step, reason));
    }
}
