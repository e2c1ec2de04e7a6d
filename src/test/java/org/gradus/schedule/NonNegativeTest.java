package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.tensor.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever legal numbers a schedule has, its rates are finite and at least 0, at every update there can be. */
class NonNegativeTest {
    private static final int SEEDS = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ratesAreFiniteAndAtLeastZero(long seed) {
        List<Long> updates = updates(new RandomStream(seed).split("t"));
        for (Schedule schedule : ScheduleSubjects.atTheEnds(seed)) {
            for (long t : updates) {
                double eta = schedule.at(t);
                if (!(eta >= 0 && eta < Double.POSITIVE_INFINITY)) {
                    throw new AssertionError("η = %s at t = %s of %s".formatted(eta, t, schedule));
                }
            }
        }
    }

    /** The first ones, the last ones there can be, and others between. */
    private static List<Long> updates(RandomStream random) {
        LongStream few = LongStream.concat(
                LongStream.range(0, 130),
                LongStream.of(1_000_000, (1L << 53) - 1, 1L << 53, Long.MAX_VALUE - 1, Long.MAX_VALUE));
        LongStream some = LongStream.generate(() -> random.below(10_000)).limit(100);
        LongStream many = LongStream.generate(() -> random.below(1_000_000)).limit(50);
        return Stream.of(few, some, many).flatMap(LongStream::boxed).toList();
    }

    /** The draws reach what they are for. */
    @Test
    void everyKindIsDrawnWithManyNumbers() {
        Map<String, Long> kinds = new TreeMap<>();
        seeds().boxed()
                .flatMap(seed -> ScheduleSubjects.atTheEnds(seed).stream())
                .map(Object::toString)
                .distinct()
                .forEach(text -> kinds.merge(text.replaceAll("[^A-Za-z0-9].*", ""), 1L, Long::sum));
        assertThat(kinds)
                .isNotEmpty()
                .allSatisfy((kind, count) -> assertThat(count).isGreaterThan(SEEDS / 2));
    }
}
