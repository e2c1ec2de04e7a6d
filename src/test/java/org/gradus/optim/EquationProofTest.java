package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.equation.Equations;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.junit.jupiter.api.Test;

/** What the proof says to somebody who wrote a rule. */
class EquationProofTest {
    private static EquationProof of(Mutant.Loop loop) {
        return EquationProof.of(new Mutant(new Sgdm(), loop));
    }

    @Test
    void aRightRuleIsToldSo() {
        EquationProof proof = EquationProof.of(new Sgdm());
        assertThat(proof.holds()).isTrue();
        assertThat(proof.steps()).isEqualTo(480); // 4 sizes, 2 seeds, 60 steps
        assertThat(proof.worstUlps()).isLessThanOrEqualTo(LoopAndLines.ULPS);
        assertThat(proof).hasToString("sgdm: loop and equations agree at 480 steps, to %s ulp", proof.worstUlps());
    }

    @Test
    void aWrongLoopIsToldStepSymbolElementAndBothNumbers() {
        EquationProof proof = of((theta, next, g, state, step) -> {
            new Sgdm().update(theta, next, g, state, step);
            if (step.t() == 3) {
                next[theta.length - 1] += 1000;
            }
        });
        assertThat(proof.holds()).isFalse();
        LoopAndLines.Parting parting = proof.parting().orElseThrow();
        assertThat(parting.step()).isEqualTo(3);
        assertThat(parting.symbol()).isEqualTo("θ_t");
        assertThat(parting.element()).isZero();
        assertThat(parting.ofLoop()).isEqualTo(parting.ofLines() + 1000);
        assertThat(proof.worstUlps()).isGreaterThan(1e15);
        assertThat(proof)
                .hasToString(
                        "sgdm, step 3: θ_t[0] is %s in the loop and %s by the equations",
                        parting.ofLoop(), parting.ofLines());
    }

    @Test
    void theFirstSymbolInTheOrderOfTheStateIsNamedBeforeTheta() {
        EquationProof proof = of((theta, next, g, state, step) -> {
            new Sgdm().update(theta, next, g, state, step);
            state.vector("m")[0] = 5;
            next[0] = 5;
        });
        assertThat(proof.toString()).startsWith("sgdm, step 1: m_t[0] is 5.0 in the loop and ");
    }

    @Test
    void aLoopThatChangesWhatItIsToReadIsToldSo() {
        EquationProof gradient = of((theta, next, g, state, step) -> {
            new Sgdm().update(theta, next, g, state, step);
            g[0] += 1;
        });
        assertThat(gradient.holds()).isFalse();
        assertThat(gradient).hasToString("sgdm, step 1: its loop changes g_{t−1}, which it is only to read");
        EquationProof point = of((theta, next, g, state, step) -> {
            new Sgdm().update(theta, next, g, state, step);
            System.arraycopy(next, 0, theta, 0, theta.length); // as if θ were updated in place
        });
        assertThat(point).hasToString("sgdm, step 1: its loop changes θ_{t−1}, which it is only to read");
    }

    @Test
    void anElementThatIsNotWrittenIsToldSo() {
        EquationProof proof = of((theta, next, g, state, step) -> {
            double[] m = state.vector("m");
            for (int i = 0; i < theta.length; i++) {
                m[i] = 0.9 * m[i] + step.eta() * g[i];
                if (g[i] != 0) {
                    next[i] = theta[i] - m[i];
                }
            }
        });
        assertThat(proof.worstUlps()).isInfinite();
        assertThat(proof.toString())
                .matches("sgdm, step \\d+: θ_t\\[\\d+] is NaN in the loop and [-+.E0-9]+ by the equations");
    }

    @Test
    void aLoopThatThrowsIsToldWhere() {
        EquationProof proof = of((theta, next, g, state, step) -> {
            if (step.t() == 2) {
                throw new IllegalStateException("no second step");
            }
            new Sgdm().update(theta, next, g, state, step);
        });
        assertThat(proof.holds()).isFalse();
        assertThat(proof.parting()).isEmpty();
        assertThat(proof).hasToString("sgdm, step 2: no second step");
        EquationProof nothingSaid = of((theta, next, g, state, step) -> {
            throw new UnsupportedOperationException();
        });
        assertThat(nothingSaid).hasToString("sgdm, step 1: java.lang.UnsupportedOperationException");
    }

    @Test
    void linesThatAreNoRuleAreToldSo() {
        EquationProof proof = EquationProof.of(new Sgd(), Equations.of("θ_t = θ_{t−1} − η ν g_{t−1}"));
        assertThat(proof.holds()).isFalse();
        assertThat(proof.failure())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("step 1: ").contains("ν"));
    }

    /** A gradient of 0 and a rate of 0 are among the streams: 0 / 0 is found. */
    @Test
    void zeroOverZeroIsFound() {
        Mutant.Loop byGradient = (theta, next, g, state, step) -> {
            for (int i = 0; i < theta.length; i++) {
                next[i] = theta[i] - step.eta() * g[i] * (g[i] / g[i]);
            }
        };
        assertThat(EquationProof.of(new Mutant(new Sgd(), byGradient)).toString())
                .contains("θ_t[", "is NaN in the loop");
        Mutant.Loop byRate = (theta, next, g, state, step) -> {
            for (int i = 0; i < theta.length; i++) {
                next[i] = theta[i] - step.eta() * g[i] * (step.eta() / step.eta());
            }
        };
        assertThat(EquationProof.of(new Mutant(new Sgd(), byRate)).toString()).contains("θ_t[", "is NaN in the loop");
    }
}
