package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.optim.cycle.CycledSgdm;
import org.gradus.schedule.Constant;
import org.gradus.schedule.OneCycle;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.Test;

class CycledSgdmTest {
    private static final Schedule ETA = new OneCycle(0.004, 0.1, 4e-7, 60, 0.45);

    @Test
    void itsLoopSaysWhatItsEquationsSay() {
        CycledSgdm rule = new CycledSgdm(ETA, new OneCycle(0.95, 0.85, 0.95, 60, 0.45));
        for (int size : new int[] {1, 7, 100}) {
            new Proof(rule, size, 60).check(size);
        }
    }

    @Test
    void theMomentumOfTheStepIsUsed() {
        // λ = 0.9, then 0.5: m_1 = 1, m_2 = 0.5 · 1 + 1 = 1.5
        CycledSgdm rule = new CycledSgdm(new Constant(1), t -> t == 0 ? 0.9 : 0.5);
        State state = rule.init(1);
        double[] theta = {0};
        rule.update(theta, new double[] {1}, state, new Step(1, 1));
        rule.update(theta, new double[] {1}, state, new Step(2, 1));
        assertThat(state.vector("m")).containsExactly(1.5);
        assertThat(theta).containsExactly(-2.5);
    }

    @Test
    void aMomentumOutsideItsDomainIsRefused() {
        CycledSgdm rule = new CycledSgdm(ETA, new Constant(1));
        assertThatThrownBy(() -> rule.update(new double[1], new double[1], rule.init(1), new Step(3, 1)))
                .hasMessage(
                        "cycled-sgdm: lambda must be at least 0 and less than 1, found 1.0 at step 3; check its schedule");
    }
}
