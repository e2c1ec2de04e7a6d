package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.equation.Equations;
import org.gradus.equation.Line;
import org.gradus.equation.Snapshot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The equation is the code: for every schedule, {@code at(t)} and a literal evaluation of its lines agree within 4 ulp of the largest term. */
class EquationsAreTheCodeTest {
    private static final int ULPS = 4;

    @TestFactory
    Stream<DynamicTest> codeAndEquationsAgree() {
        return subjects()
                .map(schedule -> DynamicTest.dynamicTest(schedule.toString(), () -> {
                    Equations equations = schedule.equations();
                    LongStream.concat(
                                    LongStream.range(0, 130),
                                    LongStream.range(1, 40).map(i -> i * i * 7 % 10_001))
                            .forEach(t -> agree(schedule, equations, t));
                }));
    }

    @TestFactory
    Stream<DynamicTest> linesReadBackAsWhatTheyAre() {
        return subjects()
                .map(schedule -> DynamicTest.dynamicTest(
                        schedule.toString(),
                        () -> assertThat(schedule.equations().lines())
                                .allSatisfy(line ->
                                        assertThat(Line.parse(line.text())).isEqualTo(line))));
    }

    private static Stream<Schedule> subjects() {
        return LongStream.rangeClosed(1, 4).boxed().flatMap(seed -> ScheduleSubjects.ofSeed(seed).stream());
    }

    private static void agree(Schedule schedule, Equations equations, long t) {
        Snapshot snapshot = equations.at(t);
        double expected = snapshot.value("η_t")[0];
        double tolerance = ULPS * Math.ulp(snapshot.largestTerms().get("η_t")[0]);
        double found = schedule.at(t);
        if (!(found >= 0) || !Double.isFinite(found) || !(Math.abs(found - expected) <= tolerance)) {
            throw new AssertionError(
                    "t = %d: %s in the code, %s by the equations%n%s".formatted(t, found, expected, equations));
        }
    }
}
