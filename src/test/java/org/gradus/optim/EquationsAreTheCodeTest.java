package org.gradus.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gradus.optim.after.Asam;
import org.gradus.optim.rule.Adam;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The equation is the code: for every rule of the catalog the loop and a literal evaluation of its lines agree, on every legal input. */
class EquationsAreTheCodeTest {
    private static DynamicTest proof(UpdateRule rule) {
        return DynamicTest.dynamicTest(rule.name() + " " + rule, () -> {
            EquationProof proof = EquationProof.of(rule);
            assertThat(proof.holds()).as(proof.toString()).isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> loopAndEquationsAgreeAtEveryCornerOfEveryDomain() {
        return Samples.all().map(EquationsAreTheCodeTest::proof);
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInRulesAroundThem() {
        return Samples.usual().flatMap(rule -> Samples.around(rule).stream()).map(EquationsAreTheCodeTest::proof);
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInAdaptiveSharpness() {
        return Stream.of("sgd", "sgdm", "nag", "adamw", "schedule-free-sgd")
                .map(name -> proof(new Asam(Rules.named(name), 0.7)));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoAroundARuleThatAsksForASecondGradient() {
        return Stream.of("lookahead(sam(sgdm))", "cycled(sam(sgdm))", "cycled(asam(adamw))", "sam(lookahead(sgdm))")
                .map(name -> proof(Rules.named(name)));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInRulesAroundRulesAroundThem() {
        return nests(Stream.of("sgd", "rmsprop", "swats", "nag", "adam-l2").map(Rules::named));
    }

    @Tag("heavy")
    @TestFactory
    Stream<DynamicTest> soTheyDoAroundAllCornersAndInAllNests() {
        Stream<UpdateRule> corners = Samples.all().flatMap(rule -> Samples.around(rule).stream());
        return Stream.concat(corners.map(EquationsAreTheCodeTest::proof), nests(Samples.few()));
    }

    private static Stream<DynamicTest> nests(Stream<UpdateRule> rules) {
        return rules.flatMap(rule -> Samples.around(rule).stream())
                .flatMap(rule -> Samples.lookaheads(rule).stream())
                .map(EquationsAreTheCodeTest::proof);
    }

    /** Where v has forgotten the spike and m has not, m / (√v + ε) is 0.09 / 10⁻³⁰⁰, by both. */
    @Test
    void aVerySmallEpsilonDividesLikeAnyOtherNumber() {
        LoopAndLines both =
                new LoopAndLines(new Adam(0.9, 0, 1e-300), new Adam(0.9, 0, 1e-300).equations(), new double[] {0});
        both.step(1, 1e-3, point -> new double[] {1});
        assertThat(both.theta()[0]).isCloseTo(-1e-3, within(1e-18));
        both.step(2, 1e-3, point -> new double[] {0});
        assertThat(both.parting()).isEmpty();
        // m_2 = 0.09, m̂_2 = 0.09 / 0.19, v_2 = 0: a step of 10⁻³ · 0.4737 / 10⁻³⁰⁰, by hand
        assertThat(both.theta()[0]).isCloseTo(-4.736842105263158e296, within(1e282));
    }
}
