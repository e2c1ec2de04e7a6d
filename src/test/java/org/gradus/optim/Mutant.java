package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.gradus.equation.Equations;
import org.gradus.schedule.Schedule;
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
        void update(double[] theta, double[] g, State state, Step step);
    }

    /** A test that the proof notices a mistake, and names the first symbol that shows it. */
    static DynamicTest noticed(String mistake, UpdateRule right, String symbol, Loop loop) {
        String message = "(?s)%s, step \\d+: %s\\[\\d+] is .* in the loop and .* by the equations.*";
        return DynamicTest.dynamicTest(
                mistake,
                () -> assertThatThrownBy(() -> new Proof(new Mutant(right, loop), 15, 60).check(1))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageMatching(message.formatted(Pattern.quote(right.name()), symbol)));
    }

    @Override
    public Equations equations() {
        return right.equations();
    }

    @Override
    public Schedule eta() {
        return right.eta();
    }

    @Override
    public State init(int size) {
        return right.init(size);
    }

    @Override
    public void update(double[] theta, double[] g, State state, Step step) {
        loop.update(theta, g, state, step);
    }

    @Override
    public String name() {
        return right.name();
    }
}
