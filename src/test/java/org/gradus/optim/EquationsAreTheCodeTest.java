package org.gradus.optim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The equation is the code: for every rule the loop and a literal evaluation of its lines agree. */
class EquationsAreTheCodeTest {
    @TestFactory
    Stream<DynamicTest> loopAndEquationsAgree() {
        return Samples.RULES.stream()
                .flatMap(rule -> Stream.of(1, 2, 7, 40, 1000)
                        .map(size -> size < 1000 ? proof(rule, size, 60, 3) : proof(rule, size, 20, 1)));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInLookahead() {
        return Samples.RULES.stream()
                .flatMap(rule -> Samples.lookaheads(rule).stream())
                .map(rule -> proof(rule, 15, 60, 1));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInEveryTreatmentOfTheGradient() {
        return Samples.RULES.stream()
                .flatMap(rule -> Samples.TREATMENTS.stream().map(treatment -> proof(treatment.apply(rule), 15, 30, 1)));
    }

    @TestFactory
    Stream<DynamicTest> soTheyDoInNests() {
        return nests(Samples.FEW.stream()).map(rule -> proof(rule, 8, 30, 1));
    }

    @Tag("heavy")
    @TestFactory
    Stream<DynamicTest> soTheyDoInNestsOfAllRules() {
        return nests(Samples.RULES.stream()).map(rule -> proof(rule, 15, 60, 3));
    }

    /** Treatments of Lookahead of rules, Lookahead of treatments, Lookahead of Lookahead, treatments of treatments. */
    private static Stream<UpdateRule> nests(Stream<UpdateRule> rules) {
        return rules.flatMap(rule -> {
            Stream<UpdateRule> wrapped = Stream.concat(
                    Samples.lookaheads(rule).stream(),
                    Samples.TREATMENTS.stream().map(treatment -> treatment.apply(rule)));
            return wrapped.flatMap(inner -> Stream.concat(
                    Samples.lookaheads(inner).stream(),
                    Samples.TREATMENTS.stream().map(treatment -> treatment.apply(inner))));
        });
    }

    private static DynamicTest proof(UpdateRule rule, int size, int steps, int seeds) {
        return DynamicTest.dynamicTest(rule + ", " + size, () -> {
            for (long seed = 1; seed <= seeds; seed++) {
                new Proof(rule, size, steps).check(seed);
            }
        });
    }
}
