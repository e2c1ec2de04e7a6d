package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.equation.Equations;
import org.junit.jupiter.api.DynamicTest;

/**
 * A rule with the equations of another and a loop of its own.
 *
 * @param right the rule whose equations, state and name it has
 * @param loop what it does
 */
record Mutant(UpdateRule right, Loop loop) implements UpdateRule {

    /** One step. */
    @FunctionalInterface
    interface Loop {
        void update(double[] theta, double[] next, double[] g, State state, Step step);
    }

    /** A test that the proof notices a mistake, and names the first symbol that shows it. */
    static DynamicTest noticed(String mistake, UpdateRule right, String symbol, Loop loop) {
        return DynamicTest.dynamicTest(
                mistake, () -> refuted(EquationProof.of(new Mutant(right, loop)), right.name(), symbol));
    }

    /** That a proof failed, at a symbol, and says so. */
    static void refuted(EquationProof proof, String rule, String symbol) {
        assertThat(proof.failure()).isEmpty();
        assertThat(proof.holds()).isFalse();
        LoopAndLines.Parting parting = proof.parting().orElseThrow();
        assertThat(parting.symbol()).isEqualTo(symbol);
        assertThat(parting.ulps()).isGreaterThan(LoopAndLines.ULPS);
        assertThat(proof)
                .hasToString(
                        "%s, step %s: %s[%s] is %s in the loop and %s by the equations",
                        rule, parting.step(), symbol, parting.element(), parting.ofLoop(), parting.ofLines());
    }

    @Override
    public Equations equations() {
        return right.equations();
    }

    @Override
    public State init(int size) {
        return right.init(size);
    }

    @Override
    public void update(double[] theta, double[] next, double[] g, State state, Step step) {
        loop.update(theta, next, g, state, step);
    }

    @Override
    public String name() {
        return right.name();
    }
}
