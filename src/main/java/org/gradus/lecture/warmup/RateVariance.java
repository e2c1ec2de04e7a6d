package org.gradus.lecture.warmup;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/**
 * How uncertain the adaptive rate ψ = 1/√v̂ is. Of independent gradients from N(0, 1), ψ² has a scaled inverse χ² distribution with as many degrees of
 * freedom as v averages gradients: Liu et al. 2020, Theorem 1, <a href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>.
 *
 * @param rho ρ, the degrees of freedom, more than 1
 */
record RateVariance(double rho) {
    /** {@return that at update t, with ρ_t = ρ_∞ − 2 t β2^t / (1 − β2^t)} */
    static RateVariance at(double t, double beta2) {
        double power = FastMath.pow(beta2, t);
        return new RateVariance(atLast(beta2).rho - 2 * t * power / (1 - power));
    }

    /** {@return that after many updates, with ρ_∞ = 2 / (1 − β2) − 1} */
    static RateVariance atLast(double beta2) {
        return new RateVariance(2 / (1 - beta2) - 1);
    }

    /** {@return Var ψ = ρ / (ρ − 2) − (E ψ)², where E ψ = √(ρ / 2) Γ((ρ − 1) / 2) / Γ(ρ / 2); infinite up to ρ = 2} */
    double exact() {
        double mean =
                FastMath.exp(Beta.logBeta((rho - 1) / 2, 0.5)) * FastMath.sqrt(rho / (2 * Math.PI)); // Γ(1/2) = √π
        return rho > 2 ? rho / (rho - 2) - mean * mean : Double.POSITIVE_INFINITY;
    }

    /** {@return ρ / (2 (ρ − 2) (ρ − 4)), of which RAdam's r_t is made; infinite up to ρ = 4} */
    double approximate() {
        return rho > 4 ? rho / (2 * (rho - 2) * (rho - 4)) : Double.POSITIVE_INFINITY;
    }
}
