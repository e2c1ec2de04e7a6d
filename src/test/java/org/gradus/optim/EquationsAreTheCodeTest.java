package org.gradus.optim;

import java.util.stream.Stream;
import org.gradus.schedule.Constant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The equation is the code: for every rule the loop and a literal evaluation of its lines agree. */
class EquationsAreTheCodeTest {
    @TestFactory
    Stream<DynamicTest> loopAndEquationsAgree() {
        return Stream.of(new Sgd(0.1), new Sgdm(0.1), new Adam(0.1), new Adam(new Constant(0.1), 0.5, 0.9, 1e-3))
                .flatMap(rule -> Stream.of(1, 2, 7, 40, 1000)
                        .map(size -> DynamicTest.dynamicTest(rule + ", " + size, () -> {
                            for (long seed = 1; seed <= 3; seed++) {
                                new Proof(rule, size, 60).check(seed);
                            }
                        })));
    }
}
