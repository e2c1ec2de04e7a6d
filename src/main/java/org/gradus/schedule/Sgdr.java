package org.gradus.schedule;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Equations;

/**
 * SGDR: η_t = η_min + (η_max − η_min) (1 + cos(π T_cur / T_i)) / 2, where T_cur restarts from 0 after T_i updates, and T_{i+1} = T_mult T_i.
 * Source: Loshchilov and Hutter 2017, <a href="https://arxiv.org/abs/1608.03983">SGDR</a>; in the equations c_t is T_cur and T_t is T_i.
 *
 * @param etaMax the learning rate η_max at a restart, positive
 * @param etaMin the learning rate η_min before a restart, at least 0
 * @param t0 T_0, the length of the first run, in updates; PyTorch counts epochs and parts of them
 * @param tMult T_mult, how many times longer each run is than the one before
 */
public record Sgdr(double etaMax, double etaMin, long t0, long tMult) implements Schedule {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its domain
     */
    public Sgdr {
        Domain.of("sgdr").positiveRate("etaMax", etaMax).rates("etaMin", etaMin).count("t0, tMult", t0, tMult);
    }

    @Override
    public double at(long t) {
        double cur = tMult == 1 ? t % t0 : t;
        double length = t0;
        for (; cur >= length; length *= tMult) {
            cur -= length;
        }
        return etaMin + (etaMax - etaMin) * (1 + FastMath.cos(Math.PI * cur / length)) / 2;
    }

    @Override
    public Equations equations() {
        return Equations.of(
                        "n_t = ⌊ln(1 + (T_{mult} − 1) (t + 0.5) / T_0) / ln(T_{mult})⌋", // t + 0.5 is never a restart
                        "T_t = T_0 T_{mult}^{n_t}",
                        "c_t = t − ⌊t / T_0⌋ T_0, if T_{mult} = 1",
                        "c_t = t − (T_t − T_0) / (T_{mult} − 1)",
                        "η_t = η_{min} + (η_{max} − η_{min}) (1 + cos(π c_t / T_t)) / 2")
                .with("η_{min}, η_{max}, T_0, T_{mult}", etaMin, etaMax, t0, tMult);
    }
}
