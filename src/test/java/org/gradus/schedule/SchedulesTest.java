package org.gradus.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradus.schedule.form.Slope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulesTest {
    static Iterable<String> names() {
        return Schedules.names();
    }

    static Stream<String> libraryNames() {
        return new LibrarySchedules().entries().stream().map(ScheduleEntry::name);
    }

    @Test
    void listsTheLibrarysFirst() {
        assertThat(Schedules.names())
                .startsWith("constant", "step-decay")
                .containsSubsequence(libraryNames().toList());
    }

    @ParameterizedTest
    @MethodSource("libraryNames")
    void byDefaultTheHighestRateIsEtaAndTheNameIsItsOwn(String name) {
        for (long steps : new long[] {1000, 100, 40}) {
            Schedule schedule = Schedules.named(name, 0.5, steps, Map.of());
            assertThat(schedule.name()).isEqualTo(name);
            double[] rates = Schedules.sample(schedule, (int) steps);
            double atLeast = name.equals("exp-range") ? 0.5 / 2 : 0.5 * 0.9; // whose first triangle is lower already
            assertThat(Arrays.stream(rates).max().orElseThrow()).isBetween(atLeast, 0.5 * (1 + 1e-15));
        }
    }

    /** Even in a training of one update. */
    @ParameterizedTest
    @MethodSource("names")
    void usualNumbersAreLegalForEveryNumberOfUpdates(String name) {
        assertThat(LongStream.of(1, 2, 3, 4, 5, 7, 10, 1L << 53))
                .allSatisfy(steps -> assertThat(
                                Schedules.named(name, 0.5, steps, Map.of()).at(0))
                        .isBetween(0.0, 0.5));
    }

    @ParameterizedTest
    @MethodSource("names")
    void optionsAreListedWithTheirUsualValues(String name) {
        Map<String, Double> options = Schedules.options(name, 0.5, 100);
        assertThat(options).containsEntry("linearWarmUp", 0.0).containsEntry("rootWarmUp", 0.0);
        assertThat(Schedules.named(name, 0.5, 100, options)).isEqualTo(Schedules.named(name, 0.5, 100, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyScheduleTakesAWarmUp(String name) {
        Schedule plain = Schedules.named(name, 0.5, 100, Map.of());
        assertThat(Schedules.named(name, 0.5, 100, Map.of("linearWarmUp", 10.0)))
                .isEqualTo(new LinearWarmUp(10, plain));
        assertThat(Schedules.named(name, 0.5, 100, Map.of("rootWarmUp", 10.0))).isEqualTo(new RootWarmUp(10, plain));
    }

    @Test
    void optionsAreTheComponentsOfTheRecord() {
        assertThat(named("step-decay", "every", 7, "factor", 0.5)).isEqualTo(new StepDecay(1, 7, 0.5));
        assertThat(named("exponential-decay", "factor", 0.9)).isEqualTo(new ExponentialDecay(1, 0.9));
        assertThat(named("polynomial-decay", "etaEnd", 0.1, "steps", 9, "power", 2))
                .isEqualTo(new PolynomialDecay(1, 0.1, 9, 2));
        assertThat(named("linear-ramp", "from", 0.1, "to", 0.2, "steps", 9)).isEqualTo(new LinearRamp(0.1, 0.2, 9));
        assertThat(named("cosine", "etaMin", 0.1, "steps", 9)).isEqualTo(new Cosine(1, 0.1, 9));
        assertThat(named("sgdr", "etaMin", 0.1, "t0", 9, "tMult", 3)).isEqualTo(new Sgdr(1, 0.1, 9, 3));
        assertThat(named("triangular", "etaMin", 0.1, "up", 9, "down", 3)).isEqualTo(new Triangular(0.1, 1, 9, 3));
        assertThat(named("triangular2", "etaMin", 0.1, "up", 9)).isEqualTo(new Triangular2(0.1, 1, 9, 9));
        assertThat(named("exp-range", "etaMin", 0.1, "up", 9, "down", 3, "factor", 0.9))
                .isEqualTo(new ExpRange(0.1, 1, 9, 3, 0.9));
        assertThat(named("one-cycle", "start", 0.1, "end", 0, "steps", 90, "share", 0.4))
                .isEqualTo(new OneCycle(0.1, 1, 0, 90, 0.4));
        assertThat(named("cosine-one-cycle", "start", 0.1, "end", 0, "steps", 90, "share", 0.4))
                .isEqualTo(new CosineOneCycle(0.1, 1, 0, 90, 0.4));
        Slope line = new Slope.Straight();
        assertThat(named("wsd", "etaMin", 0.1, "steps", 90, "warmUp", 7, "decay", 8, "cycles", 1.5))
                .isEqualTo(new Wsd(1, 0.1, 90, line, 7, new Slope.Wave(1.5), 8));
        assertThat(named("linear-wsd", "etaMin", 0.1, "steps", 90, "warmUp", 7, "decay", 8))
                .isEqualTo(new Wsd(1, 0.1, 90, line, 7, line, 8));
        assertThat(named("root-wsd", "etaMin", 0.1, "steps", 90, "warmUp", 7, "decay", 8))
                .isEqualTo(new Wsd(1, 0.1, 90, line, 7, new Slope.Root(), 8));
        assertThat(named("noam", "warmUp", 16)).isEqualTo(new Noam(4, 1, 16));
    }

    @Test
    void defaultsAreTheUsualOnes() {
        assertThat(named("step-decay")).isEqualTo(new StepDecay(1, 33, 0.1));
        assertThat(named("exponential-decay").at(100)).isEqualTo(0.01, within(1e-15));
        assertThat(named("polynomial-decay")).isEqualTo(new PolynomialDecay(1, 0, 100, 0.9));
        assertThat(named("linear-ramp")).isEqualTo(new LinearRamp(1, 0, 100));
        assertThat(named("cosine")).isEqualTo(new Cosine(1, 0, 100));
        assertThat(named("sgdr"))
                .isEqualTo(new Sgdr(1, 0, 15, 2)); // 15 + 30 + 60 updates: it ends low, not after a restart
        assertThat(named("triangular")).isEqualTo(new Triangular(0.25, 1, 12, 12));
        assertThat(named("one-cycle")).isEqualTo(new OneCycle(0.04, 1, 4e-6, 100, 0.45));
        assertThat(named("cosine-one-cycle")).isEqualTo(new CosineOneCycle(0.04, 1, 4e-6, 100, 0.3));
        assertThat(named("wsd")).isEqualTo(new Wsd(1, 0, 100, new Slope.Straight(), 10, new Slope.Wave(0.5), 20));
        assertThat(named("noam").at(9)).isEqualTo(1, within(1e-15));
        assertThat(Schedules.named("step-decay", 1, 1, Map.of())).isEqualTo(new StepDecay(1, 1, 0.1));
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThatThrownBy(() -> Schedules.named("cosinus", 1, 100, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "there is no schedule 'cosinus'; did you mean cosine? the schedules are constant, ");
        assertThatThrownBy(() -> named("cosine", "etamin", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cosine: there is no option 'etamin'; did you mean etaMin? "
                        + "the options are etaMin, steps, linearWarmUp, rootWarmUp");
        assertThatThrownBy(() -> named("wsd", "warmUp", 50, "decay", 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "wsd: steps − warmUp − decay must be at least 0, the length of the stable phase, found -10");
        assertThatThrownBy(() -> named("root-wsd", "cycles", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("root-wsd: there is no option 'cycles'; "
                        + "the options are etaMin, steps, warmUp, decay, linearWarmUp, rootWarmUp");
        assertThatThrownBy(() -> named("sgdr", "t0", 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sgdr: t0 must be a whole number, found 1.5");
    }

    @Test
    void piecesAndMilestonesAreOptionsWithNumbers() {
        assertThat(named("piecewise", "at150", 0.001, "at30", 0.01))
                .isEqualTo(new Piecewise(List.of(30L, 150L), List.of(1.0, 0.01, 0.001)));
        assertThat(named("piecewise")).isEqualTo(new Piecewise(List.of(50L, 75L), List.of(1.0, 0.1, 0.01)));
        assertThat(named("multi-step", "milestone2", 15, "milestone10", 15, "milestone1", 3, "factor", 0.3))
                .isEqualTo(new MultiStep(1, List.of(3L, 15L, 15L), 0.3));
        assertThat(named("multi-step")).isEqualTo(new MultiStep(1, List.of(50L, 75L), 0.1));
        assertThatThrownBy(() -> named("piecewise", "at007", 0.1))
                .hasMessage("piecewise: there is no option 'at007'; did you mean at50? "
                        + "the options are at50, at75, linearWarmUp, rootWarmUp");
        assertThatThrownBy(() -> named("multi-step", "milestone1", 1.5))
                .hasMessage("multi-step: milestone1 must be a whole number, found 1.5");
    }

    @Test
    void refusesATrainingWithoutUpdatesAndAWarmUpOfLessThanNothing() {
        assertThatThrownBy(() -> Schedules.named("constant", 1, 0, Map.of()))
                .hasMessage("constant: steps must be a whole number, at least 1, found 0");
        assertThatThrownBy(() -> named("cosine", "linearWarmUp", -1))
                .hasMessage("cosine: linearWarmUp must be 0, for none, or more, found -1");
        assertThatThrownBy(() -> named("cosine", "rootWarmUp", -1))
                .hasMessage("cosine: rootWarmUp must be 0, for none, or more, found -1");
    }

    private static Schedule named(String name, Object... options) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < options.length; i += 2) {
            numbers.put((String) options[i], ((Number) options[i + 1]).doubleValue());
        }
        return Schedules.named(name, 1, 100, numbers);
    }
}
