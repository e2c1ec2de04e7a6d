package org.gradus.schedule;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * η_t = max(η γ^k, η_min) after k plateaus of the validation loss, which it is told by {@link #seeing}: PyTorch's {@code ReduceLROnPlateau}.
 *
 * @param eta the learning rate η at first, positive
 * @param factor γ, more than 0 and at most 1; in PyTorch 0.1
 * @param plateau when the loss counts as falling no longer; in PyTorch {@code new Plateau(10, 1e-4, 0, 0)}
 * @param etaMin η_min, at least 0 and at most η; in PyTorch 0
 * @param change the rate stays where it would change by no more than this, at least 0; in PyTorch 1e-8
 * @param reductions k, how often the rate was reduced so far, 0 at first
 */
public record ReduceOnPlateau(double eta, double factor, Plateau plateau, double etaMin, double change, int reductions)
        implements Schedule {
    /** Checks the numbers, with an {@link IllegalArgumentException} if one lies outside its domain. */
    public ReduceOnPlateau {
        Domain domain = Domain.of("reduce-on-plateau").positiveRate("eta", eta).share("factor", factor);
        domain.nonNegative("etaMin, change, reductions", etaMin, change, reductions);
        domain.require(etaMin <= eta, "etaMin", etaMin, "at most eta = " + eta);
    }

    @Override
    public ReduceOnPlateau seeing(List<Double> losses) {
        IntStream made = IntStream.range(0, plateau.count(losses)).takeWhile(k -> after(k) - after(k + 1) > change);
        return new ReduceOnPlateau(eta, factor, plateau, etaMin, change, (int) made.count());
    }

    @Override
    public double at(long t) {
        return after(reductions);
    }

    private double after(int k) {
        return Math.max(eta * FastMath.pow(factor, k), etaMin);
    }

    @Override
    public Equations equations() {
        return Equations.of("η_t = max(η γ^k, η_{min})").with("η, γ, k, η_{min}", eta, factor, reductions, etaMin);
    }
}
