package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.example.Failing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Cycled;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;

/** A step is over all groups at once, and all or nothing. */
@InEveryLocale
class WholeStepsTest {
    private final Parameter a = new Parameter("a", Tensor.of(1, 2));
    private final Parameter b = new Parameter("b", Tensor.of(3));

    private Map<String, Parameter> both() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("0.a", a);
        parameters.put("0.b", b);
        return parameters;
    }

    private List<Group> two(UpdateRule rule, Schedule first, UpdateRule other, Schedule second) {
        return List.of(new Group(rule, first, Map.of("0.a", a)), new Group(other, second, Map.of("0.b", b)));
    }

    /** A loss whose gradient is what is given. */
    private Gradients gradients(double a0, double a1, double b0) {
        return a.value()
                .mul(Tensor.of(a0, a1))
                .sum()
                .add(b.value().mul(Tensor.of(b0)).sum())
                .backward();
    }

    private void assertUntouched(Optimizer optimizer, long steps) {
        assertThat(a.value().toArray()).containsExactly(1, 2);
        assertThat(b.value().toArray()).containsExactly(3);
        assertThat(optimizer.steps()).isEqualTo(steps);
        assertThat(optimizer.save()).allSatisfy(memory -> {
            assertThat(memory.steps()).isEqualTo(steps);
            memory.values()
                    .values()
                    .forEach(value -> assertThat(value.toArray()).containsOnly(0));
        });
    }

    @Test
    void theNormIsThatOfAllGroups() {
        Optimizer optimizer =
                new Optimizer(two(new Sgd(), new Constant(1), new Sgd(), new Constant(1))).with(new ClipNorm(1));
        optimizer.step(gradients(2, 3, 6)); // 2² + 3² + 6² = 7²
        assertThat(a.value().toArray()).containsExactly(new double[] {1 - 2 / 7.0, 2 - 3 / 7.0}, within(1e-15));
        assertThat(b.value().item()).isCloseTo(3 - 6 / 7.0, within(1e-15));
    }

    @Test
    void groupsDoNotShareTheNoise() {
        Optimizer inTwo = new Optimizer(two(new Sgd(), new Constant(1), new Sgd(), new Constant(1)))
                .with(new GradientNoise(1, 0, 7));
        inTwo.step(gradients(0, 0, 0));
        double[] moved = {
            1 - a.value().toArray()[0],
            2 - a.value().toArray()[1],
            3 - b.value().item()
        };
        assertThat(Math.abs(moved[0] - moved[2])).isGreaterThan(1e-3);
        double[] expected = new double[3];
        new GradientNoise(1, 0, 7).apply(expected, 1);
        assertThat(moved).containsExactly(expected, within(1e-15));
    }

    @Test
    void treatmentsComeInTheOrderGiven() {
        Optimizer optimizer =
                new Optimizer(new Sgd(), 1, both()).with(new GradientNoise(100, 0, 7), new ClipNorm(1e-3));
        optimizer.step(gradients(2, 3, 6));
        double moved = Math.hypot(
                Math.hypot(a.value().toArray()[0] - 1, a.value().toArray()[1] - 2),
                b.value().item() - 3);
        assertThat(moved).isCloseTo(1e-3, within(1e-12));
    }

    @Test
    void aGradientWhoseSquareWouldOverflowIsRefusedUnlessItIsClipped() {
        Optimizer plain = new Optimizer(new Adam(), 1e-3, both());
        assertThatThrownBy(() -> plain.step(gradients(0, 0, 1e155)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "update 1: the gradient of parameter 0.b is 1.0E155 at element 0; the parameters stay as they "
                                + "were. A smaller learning rate or gradient clipping may help");
        assertUntouched(plain, 0);
        Optimizer clipped = new Optimizer(new Adam(), 1e-3, both()).with(new ClipNorm(1));
        clipped.step(gradients(0, 0, 1e155));
        assertThat(b.value().item()).isCloseTo(3 - 1e-3, within(1e-10));
        clipped.step(gradients(0, 0, 1)); // v is finite: it goes on learning
        assertThat(b.value().item()).isCloseTo(3 - 2e-3, within(1e-10));
    }

    @Test
    void aRateThatIsNoneInTheSecondGroupMovesNothing() {
        Schedule bad = t -> Double.NaN;
        Optimizer optimizer = new Optimizer(two(new Sgdm(), new Constant(1), new Sgdm(), bad));
        assertThatThrownBy(() -> optimizer.step(gradients(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step 1: η must be a finite number, at least 0, found NaN; check the schedule");
        assertUntouched(optimizer, 0);
    }

    @Test
    void aRefusedStepDoesNotCount() {
        Optimizer optimizer = new Optimizer(new Sgdm(), t -> -1, both());
        assertThatThrownBy(() -> optimizer.step(gradients(1, 1, 1))).hasMessageContaining("found -1.0");
        assertUntouched(optimizer, 0);
    }

    @Test
    void aRuleThatThrowsHalfWayLeavesEverythingAsItWas() {
        List<Throwable> failures = List.of(new IllegalStateException("half way"), new AssertionError("half way"));
        for (Throwable failure : failures) {
            UpdateRule failing = new Failing(() -> raise(failure));
            Optimizer optimizer = new Optimizer(two(new Sgdm(), new Constant(1), failing, new Constant(1)));
            assertThatThrownBy(() -> optimizer.step(gradients(1, 1, 1))).isSameAs(failure);
            assertUntouched(optimizer, 0);
        }
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    void aMomentumThatLeavesItsDomainIsRefusedBeforeAnythingMoves() {
        Cycled cycled = new Cycled("λ", t -> t == 0 ? 0.9 : 1, Sgdm::new);
        Optimizer optimizer = new Optimizer(two(new Sgdm(), new Constant(1), cycled, new Constant(1)));
        optimizer.step(gradients(1, 1, 1));
        Tensor before = a.value();
        double m = optimizer.state().vector("m")[0];
        assertThatThrownBy(() -> optimizer.step(gradients(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sgdm: lambda must be at least 0 and less than 1, found 1.0");
        assertThat(a.value()).isSameAs(before);
        assertThat(optimizer.state().vector("m")[0]).isEqualTo(m);
        assertThat(optimizer.steps()).isEqualTo(1);
    }

    @Test
    void gradientsTakenBeforeAValueWasReplacedAreRefused() {
        Optimizer optimizer = new Optimizer(new Sgdm(), 1, both());
        Gradients old = gradients(1, 1, 1);
        b.set(Tensor.of(3));
        assertThatThrownBy(() -> optimizer.step(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the gradient of 0.b (1) is stale: the loss was computed, at least in part, from a value that has "
                                + "been replaced since; compute the loss and its gradients anew before each step");
        assertUntouched(optimizer, 0);
        Gradients used = gradients(1, 1, 1);
        optimizer.step(used);
        assertThatThrownBy(() -> optimizer.step(used))
                .hasMessageContaining("the gradient of 0.a (2), 0.b (1) is stale");
    }

    @Test
    void parametersThatTheLossUsesAndTheOptimizerDoesNotKnowAreRefused() {
        Optimizer optimizer = new Optimizer(new Sgd(), 1, Map.of("0.a", a));
        assertThatThrownBy(() -> optimizer.step(gradients(1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "optimizer: the loss also depends on b (1), which it was not given. If that is to learn, name it in "
                                + "the parameters() of its layer (a lambda names none); if it is to stay as it is, say so: "
                                + "optimizer.leaving(…), or detach() it");
        assertUntouched(optimizer, 0);
        optimizer.leaving(List.of(b)).step(gradients(1, 1, 1));
        assertThat(a.value().toArray()).containsExactly(0, 1);
        assertThat(b.value().item()).isEqualTo(3);
    }

    @Test
    void aHeadThatALossDoesNotUseStandsStillIfAsked() {
        Optimizer optimizer = new Optimizer(Group.each(new Adam(), new Constant(0.5), both())).skippingMissing();
        optimizer.step(gradients(1, 1, 1));
        List<Memory> before = optimizer.save();
        double stays = b.value().item();
        optimizer.step(a.value().sum().backward());
        List<Memory> after = optimizer.save();
        assertThat(b.value().item()).isEqualTo(stays);
        assertThat(after.get(1).steps()).isEqualTo(1);
        for (String symbol : List.of("m", "v")) {
            assertThat(after.get(1).values().get(symbol).toArray())
                    .containsExactly(before.get(1).values().get(symbol).toArray());
        }
        assertThat(after.get(0).steps()).isEqualTo(2);
        assertThat(optimizer.steps()).isEqualTo(2);
        assertThat(a.value().toArray()[0]).isCloseTo(0, within(1e-6)); // two Adam steps of 0.5 from 1
    }

    @Test
    void aPartOfAGroupThatIsMissingIsRefusedEvenThen() {
        Optimizer optimizer = new Optimizer(new Adam(), 0.5, both()).skippingMissing();
        assertThatThrownBy(() -> optimizer.step(a.value().sum().backward()))
                .hasMessageStartingWith("optimizer: there is no gradient for 0.b (1), only for 0.a (2); ");
        assertUntouched(optimizer, 0);
        assertThatThrownBy(() -> optimizer.accumulating(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "optimizer: it skips groups without a gradient, which accumulation cannot: choose one of the two");
    }

    @Test
    void theClockOfTheRunGoesOnAfterAForkAndThatOfTheRuleDoesNot() {
        Schedule course = t -> 0.1 * (t + 1);
        Optimizer trunk = new Optimizer(new Sgd(), 1, both());
        trunk.step(gradients(0, 0, 0));
        trunk.step(gradients(0, 0, 0));
        Optimizer fork =
                new Optimizer(new Cycled("λ", course, Sgdm::new), t -> t + 1, both()).with(new GradientNoise(1, 1, 7));
        fork.take(trunk.save(), trunk.steps());
        assertThat(fork.learningRate()).isEqualTo(3);
        fork.step(gradients(0, 0, 0)); // update 3: η = 3, σ = 1/3
        double[] third = new double[3];
        new GradientNoise(1, 1, 7).apply(third, 3);
        double m = 3 * third[0];
        assertThat(a.value().toArray()[0]).isCloseTo(1 - m, within(1e-14));
        fork.step(gradients(0, 0, 0)); // update 4: λ = 0.4, η = 4
        double[] fourth = new double[3];
        new GradientNoise(1, 1, 7).apply(fourth, 4);
        assertThat(a.value().toArray()[0]).isCloseTo(1 - m - (0.4 * m + 4 * fourth[0]), within(1e-13));
        assertThat(fork.save().get(0).steps()).isEqualTo(2);
    }

    @Test
    void eachThingSaysWhatItIsInOneShortText() {
        Optimizer optimizer = new Optimizer(two(new Sgdm(), new Constant(1), new Adam(), new Constant(1)));
        optimizer.step(gradients(1, 1, 1));
        assertThat(optimizer).hasToString("optimizer after 1 updates: sgdm on 0.a; adam on 0.b");
        assertThat(optimizer.save().get(1)).hasToString("adam after step 1: m, v of 0.b");
        assertThat(new Group(new Sgdm(), 1, both())).hasToString("sgdm on 0.a, 0.b");
        assertThat(optimizer.state()).hasToString("sgdm: m of 2 parameters");
    }
}
