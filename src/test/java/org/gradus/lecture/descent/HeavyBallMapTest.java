package org.gradus.lecture.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.analysis.solvers.LaguerreSolver;
import org.apache.commons.math3.complex.Complex;
import org.gradus.landscape.IllConditioned;
import org.gradus.lecture.MadeFigures;
import org.gradus.optim.rule.Sgdm;
import org.gradus.trace.Trace;
import org.junit.jupiter.api.Test;

class HeavyBallMapTest {
    private final HeavyBallMap figure = MadeFigures.get(HeavyBallMap.class, "heavy-ball-map");

    @Test
    void itConvergesForRatesFromZeroToTwoPlusTwoLambda() {
        for (int i = 0; i < figure.field().columns(); i++) {
            for (int j = 0; j < figure.field().rows(); j++) {
                double etaH = figure.field().x(i);
                double lambda = figure.field().y(j);
                boolean inside = etaH > 0 && etaH < 2 + 2 * lambda && lambda < 1;
                boolean atBoundary = Math.abs(etaH - 2 - 2 * lambda) < 1e-9;
                if (!atBoundary) {
                    assertThat(Double.isFinite(figure.field().z(i, j))).isEqualTo(inside);
                }
            }
        }
    }

    @Test
    void atTheBoundaryNothingShrinksBeyondItGrows() {
        for (double lambda : new double[] {0, 0.1, 0.5, 0.9}) { // σ = −1 and −λ
            assertThat(HeavyBall.contraction(2 + 2 * lambda, lambda)).isCloseTo(1, within(1e-12));
            assertThat(HeavyBall.contraction(2 + 2 * lambda + 1e-3, lambda)).isGreaterThan(1);
            assertThat(HeavyBall.contraction(2 + 2 * lambda - 1e-3, lambda)).isLessThan(1);
        }
    }

    @Test
    void betweenTheDashedLinesItIsTheRootOfLambda() {
        for (double lambda : new double[] {0.01, 0.1, 0.5, 0.9, 0.99}) {
            double low = Math.pow(1 - Math.sqrt(lambda), 2);
            double high = Math.pow(1 + Math.sqrt(lambda), 2);
            for (double share : new double[] {1e-6, 0.1, 0.5, 0.9, 1 - 1e-6}) {
                double etaH = low + share * (high - low);
                assertThat(HeavyBall.contraction(etaH, lambda)).isCloseTo(Math.sqrt(lambda), within(1e-12));
            }
            assertThat(HeavyBall.contraction(0.9 * low, lambda)).isGreaterThan(Math.sqrt(lambda) + 1e-6);
            assertThat(HeavyBall.contraction(high * 1.001, lambda)).isGreaterThan(Math.sqrt(lambda) + 1e-6);
        }
    }

    /** The roots of σ² − (1 + λ − ηh)σ + λ by Laguerre's method, which knows no formula for them. */
    @Test
    void itIsTheLargerRootsSize() {
        LaguerreSolver solver = new LaguerreSolver(1e-15, 1e-15, 1e-15);
        for (double lambda : new double[] {0.1, 0.5, 0.9}) {
            for (double etaH : new double[] {0.002, 0.7, 1.9, 2 + 1.99 * lambda, 4.3}) {
                Complex[] roots = solver.solveAllComplex(new double[] {lambda, etaH - 1 - lambda, 1}, 0);
                double larger = Math.max(roots[0].abs(), roots[1].abs());
                assertThat(HeavyBall.contraction(etaH, lambda)).isCloseTo(larger, within(1e-12));
            }
        }
    }

    /** Where one root is larger than the other, θ shrinks by it in the long run. */
    @Test
    void aWalkShrinksByIt() {
        for (double etaH : new double[] {0.05, 2.95}) {
            Trace walk = Trace.of(new Sgdm(0.5), etaH, new IllConditioned(1, 1), 400);
            List<double[]> path = walk.path();
            double shrinks = Math.abs(path.get(400)[0] / path.get(399)[0]);
            assertThat(shrinks).isCloseTo(HeavyBall.contraction(etaH, 0.5), within(1e-12));
        }
    }

    @Test
    void nearlyAllRatesThatConvergeDoSoEquallyFastWithTheUsualMomentum() {
        assertThat(HeavyBall.shareComplex(0.9)).isCloseTo(4 * 0.9486832980505138 / 3.8, within(1e-12)); // √0.9
    }
}
