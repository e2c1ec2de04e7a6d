package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.optim.rule.Adagrad;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.optim.rule.Swats;
import org.gradus.tensor.Shape;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every rule does with its state, and what states refuse. */
@InEveryLocale
class StateTest {
    private static Stream<UpdateRule> rules() {
        return Stream.concat(Samples.few(), Samples.usual().flatMap(rule -> Samples.around(rule).stream()));
    }

    /** Takes steps first to last with gradients that depend on the step and on θ. */
    private static void run(UpdateRule rule, double[] theta, State state, int first, int last) {
        for (int t = first; t <= last; t++) {
            double[] g = new double[theta.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = theta[i] * (i + 1) + t % 5 - 2;
            }
            Movements.step(rule, theta, g, state, new Step(t, 0.01).with(point -> point));
        }
    }

    @TestFactory
    Stream<DynamicTest> aRunThatIsSavedGoesOnAsIfNothingHadHappened() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            double[] theta = {1, -2, 0.5};
            State state = rule.init(Shape.of(3, 1));
            run(rule, theta, state, 1, 10);
            double[] resumedTheta = theta.clone();
            State resumed = rule.init(Shape.of(3, 1));
            resumed.load(state.save());
            run(rule, theta, state, 11, 25);
            run(rule, resumedTheta, resumed, 11, 25);
            assertThat(resumedTheta).containsExactly(theta);
            assertSame(resumed.save(), state.save());
        }));
    }

    @TestFactory
    Stream<DynamicTest> aCopySharesNothing() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> {
            double[] theta = {1, -2, 0.5};
            State state = rule.init(Shape.of(3, 1));
            run(rule, theta, state, 1, 10);
            State copy = state.copy();
            Map<String, double[]> before = state.save();
            assertSame(copy.save(), state.save());
            run(rule, theta, state, 11, 25);
            assertSame(copy.save(), before);
        }));
    }

    private static void assertSame(Map<String, double[]> found, Map<String, double[]> expected) {
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        found.forEach((name, value) -> assertThat(value).as(name).isEqualTo(expected.get(name)));
    }

    @Test
    void theInnerRulesSymbolsGetAPrimeWhereTheWrapperHasThem() {
        UpdateRule twice = new Lookahead(new Lookahead(new Adam()));
        assertThat(twice.init(1).names()).containsExactly("φ", "φ′", "m", "v");
        assertThat(twice.equations().names()).contains("φ", "φ′", "m", "v", "θ̃", "θ̃′");
        UpdateRule thrice = new Lookahead(twice);
        assertThat(thrice.init(1).names()).containsExactly("φ", "φ′", "φ′′", "m", "v");
    }

    @Test
    void innerVectorsAreFoundByName() {
        State state = new Lookahead(new Lookahead(new Adagrad())).init(3);
        assertThat(state.vector("s")).isSameAs(state.inner().inner().vector("s"));
        assertThat(state.vector("φ′")).isSameAs(state.inner().vector("φ"));
        assertThatThrownBy(() -> state.vector("v"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "state of lookahead(lookahead(adagrad)): there is no v, only [φ, φ′, s]; use a state that its init made");
    }

    /** ḡ as one character that has no composed form, and v̂, m̂ in either form. */
    @ParameterizedTest
    @ValueSource(strings = {"ḡ", "g\u0304", "\u1e21"})
    void anAccentIsFoundHoweverItIsWritten(String symbol) {
        for (String made : List.of("g\u0304", "\u1e21")) {
            State state = State.of(new Sgdm(), 2, made).withScalar("e\u0302", 3);
            state.vector(symbol)[1] = 7;
            assertThat(state.vector(made)).containsExactly(0, 7);
            assertThat(state.scalar("\u00ea")).isEqualTo(3);
            state.load(Map.of(symbol, new double[] {8, 9}, "\u00ea", new double[] {4}));
            assertThat(state.vector(made)).containsExactly(8, 9);
            assertThat(state.scalar("e\u0302")).isEqualTo(4);
        }
    }

    @Test
    void aVectorIsNoSingleNumberAndASingleNumberNoVector() {
        State state = new Lookahead(new Swats()).init(2);
        String name = "state of lookahead(swats): ";
        assertThatThrownBy(() -> state.scalar("m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + "m is a vector of 2 numbers, not a single one; use vector(\"m\")");
        assertThatThrownBy(() -> state.set("φ", 1))
                .hasMessage(name + "φ is a vector of 2 numbers, not a single one; use vector(\"φ\")");
        assertThatThrownBy(() -> state.vector("τ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + "τ is a single number, not a vector; use scalar(\"τ\")");
        assertThat(state.vector("φ")).containsExactly(0, 0);
    }

    @Test
    void itSaysWhatItIsWithoutTheNumbers() {
        assertThat(new Adam().init(3)).hasToString("adam: m, v of 3 parameters");
        assertThat(new Sgd().init(3)).hasToString("sgd: nothing of 3 parameters");
        assertThat(new Lookahead(new Lookahead(new Sgdm())).init(2))
                .hasToString("lookahead(lookahead(sgdm)): φ, φ′, m of 2 parameters");
    }

    @Test
    void aSavedStateOfOtherNamesOrSizesIsRefusedAndNothingChanges() {
        State state = new Adam().init(2);
        state.vector("m")[0] = 7;
        assertThatThrownBy(() -> state.load(new Sgdm().init(2).save()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adam: its state is [m, v], the saved one has [m]; load the state of the same rule");
        assertThatThrownBy(() -> state.load(Map.of("m", new double[] {1, 2}, "v", new double[] {1})))
                .hasMessage("adam: v has 2 numbers, the saved one 1; load the state of the same model");
        assertThat(state.vector("m")).containsExactly(7, 0);
    }

    @Test
    void whatIsSavedIsACopy() {
        State state = new Sgdm().init(1);
        state.save().get("m")[0] = 5;
        assertThat(state.vector("m")).containsExactly(0);
    }

    @Test
    void scalarsAreKeptApart() {
        State state = new Swats().init(2);
        state.set("Λ", 0.25);
        assertThat(state.scalar("Λ")).isEqualTo(0.25);
        assertThat(state.scalar("λ")).isZero();
        assertThat(state.save().get("Λ")).containsExactly(0.25);
    }
}
