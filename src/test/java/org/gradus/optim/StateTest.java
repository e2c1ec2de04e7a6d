package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.optim.gradient.Accumulation;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Nag;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every rule does with its state, and what states refuse. */
class StateTest {
    private static final Schedule ETA = new Constant(0.1);

    private static Stream<UpdateRule> rules() {
        return Stream.of(
                        Samples.RULES.stream(),
                        Samples.RULES.stream().flatMap(rule -> Samples.lookaheads(rule).stream()),
                        Samples.FEW.stream()
                                .flatMap(rule -> Samples.TREATMENTS.stream().map(treatment -> treatment.apply(rule))))
                .flatMap(UnaryOperator.identity());
    }

    /** Takes steps first to last with gradients that depend on the step and on θ. */
    private static void run(UpdateRule rule, double[] theta, State state, int first, int last) {
        for (int t = first; t <= last; t++) {
            double[] g = new double[theta.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = theta[i] * (i + 1) + t % 5 - 2;
            }
            rule.update(theta, g, state, new Step(t, 0.01));
        }
    }

    @TestFactory
    Stream<DynamicTest> aRunThatIsSavedGoesOnAsIfNothingHadHappened() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            double[] theta = {1, -2, 0.5};
            State state = rule.init(3);
            run(rule, theta, state, 1, 10);
            double[] resumedTheta = theta.clone();
            State resumed = rule.init(3);
            resumed.load(state.save());
            run(rule, theta, state, 11, 25);
            run(rule, resumedTheta, resumed, 11, 25);
            assertThat(resumedTheta).containsExactly(theta);
            assertSame(resumed, state);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aCopySharesNothing() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            double[] theta = {1, -2, 0.5};
            State state = rule.init(3);
            run(rule, theta, state, 1, 10);
            State copy = state.copy();
            Map<String, double[]> before = state.save();
            assertSame(copy, state);
            run(rule, theta, state, 11, 25);
            assertThat(new TreeMap<>(copy.save())).usingRecursiveComparison().isEqualTo(new TreeMap<>(before));
        }));
    }

    private static void assertSame(State found, State expected) {
        assertThat(found.save()).usingRecursiveComparison().isEqualTo(expected.save());
    }

    @TestFactory
    Stream<DynamicTest> sizesMustAgree() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            Step step = new Step(1, 0.1);
            assertThatThrownBy(() -> rule.update(new double[3], new double[2], rule.init(3), step))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "%s: θ has 3 parameters, the gradient 2 and the state 3; all three must be the same",
                            rule.name());
            assertThatThrownBy(() -> rule.update(new double[3], new double[3], rule.init(2), step))
                    .hasMessage(
                            "%s: θ has 3 parameters, the gradient 3 and the state 2; all three must be the same",
                            rule.name());
        }));
    }

    @TestFactory
    Stream<DynamicTest> anotherRulesStateIsRefusedAndNothingChanges() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            UpdateRule other = rule.name().equals("adam") ? new Sgdm(ETA) : new Adam(ETA);
            double[] theta = {1, 2};
            assertThatThrownBy(() -> rule.update(theta, new double[] {3, 4}, other.init(2), new Step(1, 0.1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "%s: the state given is one of %s; use a state that %s's init made",
                            rule.name(), other.name(), rule.name());
            assertThat(theta).containsExactly(1, 2);
        }));
    }

    @Test
    void aWrapperOfAnotherRuleHasAnotherState() {
        State state = new ClipNorm(new Sgdm(ETA), 1).init(1);
        assertThatThrownBy(
                        () -> new ClipNorm(new Nag(ETA), 1).update(new double[1], new double[1], state, new Step(1, 1)))
                .hasMessage(
                        "clip-norm(nag): the state given is one of clip-norm(sgdm); use a state that clip-norm(nag)'s "
                                + "init made");
    }

    @Test
    void theInnerRulesSymbolsGetAPrimeWhereTheWrapperHasThem() {
        UpdateRule rule = new Accumulation(new Accumulation(new Adagrad(ETA), 2), 3);
        assertThat(rule.init(1).names()).containsExactly("s", "s′", "s′′");
        UpdateRule twice = new Lookahead(new Lookahead(new Adam(ETA)));
        assertThat(twice.init(1).names()).containsExactly("φ", "φ′", "m", "v");
        assertThat(twice.equations().names()).contains("φ", "φ′", "m", "v", "θ̃", "θ̃′");
    }

    @Test
    void innerVectorsAreFoundByName() {
        State state = new Accumulation(new Lookahead(new Adagrad(ETA)), 2).init(3);
        assertThat(state.vector("s′")).isSameAs(state.inner().inner().vector("s"));
        assertThat(state.vector("φ")).isSameAs(state.inner().vector("φ"));
        assertThatThrownBy(() -> state.vector("v"))
                .hasMessage("state: there is no vector v, only [s, φ, s′]; use a state that this rule's init made");
    }

    @Test
    void aSavedStateOfOtherNamesOrSizesIsRefusedAndNothingChanges() {
        State state = new Adam(ETA).init(2);
        state.vector("m")[0] = 7;
        assertThatThrownBy(() -> state.load(new Sgdm(ETA).init(2).save()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: its state is [m, v], the saved one has [m]; load the state of the same rule");
        assertThatThrownBy(() -> state.load(Map.of("m", new double[] {1, 2}, "v", new double[] {1})))
                .hasMessage("adam: v has 2 numbers, the saved one 1; load the state of the same model");
        assertThat(state.vector("m")).containsExactly(7, 0);
    }

    @Test
    void whatIsSavedIsACopy() {
        State state = new Sgdm(ETA).init(1);
        state.save().get("m")[0] = 5;
        assertThat(state.vector("m")).containsExactly(0);
    }

    @Test
    void scalarsAreKeptApart() {
        State state = new Swats(ETA).init(2);
        state.set("Λ", 0.25);
        assertThat(state.scalar("Λ")).isEqualTo(0.25);
        assertThat(state.scalar("λ")).isZero();
        assertThat(state.save().get("Λ")).containsExactly(0.25);
    }
}
